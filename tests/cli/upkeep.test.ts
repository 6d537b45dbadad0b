import { describe, expect, it } from 'vitest';
import { folderOf, run } from './command.ts';

const MET = 'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing.';
const ACCUSED = 'Russia accused Ukraine of an attack.';

/** The whole graph as text. */
async function graphOf(cwd: string): Promise<string> {
  return (await run(['export', '--format', 'jsonl'], { cwd })).stdout;
}

describe('delete', () => {
  it('leaves the graph as if the bulletin had never been seen, and names ids that are not there', async () => {
    const cwd = await folderOf({ 'a.ndjson': `${JSON.stringify({ id: 'a', text: MET, date: '2024-12-25' })}\n` });
    await run(['ingest', 'a.ndjson'], { cwd });
    const before = await graphOf(cwd);
    await run(['ingest', '-'], { cwd, input: `${JSON.stringify({ id: 'b', text: ACCUSED, date: '2024-12-26' })}\n` });
    expect(await graphOf(cwd)).not.toBe(before);
    const { code, stderr } = await run(['delete', 'b', 'nobody'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('holds no bulletin with the id "nobody"');
    expect(stderr).toContain('1 bulletin deleted');
    expect(await graphOf(cwd)).toBe(before);
  });
});

describe('replace and reextract', () => {
  it('read again what the store holds as it is, and change nothing where they read the same', async () => {
    const cwd = await folderOf({ 'in/a.txt': MET, 'in/b.txt': ACCUSED });
    await run(['ingest', 'in'], { cwd });
    const before = await graphOf(cwd);
    const replaced = await run(['replace', 'in/a.txt'], { cwd });
    expect(replaced.code).toBe(0);
    expect(replaced.stderr).toContain('1 bulletin replaced');
    const again = await run(['reextract', '--jobs', '1'], { cwd });
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('2 bulletins read again');
    expect((await run(['reextract', '--only-others'], { cwd })).stderr).toContain('0 bulletins read again');
    expect(await graphOf(cwd)).toBe(before);
  });

  it('put right what another version read', async () => {
    const cwd = await folderOf({ 'in/a.txt': MET });
    await run(['ingest', 'in'], { cwd });
    const before = await graphOf(cwd);
    const spoil =
      "MATCH (b:Bulletin)<-[:FROM]-(s) SET b.extractor = 'bulletin-graph/0.0.1' SET s.rule = 'an older one'";
    expect((await run(['query', '-', '--write'], { cwd, input: spoil })).code).toBe(0);
    expect(await graphOf(cwd)).toContain('an older one');
    expect((await run(['reextract', '--only-others'], { cwd })).stderr).toContain('1 bulletin read again');
    expect(await graphOf(cwd)).toBe(before);
  });
});
