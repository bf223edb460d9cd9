/**
 * `npm test`: everything that decides whether a change may land, on a machine that has only Node and npm.
 * Names every skipped test and ends with a plain line `N passed, N failed`, counted from the runners' JSON reports.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT } from './lib/install.mjs';
import { ensureTools } from './lib/tools.mjs';

const REPORTS = join(ROOT, 'test-results', 'reports');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');

const heading = (text) => console.log(`\n== ${text}`);

/** Runs one step in the project's folder; false when it failed. */
const run = (name, command, args, env = {}) => {
  heading(name);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
  return status === 0;
};
const npmRun = (script) => run(script, 'npm', ['run', '--silent', script]);

const countUnit = () => {
  if (!existsSync(UNIT_REPORT)) return null;
  const report = JSON.parse(readFileSync(UNIT_REPORT, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
        .length,
    skipped: report.testResults.flatMap((file) =>
      file.assertionResults
        .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
        .map(({ fullName }) => fullName),
    ),
  };
};

const countE2e = () => {
  if (!existsSync(E2E_REPORT)) return null;
  const { stats, errors, suites } = JSON.parse(readFileSync(E2E_REPORT, 'utf8'));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const titlesOf = (wanted) =>
    suites
      .flatMap(specs)
      .flatMap(({ title, tests }) =>
        tests.filter(({ status }) => status === wanted).map(({ projectName }) => `${title} (${projectName})`),
      );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: titlesOf('skipped'),
    flaky: titlesOf('flaky'),
  };
};

/** Of the breakages of `npm run ausfalltest`, one of each kind. */
const BREAKAGES = 'folder deleted,random bytes,newest backup,during journal,read-only,database write';

ensureInstalled();
const tools = ensureTools();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const steps = [
  npmRun('typecheck'),
  npmRun('lint'),
  npmRun('boundaries'),
  npmRun('format:check'),
  npmRun('build'),
  run('unit tests', 'npx', ['vitest', 'run'], { VITEST_JSON: UNIT_REPORT, ...tools.env }),
];
const results = [countUnit()];
if (existsSync(join(ROOT, 'playwright.config.ts')) && tools.chromium !== null) {
  steps.push(
    run('end-to-end tests', 'npx', ['playwright', 'test'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT,
      ...tools.env,
    }),
  );
  results.push(countE2e());
  // In short: the whole of it takes half an hour (`npm run ausfalltest`).
  steps.push(
    run(
      'failure tests',
      'node',
      ['scripts/ausfalltest.mjs', '--nur', 'kill,store', '--runden', '6', '--art', BREAKAGES],
      tools.env,
    ),
  );
}

heading('result');
for (const line of tools.leftOut) console.log(`LEFT OUT: ${line}`);
const total = { passed: 0, failed: 0 };
for (const result of results) {
  if (result === null) {
    total.failed += 1;
    continue;
  }
  total.passed += result.passed;
  total.failed += result.failed;
  for (const title of result.skipped) console.log(`SKIPPED: ${title}`);
  for (const title of result.flaky ?? []) console.log(`PASSED ONLY AT THE SECOND TRY: ${title}`);
}
const failedSteps = steps.filter((passed) => !passed).length;
const failed = Math.max(total.failed, failedSteps);
console.log(`${total.passed} passed, ${failed} failed`);
process.exit(failed === 0 && total.passed > 0 ? 0 : 1);
