import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    reporters: process.env['VITEST_JSON']
      ? ['default', ['json', { outputFile: process.env['VITEST_JSON'] }]]
      : ['default'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores are common in CI; a test file may start a server of its own.
    maxWorkers: 2,
    onConsoleLog(log) {
      throw new Error(`A test printed to the console: ${log}`);
    },
  },
});
