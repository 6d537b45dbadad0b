/**
 * Doctor on every store: each kind of damage, done in raw Cypher, is named with its ids; what is derived is made anew, to
 * the byte of what ingest makes; what was read from bulletins and judged is named and left alone.
 */
import { assert, asyncProperty, shuffledSubarray } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from '../../graph/curate/judge.ts';
import { examine, repair } from '../../graph/doctor/doctor.ts';
import type { ProblemKind } from '../../graph/doctor/problem.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { type Report, report } from '../support/claims.ts';
import { TALKS, TALKS_ELSEWHERE } from './portable-answers.ts';
import { clear, exported, ingest } from './store-contract.ts';

const AUTHOR = { by: 'ada', at: '2025-01-02T03:04:05.000Z', why: 'tested' };
const COPY = 'The talks were the first of their kind this year and went on into the night, officials said. '.repeat(4);
const VISIT: Report = {
  id: 'b3',
  source: 'Harbor Wire',
  publishedAt: '2024-12-26',
  note: COPY,
  claims: [
    { subject: 'Person:Hasina', predicate: 'VISITED', object: 'China', date: '2024-12-24', saidBy: 'Japan' },
    { subject: 'Person:Sheikh Hasina', predicate: 'ACCUSED', object: 'Japan', date: '2024-12-20' },
  ],
};
const OFFICES: readonly Report[] = [
  {
    id: 'o1',
    publishedAt: '2024-12-01',
    claims: [
      {
        subject: 'Person:Ada Stone#Japan',
        predicate: 'REPRESENTS',
        object: 'Japan',
        title: 'President',
        status: 'ongoing',
      },
      { subject: 'Person:Ada Stone#Russia', predicate: 'CRITICIZED', object: 'Japan' },
    ],
  },
  {
    id: 'o2',
    publishedAt: '2024-12-20',
    claims: [
      { subject: 'Person:Ben Reed', predicate: 'REPRESENTS', object: 'Japan', title: 'President', status: 'ongoing' },
    ],
  },
  {
    id: 'o3',
    publishedAt: '2024-12-22',
    claims: [{ subject: 'Seat:president@Japan', predicate: 'THREATENED', object: 'China' }],
  },
];
const REPORTS: readonly Report[] = [
  ...OFFICES,
  TALKS,
  TALKS_ELSEWHERE,
  VISIT,
  { ...VISIT, id: 'b4', source: 'Coast Times', publishedAt: '2024-12-27' },
];

