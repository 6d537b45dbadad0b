import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const page = new URL('../../dist/viewer/app/', import.meta.url);
const built = existsSync(new URL('index.html', page));
const LIMIT = 150_000;

// `npm test` builds first; a test run by hand may not have.
describe.skipIf(!built && !process.env['CI'])('the built page (skipped before `npm run build`)', () => {
  const html = built ? readFileSync(new URL('index.html', page), 'utf8') : '';

  test(`loads less than ${LIMIT / 1000} kB of JavaScript, gzipped`, () => {
    const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, page))).length, 0);
    expect(bytes).toBeLessThan(LIMIT);
  });

  test('the console is not among what is loaded first', () => {
    const files = readdirSync(new URL('assets/', page)).filter((file) => /^console-.*\.js$/.test(file));
    expect(files).toHaveLength(1);
    for (const file of files) expect(html).not.toContain(file);
  });

  test('has nothing inline that a strict content security policy forbids', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  test('brings its fonts and its layout worker along', () => {
    const files = readdirSync(new URL('assets/', page));
    expect(files.filter((file) => file.endsWith('.woff2'))).toHaveLength(2);
    expect(files.filter((file) => file.startsWith('layout-worker'))).toHaveLength(1);
  });
});
