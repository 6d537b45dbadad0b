import { describe, expect, it } from 'vitest';
import { folderOf, run } from './command.ts';

const MET = 'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing on Wednesday.';

async function damaged(cypher: string): Promise<{ cwd: string; before: string }> {
  const cwd = await folderOf({ 'a.ndjson': `${JSON.stringify({ id: 'a', text: MET, date: '2024-12-25' })}\n` });
  await run(['ingest', 'a.ndjson'], { cwd });
  const before = await graphOf(cwd);
  const spoilt = await run(['query', '-', '--write', '--no-check'], { cwd, input: cypher });
  expect(spoilt.code).toBe(0);
  return { cwd, before };
}

async function graphOf(cwd: string): Promise<string> {
  return (await run(['export', '--format', 'jsonl'], { cwd })).stdout;
}

describe('doctor', () => {
  it('names what is wrong with its ids and what to do, makes it anew with --repair, and ends with 1 or 0', async () => {
    const { cwd, before } = await damaged(
      "MATCH (e:Entity {id: 'person:wang-yi'}) SET e.name = 'Nobody' CREATE (:Event {id: 'ev-0', predicate: 'MET'})",
    );
    const sick = await run(['doctor'], { cwd });
    expect(sick.code).toBe(1);
    expect(sick.stdout).toContain(
      '1 entity does not have the name, type or counts that its mentions give: person:wang-yi',
    );
    expect(sick.stdout).toContain('1 event is told by no statement: ev-0');
    expect(sick.stdout).toContain('bulletin-graph doctor --repair');
    const healed = await run(['doctor', '--repair'], { cwd });
    expect(healed.code).toBe(0);
    expect(healed.stdout).toContain('is healthy now');
    expect(await graphOf(cwd)).toBe(before);
  });

  it('says what it cannot make anew, and what does', async () => {
    const { cwd } = await damaged("MATCH (s:Statement {predicate: 'MET'}) SET s.quote = 'never said'");
    const { code, stdout } = await run(['doctor', '--repair', '--json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'embedded',
      healthy: false,
      problems: [{ kind: 'words', count: 1, repairable: false, remedy: expect.stringContaining('replace PATH') }],
    });
  });

  it('tells of a store that another version made, which other commands refuse', async () => {
    const { cwd } = await damaged('MATCH (s:Store) SET s.schema = 1');
    const refused = await run(['status'], { cwd });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /^error The store .* was made by an earlier version .*Ingest the bulletins into a new/,
    );
    const { code, stdout } = await run(['doctor'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('schema version is not the one that this version reads');
  });
});
