import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './vite.config.ts';

// Main and preload are CommonJS: a sandboxed preload must be.
const commonJs = { rollupOptions: { output: { format: 'cjs' as const, entryFileNames: '[name].js' } } };

export default defineConfig({
  main: { build: { ...commonJs, outDir: 'out/main' } },
  preload: { build: { ...commonJs, outDir: 'out/preload' } },
  renderer: {
    ...renderer,
    build: {
      ...renderer.build,
      rollupOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
  },
});
