/**
 * `npm run ausfalltest [-- --runden 200 --saat 1 --sekunden 1500 --nur kill]`: breaks what can break, as a user would live
 * through it, and counts what is lost. Prints a table and ends with status 1 when anything was lost or a limit is missed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { ensureTools } = await import('./lib/tools.mjs');
Object.assign(process.env, ensureTools().env);
const { values } = parseArgs({
  options: {
    runden: { type: 'string', default: '200' },
    saat: { type: 'string', default: '1' },
    sekunden: { type: 'string', default: '1500' },
    /** Only breakages whose name holds one of these, separated by commas. */
    art: { type: 'string', default: '' },
    nur: { type: 'string', default: 'kill,scan,store,files,ipc,cost' },
  },
});

if (
  spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'ignore', shell: process.platform === 'win32' })
    .status !== 0
)
  throw new Error('npm run build failed');
const { build } = await import('vite');
const out = join(ROOT, 'out/failure');
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        failure: join(ROOT, 'tests/failure/index.ts'),
        'app-process': join(ROOT, 'tests/failure/app-process.ts'),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
const failure = await import(pathToFileURL(join(out, 'failure.mjs')).href);
const wanted = values.nur.split(',');
const place = { appDir: ROOT, appProcess: join(out, 'app-process.mjs') };
const seed = Number(values.saat);
let problems = 0;
const tell = (found) => {
  for (const problem of found) console.log(problem);
  problems += found.length;
};
const number = (value) => value.toLocaleString('de-DE', { maximumFractionDigits: 1 });

if (wanted.includes('kill')) {
  const report = await failure.killRounds(place, {
    rounds: Number(values.runden),
    seed,
    seconds: Number(values.sekunden),
  });
  tell(report.problems);
  if (report.rounds < Number(values.runden)) console.log(`only ${report.rounds} rounds in the time given`);
  console.log('| SIGKILL of browser, main process, both in turn | |');
  console.log('| --- | ---: |');
  console.log(`| rounds | ${report.rounds} |`);
  console.log(`| acknowledged changes | ${number(report.acknowledged)} |`);
  console.log(`| of which lost | ${report.lost} |`);
  console.log(`| half change sets | ${report.half} |`);
}
if (wanted.includes('scan')) {
  // A stocktake is longer than any other work with single steps: some rounds of it besides.
  const rounds = Math.ceil(Number(values.runden) / 10);
  const report = await failure.scanRounds(place, { rounds, seed, seconds: Number(values.sekunden) / 5 });
  tell(report.problems);
  if (report.rounds < rounds) console.log(`only ${report.rounds} rounds in the time given`);
  console.log('\n| Inventur: SIGKILL of browser, main process, both in turn | |');
  console.log('| --- | ---: |');
  console.log(`| rounds | ${report.rounds} |`);
  console.log(`| acknowledged scans | ${number(report.acknowledged)} |`);
  console.log(`| of which lost | ${report.lost} |`);
}
if (wanted.includes('store')) {
  console.log('\n| what breaks | acknowledged and there | what the app says |');
  console.log('| --- | ---: | --- |');
  for (const report of await failure.damageStores(place, (name) =>
    values.art.split(',').some((part) => name.includes(part)),
  )) {
    const kept = report.isSkipped ? 'SKIPPED: no right to mount a small disk here' : report.kept;
    console.log(`| ${report.name} | ${kept} | ${report.message} |`);
    tell(report.problems);
  }
}
if (wanted.includes('files')) {
  const report = await failure.readDamagedFiles(ROOT, { cases: 1000, seed });
  tell(report.problems);
  console.log('\n| damaged backups, journals, profiles | |');
  console.log('| --- | ---: |');
  console.log(`| cases | ${number(report.cases)} |`);
  console.log(`| refused | ${report.refused} |`);
  console.log(`| journals read up to the damage | ${report.readInPart} |`);
  console.log(`| profiles that are whole in spite of it | ${report.acceptedAsConsistent} |`);
  console.log(`| accepted wrongly | ${report.acceptedWrongly} |`);
  console.log(`| crashed | ${report.crashed} |`);
}
if (wanted.includes('ipc')) {
  const report = await failure.runIpcAttack({ seed, cases: 1000 });
  tell(report.breaches);
  console.log('\n| malformed calls of a hostile page | |');
  console.log('| --- | ---: |');
  console.log(`| calls, over ${report.calls.size} channels | ${number(report.cases)} |`);
  console.log(`| refused for their sender | ${report.refusedForSender} |`);
  console.log(`| refused for their request | ${report.refusedForRequest} |`);
  console.log(`| failed in the handler | ${report.failed} |`);
  console.log(`| answered harmlessly | ${report.answered} |`);
  console.log(`| reached a file outside | ${report.breaches.length} |`);
}
if (wanted.includes('cost')) {
  console.log('\n| what safety costs | median | limit |');
  console.log('| --- | ---: | ---: |');
  for (const { name, ms, limitMs } of await failure.measureCost(place)) {
    console.log(`| ${name} | ${number(ms)} ms | ${limitMs} ms |`);
    if (!(ms <= limitMs)) tell([`${name}: ${number(ms)} ms are more than ${limitMs} ms`]);
  }
}
process.exit(problems === 0 ? 0 : 1);
