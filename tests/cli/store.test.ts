import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { begin, folderOf, run } from './command.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const MET = 'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing.';
const ACCUSED = 'Russia accused Ukraine of an attack.';

const Counts = z.object({ bulletins: z.int(), entities: z.int(), statements: z.int(), events: z.int() });

async function countsOf(cwd: string): Promise<z.infer<typeof Counts>> {
  const { code, stdout, stderr } = await run(['status', '--json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return Counts.parse(JSON.parse(stdout));
}

/** Everything in the graph but the times of ingestion, as text. */
async function graphOf(cwd: string): Promise<string> {
  const queries = [
    'MATCH (n:Bulletin) RETURN n.id AS id, n.contentHash AS hash, n.ingestedAt AS at ORDER BY id',
    'MATCH (n:Entity) RETURN n.id AS id, n.name AS name, n.mentions AS mentions ORDER BY id',
    'MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id AS id, r.statements AS n, r.events AS events, r.affirmed AS yes ORDER BY id',
  ];
  let all = '';
  for (const query of queries) all += (await run(['query', '-', '--max-rows', '100000'], { cwd, input: query })).stdout;
  return all;
}

async function takenPort(): Promise<{ readonly port: number; readonly free: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, free: () => server.close() };
}

describe('ingest', () => {
  it('puts the samples in, and the second time changes nothing and says so', async () => {
    const cwd = await folderOf();
    const first = await run(['ingest', SAMPLES], { cwd });
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(/\d+ bulletins added, 0 rejected, [\d,]+ statements written/);
    const graph = await graphOf(cwd);
    expect(graph).toContain('person:wang-yi');
    const second = await run(['ingest', SAMPLES], { cwd });
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(/Nothing new: the store holds all \d+ bulletins already; nothing was changed/);
    expect(await graphOf(cwd)).toBe(graph);
  });

  it('adds nothing for a copy or for a file that was moved', async () => {
    const cwd = await folderOf({ 'a.txt': MET, 'copy/a.txt': MET });
    expect((await run(['ingest', '.'], { cwd })).stderr).toContain('1 bulletin added, 1 unchanged');
    await rm(join(cwd, 'a.txt'));
    await mkdir(join(cwd, 'moved'));
    await writeFile(join(cwd, 'moved', 'b.txt'), MET);
    expect((await run(['ingest', 'moved'], { cwd })).stderr).toContain('Nothing new');
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 1 });
  });

  it('replaces what a file said before it was edited', async () => {
    const cwd = await folderOf({ 'in/a.txt': MET });
    await run(['ingest', 'in'], { cwd });
    const before = await graphOf(cwd);
    await writeFile(join(cwd, 'in', 'a.txt'), ACCUSED);
    expect((await run(['ingest', 'in'], { cwd })).stderr).toContain('1 bulletin replaced');
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 1 });
    const after = await graphOf(cwd);
    expect(after).not.toContain('wang-yi');
    expect(after).toContain('country:UKR');
    expect(before).toContain('wang-yi');
  });

  it('takes the good files of a folder, names the bad one, and ends with code 3', async () => {
    const cwd = await folderOf({ 'in/a.txt': MET, 'in/b.txt': Buffer.from([1, 0, 2]), 'in/c.txt': ACCUSED });
    const { code, stderr } = await run(['ingest', 'in'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('rejected in/b.txt is not text');
    expect(stderr).toContain('2 bulletins added, 1 rejected');
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 2 });
  });

  it('takes the last of several bulletins with one id, however often it is run', async () => {
    const lines = [MET, ACCUSED].map((text) => JSON.stringify({ id: 'same', text }));
    const cwd = await folderOf({ 'a.ndjson': lines.join('\n') });
    for (let time = 0; time < 2; time++) {
      await run(['ingest', 'a.ndjson'], { cwd });
      expect(await countsOf(cwd)).toMatchObject({ bulletins: 1 });
      expect(await graphOf(cwd)).not.toContain('wang-yi');
    }
  });

  it('stopped by Ctrl-C keeps whole batches and goes on where it stopped', async () => {
    const texts = Array.from({ length: 1500 }, (_, index) =>
      JSON.stringify({ id: `b${index}`, text: `${MET} ${ACCUSED} ${index}` }),
    );
    const cwd = await folderOf({ 'a.ndjson': texts.join('\n') });
    const stopped = begin(['ingest', 'a.ndjson'], { cwd });
    await stopped.until(/Reading bulletins/);
    stopped.child.kill('SIGINT');
    const { code, stderr } = await stopped.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Run the same command again to go on');
    const part = await countsOf(cwd);
    expect(part.bulletins).toBeLessThan(1500);
    expect((await run(['ingest', 'a.ndjson'], { cwd })).code).toBe(0);
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 1500 });
  });

  it('with --watch takes in what is added later', async () => {
    const cwd = await folderOf({ 'in/a.txt': MET });
    const watching = begin(['ingest', 'in', '--watch'], { cwd });
    await watching.until(/Watching for changes/);
    await writeFile(join(cwd, 'in', 'b.txt'), ACCUSED);
    await watching.until(/holds 2 bulletins/);
    watching.child.kill('SIGINT');
    expect((await watching.ended).code).toBe(0);
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 2 });
  });
});

