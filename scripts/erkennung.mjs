/**
 * `npm run erkennung [-- --zurueckgehalten] [--fehler]`: how well the import recognises the hand-labelled lists in
 * `tests/recognition`, as a table. The held-out lists are measured only on demand: they are no help for tuning.
 * `--fehler` names each wrong answer with its place.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { build } = await import('vite');
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(ROOT, 'tests/recognition/measure.ts'),
    outDir: join(ROOT, 'out/recognition'),
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'measure.mjs' } },
  },
});
const { ASPECTS, listsOf, measureList, totalOf } = await import(
  pathToFileURL(join(ROOT, 'out/recognition/measure.mjs')).href
);
const wanted = process.argv.slice(2);
const folders = wanted.includes('--zurueckgehalten') ? ['held-out', 'held-out-second'] : ['lists'];
const profile = join(ROOT, 'resources/profiles/mv-vorschlag-2026.json');

const NAMES = {
  layouts: 'Aufbau',
  columns: 'Spalten',
  categories: 'Kategorien',
  outside: 'außerhalb',
  dates: 'Daten',
  prices: 'Preise',
  rooms: 'Räume',
  status: 'Zustand',
};
const percent = ({ right, of }) =>
  of === 0
    ? '–'
    : `${((right / of) * 100).toLocaleString('de-DE', { maximumFractionDigits: 1 })} % (${right}/${of})`;

const lists = folders
  .map((name) => join(ROOT, 'tests/recognition', name))
  .flatMap((folder) => listsOf(folder).map((file) => measureList(folder, file, profile)));
console.log(`| Liste | ${ASPECTS.map((aspect) => NAMES[aspect]).join(' | ')} |`);
console.log(`| --- |${ASPECTS.map(() => ' ---: |').join('')}`);
for (const { file, scores } of lists)
  console.log(`| ${file} | ${ASPECTS.map((aspect) => percent(scores[aspect])).join(' | ')} |`);
console.log(`| **alle** | ${ASPECTS.map((aspect) => percent(totalOf(lists, aspect))).join(' | ')} |`);
if (wanted.includes('--fehler'))
  for (const { file, scores } of lists)
    for (const aspect of ASPECTS)
      for (const wrong of scores[aspect].wrong) console.log(`${file} [${aspect}] ${wrong}`);
