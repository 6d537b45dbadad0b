/**
 * Adds up what Vitest's and Playwright's JSON reports say and prints `N passed, N failed, N skipped`.
 * A report that is missing (its runner did not get so far) counts as one failure. Exit code 1 where anything failed.
 */
import { existsSync, readFileSync } from 'node:fs';

const [vitestPath, playwrightPath] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;

/** @param {string | undefined} path */
function report(path) {
  if (path === undefined || !existsSync(path)) {
    failed += 1;
    return null;
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

const vitest = report(vitestPath);
if (vitest !== null) {
  passed += vitest.numPassedTests;
  failed += vitest.numFailedTests;
  // A file that fails to load has no tests to count, and must not pass for that.
  failed += vitest.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  skipped += vitest.numPendingTests + vitest.numTodoTests;
}

const playwright = report(playwrightPath);
if (playwright !== null) {
  passed += playwright.stats.expected + playwright.stats.flaky;
  failed += playwright.stats.unexpected + playwright.errors.length;
  skipped += playwright.stats.skipped;
}

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
