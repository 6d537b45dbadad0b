/** Judging on the command line: a merge, the log, its undo, and what is refused. */
import { describe, expect, it } from 'vitest';
import { folderOf, run } from './command.ts';

const WIRE = 'Russian Ambassador Anatoly Antonov met Canadian envoy Kirsten Hillman in Ottawa on 10 July 2024.';
const TIMES = `${WIRE.replace('Anatoly', 'Anatoliy')} Antonov criticized Canada.`;
const PAIR = ['person:anatoly-antonov', 'person:anatoliy-antonov'];

async function graphOf(cwd: string): Promise<string> {
  const { code, stdout } = await run(['export', '--format', 'jsonl'], { cwd });
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => !line.includes('"kind":"judgement"'))
    .join('\n');
}

describe('judging', () => {
  it('reviews, merges, keeps the merge when bulletins are read again, and undoes it to the byte', async () => {
    const cwd = await folderOf({ 'in/wire.txt': WIRE, 'in/times.txt': TIMES });
    await run(['ingest', 'in'], { cwd });
    const before = await graphOf(cwd);
    const review = await run(['review'], { cwd });
    expect(review.stdout).toContain('spellings: anatoliy / anatoly');
    expect(review.stdout).toContain(WIRE);
    expect(review.stderr).toContain('1 candidate, 1 shown');

    const merged = await run(['same', ...PAIR, '--by', 'ada', '--why', 'two spellings'], { cwd });
    expect(merged).toMatchObject({
      code: 0,
      stdout: `1  same ${PAIR.join(' ')}\n1 bulletin written anew.\n`,
      stderr: '',
    });
    const after = await graphOf(cwd);
    expect(after).not.toBe(before);
    expect((await run(['review'], { cwd })).stdout).toBe('');
    expect((await run(['reextract'], { cwd })).code).toBe(0);
    expect(await graphOf(cwd)).toBe(after);

    expect((await run(['undo'], { cwd, env: { BULLETIN_GRAPH_USER: 'bob' } })).stdout).toContain('2  undo 1');
    expect(await graphOf(cwd)).toBe(before);
    const log = (await run(['judgements'], { cwd })).stdout;
    expect(log).toMatch(/1 {2}same .* \(taken back\)\n {3}\S+ by ada: two spellings\n2 {2}undo 1\n {3}\S+ by bob\n/);
  }, 120_000);

  it('names, types and rejects, and refuses what cannot be meant with code 2', async () => {
    const cwd = await folderOf({ 'in/wire.txt': WIRE });
    await run(['ingest', 'in'], { cwd });
    expect((await run(['rename', 'Kirsten Hillman', 'K. Hillman'], { cwd })).stdout).toContain('"K. Hillman"');
    expect((await run(['retype', 'person:kirsten-hillman', 'Group'], { cwd })).code).toBe(0);
    const typed = await run(['query', '-'], {
      cwd,
      input: "MATCH (e:Group {name: 'K. Hillman'}) RETURN e.aliases AS aliases",
    });
    expect(typed.stdout).toContain('Kirsten Hillman');

    const input = "MATCH (s:Statement {predicate: 'MET'}) RETURN s.id AS id";
    const [, statement = ''] = (await run(['query', '-'], { cwd, input })).stdout.split('\r\n');
    expect((await run(['reject', statement, '--why', 'a film'], { cwd })).code).toBe(0);
    expect((await run(['query', '-'], { cwd, input })).stdout).toBe('id\r\n');

    const refused = async (...args: string[]) => {
      const { code, stderr } = await run(args, { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('reject', statement)).toContain('is rejected already');
    expect(await refused('same', 'person:nobody', 'person:kirsten-hillman')).toContain(
      'No entity has the id "person:nobody"',
    );
    expect(await refused('undo', '9')).toContain('There is no judgement 9');
    expect(await refused('undo', 'x')).toContain('number of a judgement');
    expect(await refused('retype', 'person:kirsten-hillman', 'Planet')).toContain('Allowed choices');
    expect(await refused('rename', 'person:kirsten-hillman', ' ')).toContain('is empty');
  }, 120_000);
});
