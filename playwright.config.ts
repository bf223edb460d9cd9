import { defineConfig } from '@playwright/test';

/** Every spec runs twice: in the desktop app (real Electron where its binary is, else its stand-in) and in the browser edition. */
export default defineConfig<{ edition: 'desktop' | 'browser' }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // A second try on a busy machine; `npm test` names every test that needed it.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['line'], ['json']] : [['line']],
  projects: [
    { name: 'desktop', use: { edition: 'desktop' } },
    { name: 'browser', use: { edition: 'browser' } },
  ],
});
