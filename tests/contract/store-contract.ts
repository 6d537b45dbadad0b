/**
 * What every GraphStore must do, run on each: the embedded store and a real Neo4j. A test that passes on one and fails
 * on the other has found a difference between them.
 */
import { assert, asyncProperty } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportLines } from '../../graph/export.ts';
import type { GraphStore, Value } from '../../graph/store.ts';
import { alreadyStored, deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { type Report, report } from '../support/claims.ts';
import { asOfContract } from './as-of-contract.ts';
import { contradictionsContract } from './contradictions-contract.ts';
import { curationContract } from './curation-contract.ts';
import { eventsContract } from './events-contract.ts';
import { history, play, whatIsLeft } from './history-law.ts';
import { interruptedLife, live, replay } from './interruption-law.ts';
import { referenceContract } from './reference-contract.ts';
import { viewsContract } from './views-contract.ts';
import { PORTABLE, TALKS, TALKS_ELSEWHERE } from './portable-answers.ts';

const OPTIONS = { now: '2025-01-01T00:00:00.000Z', extractor: 'claims 1' };

export async function clear(store: GraphStore): Promise<void> {
  await store.write((transaction) => transaction.run('MATCH (n) WHERE NOT n:Store DETACH DELETE n'));
}

export async function exported(store: GraphStore): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportLines(store)) lines.push(line);
  return lines.join('\n');
}

export const ingest = (store: GraphStore, reports: readonly Report[], extractor = OPTIONS.extractor) =>
  writeExtraction(store, reports.map(report), { ...OPTIONS, extractor });

async function rows(store: GraphStore, cypher: string, parameters: { [name: string]: Value } = {}) {
  return (await store.read(cypher, parameters)).rows;
}

const EDGE = `
  MATCH (a:Entity)-[r:MET]->(b:Entity)
  RETURN a.id AS from, b.id AS to, r.statements AS statements, r.events AS events, r.sources AS sources,
    r.sourceNames AS names, r.first AS first, r.last AS last, r.affirmed AS affirmed, r.negated AS negated,
    r.confidence AS confidence, r.quadClass AS quadClass`;

export interface ContractOptions {
  /** How many random histories the law of writing is tried on. */
  readonly histories: number;
  /** Kills the process that holds the database, where it is the store's own. */
  readonly kill?: (store: GraphStore) => void;
}

const POINTS = ['statement', 'statement', 'commit', 'acknowledgement'] as const;

