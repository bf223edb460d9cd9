/**
 * `npm run bench [gaps|plan|profile|import|report|app|soll-ist|takeover|etiketten|inventur|traeger]`: the measured promises, as a table. Figures are medians of
 * several runs; what counts are the ratios inside one run. Ends with status 1 when a limit is missed.
 */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { ensureTools } = await import('./lib/tools.mjs');
const tools = ensureTools();
Object.assign(process.env, tools.env);

const { build } = await import('vite');
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(ROOT, 'tests/bench/index.ts'),
    outDir: join(ROOT, 'out/bench'),
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
});
const benches = await import(pathToFileURL(join(ROOT, 'out/bench/bench.mjs')).href);
const wanted = process.argv.slice(2);
const names = [
  'gaps',
  'plan',
  'profile',
  'import',
  'report',
  'app',
  'soll-ist',
  'takeover',
  'etiketten',
  'inventur',
  'traeger',
].filter((name) => wanted.length === 0 || wanted.includes(name));
const IN_BROWSER = ['app', 'soll-ist', 'takeover', 'inventur'];
if (names.some((name) => IN_BROWSER.includes(name))) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

const number = (value, digits = 1) => value.toLocaleString('de-DE', { maximumFractionDigits: digits });
let missed = 0;
console.log(
  `${cpus()[0]?.model ?? 'CPU'}, ${cpus().length} Kerne, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
console.log('| was | Median | Grenze | Verhältnis | Grenze | gehalten | |');
console.log('| --- | ---: | ---: | ---: | ---: | --- | --- |');
for (const name of names) {
  if (IN_BROWSER.includes(name) && tools.chromium === null) {
    console.log(`| LEFT OUT: ${name}, no Chromium found | | | | | | |`);
    continue;
  }
  for (const row of await benches[name]()) {
    const unit = row.unit ?? 'ms';
    const isHeld =
      (row.limitMs === undefined || row.medianMs <= row.limitMs) &&
      (row.limit === undefined || row.ratio <= row.limit);
    if (!isHeld) missed += 1;
    const hasLimit = row.limitMs !== undefined || row.limit !== undefined;
    console.log(
      `| ${[
        row.name,
        `${number(row.medianMs)} ${unit}`,
        row.limitMs === undefined ? '' : `${number(row.limitMs)} ${unit}`,
        row.ratio === undefined ? '' : `${number(row.ratio, 2)}×`,
        row.limit === undefined ? '' : `${number(row.limit, 2)}×`,
        hasLimit ? (isHeld ? 'ja' : 'NEIN') : '',
        row.note ?? '',
      ].join(' | ')} |`,
    );
  }
}
process.exit(missed === 0 ? 0 : 1);
