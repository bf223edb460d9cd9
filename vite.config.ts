import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundledLicences } from './scripts/lib/bundled-licences.mjs';

const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string;
};

/** The package that a module belongs to, without its scope; null = it is ours. */
const packageOf = (id: string): string | null =>
  /node_modules[\\/](?:@[^\\/]+[\\/])?([^\\/]+)/.exec(id)?.[1] ?? null;

const licences = bundledLicences(resolve(import.meta.dirname, 'out/LIZENZEN-BIBLIOTHEKEN.txt'));

/** The renderer, for the dev server; `electron.vite.config.ts` builds it with the same settings. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/renderer'),
  base: './',
  plugins: [react(), licences.write()],
  define: { __APP_VERSION__: JSON.stringify(version) },
  // Dexie's own build for browsers of today; the default one carries helpers for browsers that this app never meets.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  worker: {
    format: 'es',
    plugins: () => [licences.collect()],
    // Workers are bundled one by one. A library in a file of its own comes out the same for each, so that ExcelJS, the
    // largest by far, is there once and not four times.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: packageOf, debugName: 'packages', includeDependenciesRecursively: false }],
        },
      },
    },
  },
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    target: 'chrome140',
    // Files lie on the PC. Only what a page needs to be painted is fetched beside it; the names of all its scripts, each with a
    // hash that does not compress, would only make the start longer. Chromium knows `modulepreload` itself.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    // ExcelJS, in its own worker, is the largest; what the start loads is measured by the bench.
    chunkSizeWarningLimit: 1200,
  },
});
