import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'tests/harness/**/*.test.ts',
      'tests/fuzz/**/*.test.ts',
      'tests/recognition/**/*.test.ts',
      'tests/failure/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 30_000,
    reporters: process.env['VITEST_JSON']
      ? ['default', ['json', { outputFile: process.env['VITEST_JSON'] }]]
      : ['default'],
  },
});
