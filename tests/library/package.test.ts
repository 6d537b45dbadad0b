/** The built package as another project sees it: the program of docs/library.md is run, and checked by TypeScript. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project whose node_modules has the package, as `npm install` of a folder leaves it. */
let project = '';
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'bulletin-graph-user-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(ROOT, join(project, 'node_modules', 'bulletin-graph'), 'dir');
  const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8');
  const program = /```js\n(.*?)```/s.exec(page)?.[1];
  if (program === undefined) throw new Error('docs/library.md has no program');
  writeFileSync(join(project, 'program.mjs'), program);
  writeFileSync(join(project, 'program.mts'), program);
});
afterAll(() => rmSync(project, { recursive: true, maxRetries: 5 }));

test('the program of docs/library.md runs against the built package', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: project, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toContain('MET Wang Yi Takeshi Iwaya 2024-12-25 true');
  expect(lines).toContain('added 2');
  expect(lines).toContain('since 2025 1');
  expect(lines).toContain(
    'Chinese Foreign Minister Wang Yi met Takeshi Iwaya in Beijing on Wednesday. Harbor Wire 2024-12-25',
  );
  expect(lines).toContain('misspelt query:1:27: There is no property naem of Entity. Did you mean "name"?');
  expect(lines).toContain('verified true');
  expect(lines.at(-1)).toBe('served 200');
  expect(readFileSync(join(project, 'meetings.html'), 'utf8')).toContain('<h2>Bibliography</h2>');
  expect(readFileSync(join(project, 'graph.gexf'), 'utf8')).toContain('label="Wang Yi"');
});

test('its types hold in a strict TypeScript project', () => {
  const wrong = `import { extract, openStore } from 'bulletin-graph';
    const { statements } = await extract({ text: 'a' });
    // @ts-expect-error a statement always has a subject
    const nothing: null = statements[0]?.subject ?? { entity: '', text: '', start: 0, end: 0 };
    // @ts-expect-error the text is needed
    await extract({ date: '2024' });
    // @ts-expect-error a store has no such method
    (await openStore('file:x')).query(nothing);`;
  writeFileSync(join(project, 'wrong.mts'), wrong);
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--noEmit', '--types', 'node'];
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      ...options,
      '--typeRoots',
      join(ROOT, 'node_modules', '@types'),
      'program.mts',
      'wrong.mts',
    ],
    { cwd: project, encoding: 'utf8' },
  );
  expect(stdout).toBe('');
});