/** Damage to what is derived: what is found, and how it is done. */
const DERIVED: readonly (readonly [ProblemKind, string, string])[] = [
  ['placement', 'another slot', "MATCH (s:Statement {predicate: 'MET'}) SET s.happening = 'ha-0'"],
  ['placement', 'no edge', "MATCH (s:Statement {predicate: 'DISPUTES'}) REMOVE s.edge"],
  [
    'placement',
    'an argument at another entity',
    `MATCH (s:Statement {predicate: 'VISITED'})-[a:SUBJECT]->(e:Entity) MATCH (o:Entity {id: 'country:japan'})
     CREATE (s)-[b:SUBJECT]->(o) SET b = properties(a) DELETE a`,
  ],
  [
    'placement',
    'a mention at another entity',
    `MATCH (b:Bulletin {id: 'b3'})-[m:MENTIONS]->(e:Entity {id: 'person:sheikh-hasina'})
     MATCH (o:Entity {id: 'person:wang-yi'}) CREATE (b)-[n:MENTIONS]->(o) SET n = properties(m) DELETE m`,
  ],
  ['reference', 'another count', 'MATCH (r:Reference) SET r.bulletins = 7'],
  ['reference', 'none', 'MATCH (r:Reference) DELETE r'],
  ['reference', 'one of nobody', "CREATE (:Reference {id: 'person:nobody#FRA', of: 'person:nobody', bulletins: 1})"],
  [
    'placement',
    'an office with somebody else',
    `MATCH (s:Statement {predicate: 'THREATENED'})-[a:SUBJECT]->(e:Entity) MATCH (o:Entity {id: 'person:wang-yi'})
     CREATE (s)-[b:SUBJECT]->(o) SET b = properties(a) DELETE a`,
  ],
  ['tenure', 'no end', 'MATCH (s:Statement) WHERE s.until IS NOT NULL REMOVE s.until'],
  ['tenure', 'an end too many', "MATCH (s:Statement {predicate: 'REPRESENTS'}) SET s.until = '2020-01-01'"],
  ['entity', 'another name', "MATCH (e:Entity {id: 'country:china'}) SET e.name = 'Cathay'"],
  ['entity', 'other counts', "MATCH (e:Entity {id: 'country:japan'}) SET e.bulletins = 99 SET e.support = '{}'"],
  ['entity', 'another label', "MATCH (e:Entity {id: 'person:wang-yi'}) REMOVE e:Person SET e:Place"],
  ['orphan-entity', 'an entity of nobody', "CREATE (:Entity:Person {id: 'person:nobody', name: 'Nobody'})"],
  ['fingerprint', 'another fingerprint', "MATCH (b:Bulletin {id: 'b3'}) SET b.band1 = 'x' SET b.band4 = 'y'"],
  ['reprint', 'no original', "MATCH (b:Bulletin {id: 'b4'}) REMOVE b.reprintOf"],
  ['reprint', 'an original too many', "MATCH (b:Bulletin {id: 'b2'}) SET b.reprintOf = 'b1'"],
  ['event', 'other sources', 'MATCH (v:Event) SET v.sources = 9'],
  ['event', 'no event', "MATCH (v:Event {predicate: 'MET'}) DETACH DELETE v"],
  [
    'event',
    'a second report',
    "MATCH (s:Statement {predicate: 'MET'})-[:REPORTS]->(v:Event) CREATE (s)-[:REPORTS]->(v)",
  ],
  [
    'event',
    'a report of another event',
    `MATCH (s:Statement {predicate: 'ACCUSED'})-[r:REPORTS]->(:Event) MATCH (v:Event {predicate: 'MET'})
     CREATE (s)-[:REPORTS]->(v) DELETE r`,
  ],
  [
    'event',
    'a report by a statement that tells of nothing',
    "MATCH (s:Statement {predicate: 'DISPUTES'}) MATCH (v:Event {predicate: 'MET'}) CREATE (s)-[:REPORTS]->(v)",
  ],
  ['orphan-event', 'an event of nobody', "CREATE (:Event {id: 'ev-0', predicate: 'MET', date: '2024', sources: 1})"],
  ['edge', 'other totals', 'MATCH (:Entity)-[r:ACCUSED]->(:Entity) SET r.statements = 99 SET r.first = null'],
  ['edge', 'no relationship', 'MATCH (:Entity)-[r:DISPUTES]->(:Entity) DELETE r'],
  ['edge', 'a second one', 'MATCH (a:Entity)-[r:MET]->(b:Entity) CREATE (a)-[x:MET]->(b) SET x = properties(r)'],
  [
    'orphan-edge',
    'a relationship of nobody',
    "MATCH (a:Entity {id: 'country:china'}) MATCH (b:Entity {id: 'country:japan'}) CREATE (a)-[:ACCUSED {id: 'ed-0', statements: 1}]->(b)",
  ],
  [
    'orphan-edge',
    'a relationship of no predicate',
    "MATCH (a:Entity {id: 'country:china'}) MATCH (b:Entity {id: 'country:japan'}) CREATE (b)-[:NEAR]->(a)",
  ],
  ['orphan-statement', 'a statement of nobody', "CREATE (:Statement {id: 'st-0', predicate: 'MET'})"],
  [
    'orphan-rejection',
    'a rejection of nobody',
    "CREATE (:RejectedStatement {id: 'st-1', bulletin: 'b0', content: '{}'})",
  ],
];

/** Damage to what was read or judged. */
const READ: readonly (readonly [ProblemKind, string, string, string])[] = [
  ['bulletin', 'other words', 'b1', "MATCH (b:Bulletin {id: 'b1'}) SET b.text = 'else'"],
  ['bulletin', 'another date', 'b2', "MATCH (b:Bulletin {id: 'b2'}) SET b.publishedAt = '2024-12-26'"],
  ['words', 'another quote', 'st-', "MATCH (s:Statement {predicate: 'DISPUTES'}) SET s.quote = 'else'"],
  [
    'words',
    'another place',
    'st-',
    "MATCH (s:Statement {predicate: 'DISPUTES'})-[a:OBJECT]->(:Entity) SET a.start = a.start + 1",
  ],
  ['statement', 'another predicate', 'st-', "MATCH (s:Statement {predicate: 'DISPUTES'}) SET s.predicate = 'CLAIMS'"],
  ['statement', 'no subject', 'st-', "MATCH (s:Statement {predicate: 'DISPUTES'})-[a:SUBJECT]->(:Entity) DELETE a"],
  [
    'statement',
    'no mention of what it names',
    'st-',
    "MATCH (b:Bulletin {id: 'b1'})-[m:MENTIONS]->(:Entity {id: 'country:china'}) DELETE m",
  ],
];

