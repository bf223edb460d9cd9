/**
 * Node 20 does not run TypeScript: the command line is bundled into `out/cli/` when its sources are newer than the last
 * bundle. Packages stay outside the bundle and come from `node_modules`.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './install.mjs';

/** What the command line is made of. */
const SOURCES = ['src/cli', 'src/core', 'src/excel', 'src/texts', 'tests/harness', 'resources/profiles'].map(
  (folder) => join(ROOT, folder),
);
const SETTINGS = ['package.json', 'package-lock.json', 'scripts/lib/bundle-cli.mjs'].map((file) =>
  join(ROOT, file),
);

const newestIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

const isFresh = (bundle) => {
  if (!existsSync(bundle)) return false;
  const built = statSync(bundle).mtimeMs;
  return [...SOURCES.map(newestIn), ...SETTINGS.map((file) => statSync(file).mtimeMs)].every(
    (changed) => changed <= built,
  );
};

/**
 * Bundles `src/cli/<name>.ts`, or a module of another folder, quietly when it has to.
 *
 * @returns path of an ES module
 */
export const bundleCli = async (name, from = 'src/cli') => {
  const folder = join(ROOT, 'out', 'cli');
  const bundle = join(folder, `${name}.mjs`);
  if (isFresh(bundle)) return bundle;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, from, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } },
    },
  });
  return bundle;
};
