/** The viewer in a real browser: Debian's chromium, found on PATH or in the usual places, at one size and pixel ratio. */
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/e2e/chromium.ts';

const chromium = findChromium(process.env);
if (chromium === null && process.env['CI']) {
  throw new Error('CI is set and there is no chromium. Install it: apt-get install chromium');
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Pictures to compare with, beside the tests.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A missing picture is a failure; `npm run update:pictures` makes them.
  updateSnapshots: 'none',
  // One store and one server for all; two cores are common in CI.
  workers: 1,
  // A second try in CI, told as flaky: two busy cores may be slower than a test allows.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON']
    ? [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] }]]
    : [['list']],
  use: {
    browserName: 'chromium',
    ...(chromium === null ? {} : { launchOptions: { executablePath: chromium } }),
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
});
