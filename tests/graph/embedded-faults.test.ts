/** The embedded store when things go wrong: missing, locked, damaged, killed in the middle, out of memory. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../graph/embedded/store.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { type Report, report } from '../support/claims.ts';
import { exported } from '../contract/store-contract.ts';

const OPTIONS = { now: '2025-01-01', extractor: 'claims 1' };

let folder: string;
let directory: string;
const opened: GraphStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-'));
  directory = join(folder, 'store');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: { create?: boolean; queryMegabytes?: number } = {}): Promise<EmbeddedStore> {
  const store = await EmbeddedStore.open({ directory, url: `file:${directory}`, create: true, ...options });
  opened.push(store);
  return store;
}

const meetings = (count: number): Report[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `b${index}`,
    source: `Wire ${index % 3}`,
    claims: [
      { subject: 'China', predicate: 'MET', object: 'Japan', date: `2024-12-${10 + (index % 20)}` },
      { subject: `Person:Speaker ${index % 7}`, predicate: 'ACCUSED', object: 'Japan' },
    ],
  }));

/** Kills the process that holds the database and waits until it has left the files. */
async function killChild(store: EmbeddedStore): Promise<void> {
  const { pid } = store;
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  while (store.pid === pid) await sleep(5);
}

/** Leaves the store as a machine that stopped would: written to, never closed. */
async function abandon(reports: readonly Report[]): Promise<void> {
  const store = await open();
  for (const one of reports) await writeExtraction(store, [report(one)], OPTIONS);
  await killChild(store);
}

describe('opening', () => {
  it('says that there is no store, and how to make one', async () => {
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({
      reason: 'missing',
      message: expect.stringContaining(`bulletin-graph ingest PATH --store file:${directory}`),
    });
    expect(existsSync(directory)).toBe(false);
  });

  it('refuses a file in place of a folder', async () => {
    writeFileSync(directory, 'a bulletin');
    await expect(openStore(`file:${directory}`, { create: true })).rejects.toMatchObject({ reason: 'invalid-url' });
  });

  it.each(['postgres://host', 'bulletins', '', 'file:', 'file://elsewhere/store', 'neo4j://ho st:x'])(
    'refuses the address "%s" and says which there are',
    async (url) => {
      await expect(openStore(url, { create: true })).rejects.toMatchObject({
        reason: 'invalid-url',
        message: expect.stringMatching(/file:DIR|neo4j:\/\/HOST/),
      });
    },
  );

  it('refuses a second opening while the first lasts, naming the store and its holder, and allows it after', async () => {
    const first = await open();
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({
      reason: 'locked',
      message: expect.stringMatching(new RegExp(`^The store ${directory} is in use .*process ${process.pid}.*Stop it`)),
    });
    expect((await first.read('RETURN 1 AS one')).rows).toEqual([[1]]);
    await first.close();
    expect((await (await open({ create: false })).read('RETURN 2 AS two')).rows).toEqual([[2]]);
  });

  it('refuses to be used after it was closed', async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.read('RETURN 1 AS one')).rejects.toMatchObject({ reason: 'failed' });
    await expect(store.write(async () => 1)).rejects.toMatchObject({ reason: 'failed' });
  });

  it('keeps everything over closing and opening', async () => {
    const store = await open();
    await writeExtraction(store, meetings(5).map(report), OPTIONS);
    const before = await exported(store);
    await store.close();
    expect(await exported(await open({ create: false }))).toBe(before);
  });
});

describe('a damaged store', () => {
  it('is told where its file is no database', async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'graph.grafeo'), 'not a database '.repeat(1000));
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({
      reason: 'damaged',
      message: expect.stringMatching(
        new RegExp(`^The store ${directory} cannot be read: .*ingest the bulletins again`),
      ),
    });
  });

  it('is told where its file is gone', async () => {
    await abandon(meetings(1));
    rmSync(join(directory, 'graph.grafeo'));
    await expect(openStore(`file:${directory}`, { create: true })).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('is told where its log was deleted, and opens once its owner accepts what is left', async () => {
    await abandon(meetings(3));
    rmSync(join(directory, 'graph.grafeo.wal'), { recursive: true });
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({
      reason: 'damaged',
      message: expect.stringMatching(/has lost commits: 4 were made, 1 are there.*delete .*commits\.json/),
    });
    rmSync(join(directory, 'commits.json'));
    expect(await exported(await open({ create: false }))).toBe('');
  });

  it('is told where its log was cut', async () => {
    await abandon(meetings(20));
    const log = join(directory, 'graph.grafeo.wal');
    const file = join(log, readdirSync(log).at(-1) ?? '');
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await expect(openStore(`file:${directory}`)).rejects.toMatchObject({ reason: 'damaged' });
  });
});

