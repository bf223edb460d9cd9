import { availableParallelism } from 'node:os';
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
    // One processor less than there are is the default: on a machine of two that would be one after the other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    reporters: process.env['VITEST_JSON']
      ? ['default', ['json', { outputFile: process.env['VITEST_JSON'] }]]
      : ['default'],
  },
});
