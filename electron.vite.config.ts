import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Main and preload are CommonJS: a sandboxed preload must be.
const commonJs = { rollupOptions: { output: { format: 'cjs' as const, entryFileNames: '[name].js' } } };

export default defineConfig({
  main: { build: { ...commonJs, outDir: 'out/main' } },
  preload: { build: { ...commonJs, outDir: 'out/preload' } },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: 'chrome140',
      rollupOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
  },
});