export function storeContract(
  name: string,
  open: () => Promise<GraphStore>,
  { histories, kill }: ContractOptions,
): void {
  describe(`${name} keeps the contract:`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store?.close();
    });
    beforeEach(async () => {
      await clear(store);
    });

    curationContract({ store: () => store, clear, exported, histories });
    eventsContract({ store: () => store, clear, exported, ingest });
    contradictionsContract({ store: () => store, clear, exported, ingest });
    asOfContract({ store: () => store, clear, exported, histories });
    referenceContract({ store: () => store, clear, exported, histories });
    viewsContract({ store: () => store, clear, exported, ingest });

    describe('writing bulletins', () => {
      it('stores the bulletin, its words and what was claimed in them', async () => {
        const { bulletin } = report(TALKS);
        const written = await ingest(store, [TALKS]);
        expect(written.bulletins).toEqual({ added: 1, replaced: 0, unchanged: 0 });
        expect(written.statements).toEqual({ written: 2, removed: 0 });
        expect(written.entities).toEqual({ created: 6, removed: 0 });
        expect(await rows(store, 'MATCH (b:Bulletin) RETURN b.text AS text, b.ingestedAt AS at')).toEqual([
          [bulletin.text, OPTIONS.now],
        ]);
        const spans = await rows(
          store,
          `MATCH (s:Statement)-[a:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
           RETURN a.text AS text, a.start AS start, a.end AS end ORDER BY start`,
        );
        expect(spans).toHaveLength(6);
        for (const [text, start, end] of spans) expect(bulletin.text.slice(Number(start), Number(end))).toBe(text);
      });

      it('labels entities by type and counts who mentions them', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        expect(
          await rows(
            store,
            'MATCH (e:Person) RETURN e.name AS name, e.aliases AS aliases, e.bulletins AS b, e.mentions AS m ORDER BY name',
          ),
        ).toEqual([
          ['Takeshi Iwaya', [], 2, 3],
          ['Wang Yi', ['Wang'], 2, 3],
        ]);
      });

      it('aggregates statements of a pair, whichever way round a symmetric predicate was stated', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        expect(await rows(store, EDGE)).toEqual([
          [
            'person:takeshi-iwaya',
            'person:wang-yi',
            3,
            1,
            2,
            ['Coast Times', 'Harbor Wire'],
            '2024-11',
            '2024-12-25',
            2,
            1,
            0.9,
            1,
          ],
        ]);
      });

      it('makes one event of two reports of one day, and two of two days', async () => {
        const again: Report = {
          id: 'b3',
          claims: [{ subject: 'Person:Wang Yi', predicate: 'MET', object: 'Person:Takeshi Iwaya', date: '2025-01-07' }],
        };
        await ingest(store, [TALKS, TALKS_ELSEWHERE, again]);
        expect(
          await rows(
            store,
            'MATCH (v:Event)<-[:REPORTS]-(s:Statement) RETURN v.date AS date, v.predicate AS p, count(s.id) AS n ORDER BY date',
          ),
        ).toEqual([
          ['2024-12-25', 'MET', 2],
          ['2025-01-07', 'MET', 1],
        ]);
      });

      it('says which of the bulletins it holds as they are', async () => {
        await ingest(store, [TALKS]);
        const { contentHash } = report(TALKS);
        const asked = [
          { id: 'b1', contentHash },
          { id: 'b2', contentHash },
        ];
        expect([...(await alreadyStored(store, asked, OPTIONS.extractor))]).toEqual(['b1']);
        expect([...(await alreadyStored(store, asked, 'claims 2'))]).toEqual([]);
        expect([...(await alreadyStored(store, [{ id: 'b1', contentHash: 'other' }], OPTIONS.extractor))]).toEqual([]);
      });

      it('changes nothing the second time', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        const before = await exported(store);
        const again = await writeExtraction(store, [TALKS, TALKS_ELSEWHERE].map(report), {
          now: '2026-06-06',
          extractor: OPTIONS.extractor,
        });
        expect(again.bulletins).toEqual({ added: 0, replaced: 0, unchanged: 2 });
        expect(await exported(store)).toBe(before);
      });

      it('gives the same graph in any order and any batches', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        const together = await exported(store);
        await clear(store);
        await ingest(store, [TALKS_ELSEWHERE]);
        await ingest(store, [TALKS]);
        expect(await exported(store)).toBe(together);
      });

      it('replaces the statements of a bulletin that changed, and only those', async () => {
        const changed: Report = { ...TALKS, claims: [{ subject: 'China', predicate: 'SANCTIONED', object: 'Japan' }] };
        await ingest(store, [changed, TALKS_ELSEWHERE]);
        const direct = await exported(store);
        await clear(store);
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        const replacing = await ingest(store, [changed]);
        expect(replacing.bulletins).toEqual({ added: 0, replaced: 1, unchanged: 0 });
        expect(replacing.statements).toEqual({ written: 1, removed: 2 });
        expect(await exported(store)).toBe(direct);
      });

      it('replaces a bulletin that another extractor read', async () => {
        await ingest(store, [TALKS], 'claims 0');
        expect((await ingest(store, [TALKS])).bulletins.replaced).toBe(1);
        const renewed = await exported(store);
        await clear(store);
        await ingest(store, [TALKS]);
        expect(renewed).toBe(await exported(store));
      });

      it('keeps the later of two bulletins with one id', async () => {
        const later: Report = { ...TALKS, note: 'Corrected.' };
        await ingest(store, [TALKS, TALKS_ELSEWHERE, later]);
        expect(
          await rows(store, 'MATCH (b:Bulletin {id: "b1"}) RETURN b.text ENDS WITH "Corrected." AS isLater'),
        ).toEqual([[true]]);
      });

      it('deletes a bulletin as if it had never been seen', async () => {
        await ingest(store, [TALKS_ELSEWHERE]);
        const without = await exported(store);
        await ingest(store, [TALKS]);
        expect(await deleteBulletin(store, 'b1')).toBe(true);
        expect(await exported(store)).toBe(without);
        expect(await deleteBulletin(store, 'b1')).toBe(false);
        expect(await deleteBulletin(store, 'b2')).toBe(true);
        expect(await exported(store)).toBe('');
      });

      it('holds after any history what a new store holds that was given the bulletins that are left', async () => {
        await assert(
          asyncProperty(history, async (steps) => {
            await clear(store);
            await play(store, steps);
            const afterHistory = await exported(store);
            await clear(store);
            await play(store, whatIsLeft(steps));
            expect(afterHistory).toBe(await exported(store));
          }),
          { numRuns: histories },
        );
      }, 300_000);

      it('holds after any interruption, taken up again, what an uninterrupted run makes, in any order and batches', async () => {
        const points = kill === undefined ? POINTS : [...POINTS, 'kill' as const];
        const tools = {
          store: () => store,
          reopen: async () => {
            await store.close();
            store = await open();
          },
          kill: () => kill?.(store),
          exported,
        };
        await assert(
          asyncProperty(interruptedLife(points), async (life) => {
            await clear(store);
            expect(await live(life, tools)).toEqual({ traces: 0 });
            const survived = await exported(store);
            await clear(store);
            await play(store, replay(life));
            expect(survived).toBe(await exported(store));
          }),
          { numRuns: Math.ceil(histories / 2) },
        );
      }, 300_000);

      it('drops what the predicate table forbids, and counts it by reason', async () => {
        const wrong: Report = {
          id: 'b9',
          claims: [
            { subject: 'China', predicate: 'REPRESENTS', object: 'Japan' },
            { subject: 'China', predicate: 'CLAIMS', object: 'Person:Wang Yi' },
            { subject: 'China', predicate: 'ADMIRED', object: 'Japan' },
            { subject: 'China', predicate: 'ACCUSED', object: 'China' },
            { subject: 'China', predicate: 'ACCUSED' },
            { subject: 'China', predicate: 'DENIED' },
          ],
        };
        const input = report(wrong);
        const moved = input.extraction.statements.map((statement, index) =>
          index === 5 ? { ...statement, quote: { ...statement.quote, start: statement.quote.start + 1 } } : statement,
        );
        const denial = input.extraction.statements.slice(5);
        const written = await writeExtraction(
          store,
          [{ ...input, extraction: { ...input.extraction, statements: [...moved, ...denial, ...denial] } }],
          OPTIONS,
        );
        expect(written.dropped).toEqual({
          'subject-type': 1,
          'object-type': 2,
          'unknown-predicate': 1,
          'same-subject-and-object': 1,
          'words-not-at-offsets': 1,
          duplicate: 1,
        });
        expect(written.statements.written).toBe(1);
      });

      it('holds fractions as fractions and whole numbers as whole numbers', async () => {
        await ingest(store, [TALKS]);
        expect(
          await rows(
            store,
            'MATCH (s:Statement {predicate: "DISPUTES"}) RETURN s.confidence / 2 AS half, s.goldstein / 2 AS g, s.start / 2 AS whole',
          ),
        ).toEqual([[0.5, 3.5, 19]]);
      });
    });

    describe('reading', () => {
      it('gives nodes, relationships and paths as plain property maps', async () => {
        await store.write((transaction) =>
          transaction.run("CREATE (:Place {id: 'a'})-[:NEAR {km: 3}]->(:Place {id: 'b'})"),
        );
        const table = await store.read('MATCH p = (a:Place)-[r:NEAR]->(b:Place) RETURN a, r, p');
        expect(table).toEqual({
          columns: ['a', 'r', 'p'],
          rows: [[{ id: 'a' }, { km: 3 }, { nodes: [{ id: 'a' }, { id: 'b' }], relationships: [{ km: 3 }] }]],
          truncated: false,
        });
      });

      it('takes parameters of every kind and gives them back', async () => {
        const value = { text: 'Ō “x”', whole: 7, part: 0.25, yes: true, none: null, list: [1, 'two'], map: { n: 1 } };
        expect(await rows(store, 'RETURN $value AS value', { value })).toEqual([[value]]);
        expect(await rows(store, 'UNWIND [1, 2, 3] AS n RETURN n ORDER BY n LIMIT $limit', { limit: 2 })).toEqual([
          [1],
          [2],
        ]);
      });

      it('gives dates as ISO strings', async () => {
        expect(await rows(store, "RETURN date('2024-12-25') AS day, duration('P1D') AS span")).toEqual([
          ['2024-12-25', 'P1D'],
        ]);
      });

      it.each(PORTABLE)('answers %s', async (cypher, answer) => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE]);
        const [[value] = []] = await rows(store, cypher);
        expect(typeof value === 'number' ? Number(value.toFixed(9)) : value).toEqual(answer);
      });

      it('says where it cut the rows', async () => {
        const cypher = 'UNWIND range(1, 5) AS n RETURN n ORDER BY n';
        expect(await store.read(cypher, {}, { maxRows: 5 })).toMatchObject({ truncated: false });
        const cut = await store.read(cypher, {}, { maxRows: 4 });
        expect(cut.rows).toEqual([[1], [2], [3], [4]]);
        expect(cut.truncated).toBe(true);
        expect(await store.read(cypher, {}, { maxRows: 0 })).toMatchObject({ rows: [], truncated: true });
      });

      it('stops a query at its time limit and goes on serving', async () => {
        await store.write((transaction) =>
          transaction.run('UNWIND range(1, 3000) AS n CREATE (:Entity {id: toString(n)})'),
        );
        const endless =
          'MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id < b.id AND b.id < c.id RETURN count(*) AS n';
        const quick = store.read('RETURN 1 AS one');
        await expect(store.read(endless, {}, { timeoutMs: 300 })).rejects.toMatchObject({ reason: 'timeout' });
        expect((await quick).rows).toEqual([[1]]);
        expect(await rows(store, 'MATCH (e:Entity) RETURN count(e.id) AS n')).toEqual([[3000]]);
      });

      it('stops a query when its signal says so, and goes on serving', async () => {
        await store.write((transaction) =>
          transaction.run('UNWIND range(1, 3000) AS n CREATE (:Entity {id: toString(n)})'),
        );
        const endless =
          'MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id < b.id AND b.id < c.id RETURN count(*) AS n';
        const stop = new AbortController();
        const asked = store.read(endless, {}, { timeoutMs: 3_600_000, signal: stop.signal });
        const quick = store.read('RETURN 1 AS one');
        setTimeout(() => stop.abort(), 300);
        await expect(asked).rejects.toMatchObject({ name: 'StoreError', reason: 'stopped' });
        expect((await quick).rows).toEqual([[1]]);
        await expect(store.read('RETURN 1 AS one', {}, { signal: stop.signal })).rejects.toMatchObject({
          reason: 'stopped',
        });
        expect(await rows(store, 'MATCH (e:Entity) RETURN count(e.id) AS n')).toEqual([[3000]]);
      });

      it.each([
        'CREATE (:X)',
        'MATCH (n) SET n.x = 1',
        'MATCH (n) DETACH DELETE n',
        'MERGE (:X {id: 1})',
        'MATCH (n) REMOVE n.x',
      ])('refuses to write: %s', async (cypher) => {
        await expect(store.read(cypher)).rejects.toMatchObject({ name: 'StoreError', reason: 'read-only' });
      });

      it('tells a syntax error as one', async () => {
        await expect(store.read('MATCH (n RETURN n')).rejects.toMatchObject({ name: 'StoreError', reason: 'syntax' });
        await expect(store.read('MATCH (n) RETURN m')).rejects.toMatchObject({ reason: 'syntax' });
      });
    });

    describe('transactions', () => {
      it('makes all statements visible together, or none', async () => {
        const failure = new Error('thrown by the work itself');
        await expect(
          store.write(async (transaction) => {
            await transaction.run("CREATE (:Entity {id: 'half'})");
            throw failure;
          }),
        ).rejects.toBe(failure);
        expect(await rows(store, 'MATCH (e:Entity) RETURN count(e.id) AS n')).toEqual([[0]]);
      });

      it('sees its own writes, and gives back what the work gives', async () => {
        const seen = await store.write(async (transaction) => {
          await transaction.run("CREATE (:Entity {id: 'own'})");
          return (await transaction.run('MATCH (e:Entity) RETURN e.id AS id')).rows;
        });
        expect(seen).toEqual([['own']]);
      });

      it('keeps ids unique', async () => {
        const twice = store.write((transaction) =>
          transaction.run("CREATE (:Event {id: 'x'}) CREATE (:Event {id: 'x'})"),
        );
        await expect(twice).rejects.toMatchObject({ name: 'StoreError' });
      });

      it('lets writers take turns', async () => {
        await ingest(store, [TALKS]);
        await Promise.all(
          Array.from({ length: 8 }, (_, index) => ingest(store, [{ ...TALKS_ELSEWHERE, id: `c${index}` }])),
        );
        expect(await rows(store, 'MATCH ()-[r:MET]->() RETURN r.statements AS n')).toEqual([[17]]);
        expect(await rows(store, 'MATCH (e:Person {name: "Wang Yi"}) RETURN e.bulletins AS n')).toEqual([[9]]);
      });
    });
  });
}
