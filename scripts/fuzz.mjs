/**
 * `npm run fuzz [-- --faelle 5000 --saat 1 --sekunden 600 --ab 0]`: broken lists, each through the whole import in a
 * worker of its own time and memory. Ends with status 1 when one crashes, hangs, or is refused without a sentence; the
 * file is kept in test-results/fuzz, and `--ab NUMBER --faelle 1` runs it again.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { values } = parseArgs({
  options: {
    faelle: { type: 'string', default: '5000' },
    saat: { type: 'string', default: '1' },
    sekunden: { type: 'string', default: '600' },
    ab: { type: 'string', default: '0' },
  },
});

const { build } = await import('vite');
const out = join(ROOT, 'out/fuzz');
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    rollupOptions: {
      input: { fuzz: join(ROOT, 'tests/fuzz/index.ts'), worker: join(ROOT, 'tests/fuzz/worker.ts') },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
const { fuzz } = await import(pathToFileURL(join(out, 'fuzz.mjs')).href);
const report = await fuzz({
  seed: Number(values.saat),
  firstCase: Number(values.ab),
  cases: Number(values.faelle),
  seconds: Number(values.sekunden),
  worker: pathToFileURL(join(out, 'worker.mjs')),
  folder: join(ROOT, 'test-results/fuzz'),
});

for (const failure of report.failures) console.log(`${failure}\n`);
console.log('| outcome | cases |');
console.log('| --- | ---: |');
for (const [outcome, count] of [...report.outcomes].sort()) console.log(`| ${outcome} | ${count} |`);
console.log(
  `\nseed ${values.saat}: ${report.ran} cases, ${report.failures.length} failures, slowest ${Math.round(report.slowestMs)} ms (case ${report.slowestCase})`,
);
process.exit(report.failures.length === 0 && report.ran > 0 ? 0 : 1);