const LOG: readonly (readonly [string, string])[] = [
  ['a number that is missing', 'MATCH (j:Judgement {sequence: 1}) SET j.sequence = 17'],
  ['no such decision', "MATCH (j:Judgement {sequence: 2}) SET j.decision = 'guess'"],
  ['a judgement that is gone', 'MATCH (j:Judgement {sequence: 2}) DELETE j'],
];

export interface DoctorTools {
  readonly open: (options?: { readonly anySchema?: boolean }) => Promise<GraphStore>;
  /** Runs a statement about constraints or indexes. */
  readonly alter: (store: GraphStore, statement: string) => Promise<void>;
}

export function doctorContract(name: string, { open, alter }: DoctorTools): void {
  // Each test looks at the whole store several times, which takes a server a second or two each.
  describe(`${name}, looked at by the doctor:`, { timeout: 180_000 }, () => {
    let store: GraphStore;
    let healthy: string;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store?.close();
    });
    beforeEach(async () => {
      await clear(store);
      await ingest(store, REPORTS);
      await judgeAll();
      healthy = await exported(store);
      expect(healthy).toContain('"reprintOf":"b3"');
      expect(healthy).toContain('"kind":"rejected"');
    });
    /** One of each kind that changes the graph. */
    async function judgeAll(): Promise<void> {
      await judge(store, { kind: 'same', one: 'person:sheikh-hasina', other: 'person:hasina' }, AUTHOR);
      await judge(store, { kind: 'rename', entity: 'country:china', name: 'PR China' }, AUTHOR);
      const { rows } = await store.read("MATCH (s:Statement {date: '2024-11'}) RETURN s.id AS id");
      const statement = z.string().parse(rows[0]?.[0]);
      await judge(store, { kind: 'reject', statement }, AUTHOR);
    }
    const raw = (cypher: string) => store.write((transaction) => transaction.run(cypher));
    const found = async (): Promise<ProblemKind[]> => (await examine(store)).problems.map(({ kind }) => kind);

    it('is healthy as it was written, and a repair changes nothing', async () => {
      let last: readonly number[] = [];
      const examination = await examine(store, (done, total) => {
        last = [done, total];
      });
      expect(examination).toEqual({ schema: SCHEMA_VERSION, problems: [], writtenMeanwhile: false });
      expect(last[0]).toBeGreaterThan(0);
      expect(last[0]).toBe(last[1]);
      await repair(store);
      expect(await exported(store)).toBe(healthy);
      await clear(store);
      expect(await found()).toEqual([]);
    });

    it.each(DERIVED)('finds %s (%s) and makes it anew', async (kind, _, cypher) => {
      await raw(cypher);
      const { problems } = await examine(store);
      const problem = problems.find((one) => one.kind === kind);
      expect(problem?.count).toBeGreaterThan(0);
      expect(problem?.ids.length).toBe(problem?.count);
      await repair(store);
      expect(await found()).toEqual([]);
      expect(await exported(store)).toBe(healthy);
    });

    it('makes anew whatever of it comes together, in whatever order', async () => {
      await assert(
        asyncProperty(
          shuffledSubarray(
            DERIVED.map(([, , cypher]) => cypher),
            { minLength: 2 },
          ),
          async (damages) => {
            for (const cypher of damages) await raw(cypher);
            await repair(store);
            expect(await found()).toEqual([]);
            expect(await exported(store)).toBe(healthy);
          },
        ),
        { numRuns: 8 },
      );
    });

    it('makes constraints and indexes that are gone, which hold again', async () => {
      await alter(store, 'DROP CONSTRAINT statement_id');
      await alter(store, 'DROP INDEX statement_edge_index');
      const { problems } = await examine(store);
      expect(problems.find(({ kind }) => kind === 'constraint')?.ids).toEqual(['Statement.id']);
      expect(problems.find(({ kind }) => kind === 'index')?.ids).toContain('Statement.edge');
      await repair(store);
      expect(await found()).toEqual([]);
      const twice = raw("CREATE (:Statement {id: 'x'}) CREATE (:Statement {id: 'x'})");
      await expect(twice).rejects.toMatchObject({ name: 'StoreError' });
      expect(await exported(store)).toBe(healthy);
    });

    it('makes events anew that are there twice', async () => {
      await alter(store, 'DROP CONSTRAINT event_id');
      await raw('MATCH (v:Event) CREATE (w:Event) SET w = properties(v)');
      expect(await found()).toEqual(expect.arrayContaining(['constraint', 'duplicate-event']));
      await repair(store);
      expect(await found()).toEqual([]);
      expect(await exported(store)).toBe(healthy);
    });

    it('names other nodes that are there twice or have no id', async () => {
      await alter(store, 'DROP CONSTRAINT bulletin_id');
      await raw("CREATE (:Bulletin {id: 'b1'}) CREATE (:Bulletin {title: 'nobody'})");
      await repair(store);
      const { problems } = await examine(store);
      expect(problems.find(({ kind }) => kind === 'duplicate')?.ids.toSorted()).toEqual([
        'Bulletin b1',
        'Bulletin without id',
      ]);
      await raw('MATCH (b:Bulletin) WHERE b.text IS NULL DETACH DELETE b');
      await repair(store);
      expect(await found()).toEqual([]);
      expect(await exported(store)).toBe(healthy);
    });

    it.each(READ)(
      'finds %s (%s), leaves it alone, and is healthy once it is read again',
      async (kind, _, id, cypher) => {
        await raw(cypher);
        const damaged = await exported(store);
        const problem = (await examine(store)).problems.find((one) => one.kind === kind);
        expect(problem?.ids[0]?.startsWith(id)).toBe(true);
        await repair(store);
        expect((await examine(store)).problems.find((one) => one.kind === kind)).toEqual(problem);
        for (const record of ['bulletin', 'statement', 'judgement', 'rejected']) {
          expect(recordsOf(await exported(store), record)).toEqual(recordsOf(damaged, record));
        }
        await writeExtraction(store, REPORTS.map(report), {
          now: '2025-01-01T00:00:00.000Z',
          extractor: 'claims 1',
          again: true,
        });
        await repair(store);
        expect(await found()).toEqual([]);
        expect(await exported(store)).toBe(healthy);
      },
    );

    it.each(LOG)('finds a log of judgements with %s, and leaves the graph as it is', async (_, cypher) => {
      await raw(cypher);
      const damaged = await exported(store);
      expect(await found()).toEqual(['judgement']);
      await repair(store);
      expect(await exported(store)).toBe(damaged);
    });

    it('takes what a bulletin said out with it, where the bulletin was torn out', async () => {
      await raw("MATCH (b:Bulletin {id: 'b3'}) DETACH DELETE b");
      expect(await found()).toContain('orphan-statement');
      await repair(store);
      expect(await found()).toEqual([]);
      const repaired = await exported(store);
      await ingest(store, [VISIT]);
      expect(await exported(store)).toBe(healthy);
      await clear(store);
      await ingest(
        store,
        REPORTS.filter(({ id }) => id !== 'b3'),
      );
      await judgeAll();
      expect(repaired).toBe(await exported(store));
    });

    it('finds mentions that cannot be read, and leaves them alone', async () => {
      await raw("MATCH (b:Bulletin {id: 'b1'})-[m:MENTIONS]->(:Entity) SET m.type = null");
      const damaged = await exported(store);
      expect((await examine(store)).problems).toEqual([{ kind: 'mention', count: 1, ids: ['b1'] }]);
      await repair(store);
      expect(await exported(store)).toBe(damaged);
    });

    it('tells of a restore that was interrupted', async () => {
      await raw("MATCH (s:Store {id: 'store'}) SET s.restoring = true");
      expect(await found()).toEqual(['restoring']);
      await raw("MATCH (s:Store {id: 'store'}) REMOVE s.restoring");
    });

    it.each([
      [1, 'an earlier version', 'Ingest the bulletins into a new store'],
      [SCHEMA_VERSION + 1, 'a later version', 'Use the version that made it, or a later one'],
    ])('refuses a store of schema %s as made by %s, and the doctor still tells of it', async (schema, by, remedy) => {
      await raw(`MATCH (s:Store {id: 'store'}) SET s.schema = ${schema}`);
      try {
        expect(await examine(store)).toEqual({
          schema,
          problems: [{ kind: 'schema', count: 1, ids: [String(schema)] }],
          writtenMeanwhile: false,
        });
        await repair(store);
        await store.close();
        await expect(open()).rejects.toMatchObject({
          name: 'StoreError',
          reason: 'other-schema',
          message: expect.stringMatching(new RegExp(`by ${by} .*${schema}.*${remedy}`)),
        });
      } finally {
        store = await open({ anySchema: true });
        await raw(`MATCH (s:Store {id: 'store'}) SET s.schema = ${SCHEMA_VERSION}`);
      }
      expect(await exported(store)).toBe(healthy);
    });
  });
}

/** Records of a kind that nobody derives anything of, without what is derived. */
function recordsOf(lines: string, kind: string): string[] {
  return lines
    .split('\n')
    .filter((line) => line.includes(`"kind":"${kind}"`))
    .map((line) => line.replace(/"(?:event|edge|happening|reprintOf|band\d)":"[^"]*",?/g, ''));
}
