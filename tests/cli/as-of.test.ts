import { expect, it } from 'vitest';
import { folderOf, run } from './command.ts';

const MET =
  'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing on 25 December 2024.';
const BULLETINS = [
  { id: 'a', date: '2024-12-25', source: 'Wire', text: MET },
  { id: 'b', date: '2025-02-01', source: 'Wire', text: 'Russia accused Ukraine of an attack.' },
];

it('query, export and status --as-of show what was known on the date', async () => {
  const cwd = await folderOf({ 'a.ndjson': BULLETINS.map((bulletin) => JSON.stringify(bulletin)).join('\n') });
  expect((await run(['ingest', 'a.ndjson'], { cwd })).code).toBe(0);
  const predicates = 'MATCH (s:Statement) WHERE s.predicate <> "REPRESENTS" RETURN s.predicate AS p ORDER BY p';
  const then = await run(['query', '-', '--as-of', '2024-12-31'], { cwd, input: predicates });
  expect(then).toMatchObject({ code: 0, stdout: 'p\r\nMET\r\n' });
  expect(then.stderr).toContain('As known on 2024-12-31: 1 of 2 bulletins.');
  expect((await run(['query', '-'], { cwd, input: predicates })).stdout).toBe('p\r\nACCUSED\r\nMET\r\n');
  const status = JSON.parse((await run(['status', '--json', '--as-of', '2024-12-24'], { cwd })).stdout);
  expect(status).toMatchObject({ bulletins: 0, statements: 0, first: null });
  const exported = await run(['export', '--format', 'jsonl', '--as-of', '2024'], { cwd });
  expect(exported.stdout).toContain('"id":"a"');
  expect(exported.stdout).not.toContain('Ukraine');
  const written = await run(['query', '-', '--write', '--as-of', '2024'], { cwd, input: 'MATCH (n) DELETE n' });
  expect(written).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written to') });
  const wrong = await run(['query', '--as-of', 'yesterday', 'top-actors'], { cwd });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('YYYY-MM-DD') });
}, 180_000);