describe('a process that is killed', () => {
  it('at any moment of a write loses nothing and doubles nothing', async () => {
    const reports = meetings(40).map(report);
    const store = await open();
    const progress = { done: false };
    const writing = (async () => {
      for (const one of reports) await writeExtraction(store, [one], OPTIONS);
      progress.done = true;
    })();
    let kills = 0;
    for (let wait = 3; !progress.done; wait = (wait * 7) % 61) {
      await sleep(wait);
      if (store.pid === undefined) continue;
      process.kill(store.pid, 'SIGKILL');
      kills++;
      // Long enough for the next process to get somewhere.
      await sleep(kills % 3 === 0 ? 30 : 1500);
      if (kills === 6) break;
    }
    await writing;
    expect(kills).toBeGreaterThan(0);
    const survived = await exported(store);
    await store.close();

    directory = join(folder, 'undisturbed');
    const undisturbed = await open();
    await writeExtraction(undisturbed, reports, OPTIONS);
    expect(survived).toBe(await exported(undisturbed));
    // Each kill costs a start of the database, which takes long on a busy machine.
  }, 240_000);

  it('with the whole program loses nothing that was acknowledged', async () => {
    const script = fileURLToPath(new URL('../support/ingest-until-killed.ts', import.meta.url));
    const program = spawn(process.execPath, ['--import', 'tsx', script, `file:${directory}`]);
    let printed = '';
    await new Promise<void>((enough) => {
      program.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.split('\n').length > 25) enough();
      });
      program.once('exit', () => enough());
    });
    program.kill('SIGKILL');
    const acknowledged = printed.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    const store = await open({ create: false });
    const { rows } = await store.read('MATCH (b:Bulletin) RETURN b.id AS id', {}, { maxRows: 100_000 });
    const stored = new Set(rows.map(([id]) => id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect((await store.read('MATCH ()-[r:MET]->() RETURN r.statements AS n')).rows).toEqual([[stored.size]]);
  });

  it('lets the reads that ran with it be answered by the next', async () => {
    const store = await open();
    await writeExtraction(store, meetings(3).map(report), OPTIONS);
    const reads = Array.from({ length: 4 }, () => store.read('MATCH (b:Bulletin) RETURN count(b.id) AS n'));
    await sleep(1);
    if (store.pid !== undefined) process.kill(store.pid, 'SIGKILL');
    expect((await Promise.all(reads)).map(({ rows }) => rows)).toEqual([[[3]], [[3]], [[3]], [[3]]]);
  });
});

describe('a chain over an actor with very many relationships', () => {
  it('is refused with the form that works, and the store goes on', async () => {
    const store = await open();
    const ids = Array.from({ length: 66_000 }, (_, index) => `e${index}`);
    for (let start = 0; start < ids.length; start += 6000) {
      await store.write(async (transaction) => {
        const page = ids.slice(start, start + 6000);
        await transaction.run('UNWIND $page AS id MERGE (:Entity {id: id})', { page });
        await transaction.run(
          "UNWIND $page AS id MATCH (e:Entity {id: id}) MATCH (h:Entity {id: 'e0'}) CREATE (e)-[:MET {id: id}]->(h)",
          { page },
        );
      });
    }
    const chain = "MATCH (a:Entity {id: 'e7'})-[:MET]-(b)-[:MET]-(c) RETURN count(c.id) AS n";
    await expect(store.read(chain)).rejects.toMatchObject({
      reason: 'unportable',
      message: expect.stringContaining('*2..2'),
    });
    const portable = "MATCH (a:Entity {id: 'e7'})-[:MET*2..2]-(c) RETURN count(c.id) AS n";
    expect((await store.read(portable)).rows[0]?.[0]).toBeGreaterThan(65_535);
  });
});

describe('a query that takes too much memory', () => {
  it('is stopped, while those beside it are answered', async () => {
    const store = await open({ queryMegabytes: 200 });
    await writeExtraction(store, meetings(3).map(report), OPTIONS);
    const greedy = store.read('UNWIND range(1, 20000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n');
    const modest = store.read('MATCH (b:Bulletin) RETURN count(b.id) AS n');
    await expect(greedy).rejects.toMatchObject({ reason: 'memory', message: expect.stringContaining('200 MB') });
    expect((await modest).rows).toEqual([[3]]);
    expect(await exported(store)).toContain('"id":"b2"');
  });
});
