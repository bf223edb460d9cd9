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
    nur: { type: 'string', default: 'kill,store,files,ipc,cost' },
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

if (wanted.includes('kill')) {
  const report = await failure.killRounds(place, {
    rounds: Number(values.runden),
    seed,
    seconds: Number(values.sekunden),
  });
  for (const problem of report.problems) console.log(problem);
  problems += report.problems.length;
  console.log(
    `SIGKILL: ${report.rounds} rounds, ${report.acknowledged} acknowledged changes, ${report.lost} lost, ${report.half} half`,
  );
}
process.exit(problems === 0 ? 0 : 1);