describe('start and serve', () => {
  it('start ingests, says what it made, prints the address of the viewer, and ends on Ctrl-C', async () => {
    const cwd = await folderOf();
    const started = begin(['start', '--port', '0'], { cwd });
    const [, address] = await started.until(/^(http:\/\/127\.0\.0\.1:\d+\/)$/m);
    const response = await fetch(`${address}api/summary`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ bulletins: expect.any(Number) });
    started.child.kill('SIGINT');
    const { code, stderr } = await started.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/bulletins added, 0 rejected/);
    expect(stderr).toMatch(/holds \d+ bulletins, \d+ entities, [\d,]+ statements/);
  });

  it('a port that is taken is named with a way out, and nothing is left running', async () => {
    const cwd = await folderOf({ 'a.txt': MET });
    const { port, free } = await takenPort();
    const { code, stdout, stderr } = await run(['start', 'a.txt', '--port', String(port)], { cwd });
    free();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`error Port ${port} on 127\\.0\\.0\\.1 is taken.*--port`));
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a store that another process holds is named with a way out', async () => {
    const cwd = await folderOf({ 'a.txt': MET });
    await run(['ingest', 'a.txt'], { cwd });
    const serving = begin(['serve', '--port', '0'], { cwd });
    await serving.until(/http:/);
    const { code, stderr } = await run(['ingest', 'a.txt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error The store .* is in use by another process.*--store/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    serving.child.kill('SIGTERM');
    expect((await serving.ended).code).toBe(0);
  });
});

describe('a store that cannot be used', () => {
  it('Neo4j that is down: what, where, what to do, no stack trace', async () => {
    const cwd = await folderOf({ 'a.txt': MET });
    const { port, free } = await takenPort();
    free();
    const { code, stdout, stderr } = await run(['ingest', 'a.txt', '--store', `bolt://127.0.0.1:${port}`], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`bolt://127.0.0.1:${port}`);
    expect(stderr).toMatch(/^error .*(Start it|check)/i);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([['status'], ['serve'], ['query']])('%s without a store says how to make one', async (name) => {
    const cwd = await folderOf();
    const args = name === 'query' ? ['query', 'top-actors'] : [name];
    const { code, stderr } = await run(args, { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('bulletin-graph ingest');
  });

  it('the environment names the store where no option does', async () => {
    const { code, stderr } = await run(['status'], {
      cwd: await folderOf(),
      env: { BULLETIN_GRAPH_STORE: 'file:elsewhere' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('elsewhere');
  });
});

describe('query', () => {
  it('runs the library and plain Cypher, and refuses writing, wrong Cypher and wrong parameters with code 2', async () => {
    const cwd = await folderOf({
      'a.txt': MET,
      'count.cypher': 'MATCH (b:Bulletin) WHERE b.language = $language RETURN count(b) AS n',
    });
    await run(['ingest', 'a.txt'], { cwd });
    const met = await run(['query', 'who-met-whom', '--format', 'json'], { cwd });
    expect(met.code).toBe(0);
    expect(JSON.parse(met.stdout)).toContainEqual(
      expect.objectContaining({ one_id: 'person:takeshi-iwaya', other_id: 'person:wang-yi' }),
    );
    const counted = await run(['query', 'count.cypher', '--param', 'language=en', '-f', 'ndjson'], { cwd });
    expect(counted).toEqual({ code: 0, stdout: '{"n":1}\n', stderr: '' });
    const cut = await run(['query', '-', '--max-rows', '1'], { cwd, input: 'MATCH (e:Entity) RETURN e.id AS id' });
    expect(cut.stderr).toContain('cut at 1 row');
    for (const [args, input] of [
      [['query', '-'], 'MATCH (n) DETACH DELETE n'],
      [['query', '-'], 'MATCH (n RETURN n'],
      [['query', 'top-actors', '--param', 'limit=lots'], ''],
      [['query', 'top-actors', '--param', 'nonsense=1'], ''],
    ] as const) {
      const refused = await run(args, { cwd, input });
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toMatch(/^error /);
      expect(refused.stderr).not.toMatch(/\n\s+at /);
    }
    expect(await countsOf(cwd)).toMatchObject({ bulletins: 1 });
  });

  it('lists the library with its parameters', async () => {
    const { code, stdout } = await run(['query', '--list'], { cwd: await folderOf() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/who-met-whom\n {4}\S.*\n {4}parameters: /);
  });
});
