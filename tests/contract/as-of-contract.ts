/**
 * The law of the past on every store: the graph as of a date is the graph of a store that was given only the bulletins that
 * were known by then, with the judgements that had been made.
 */
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownOn } from '../../graph/as-of/known.ts';
import { openAsOf } from '../../graph/as-of/past-graph.ts';
import { append } from '../../graph/curate/judge.ts';
import type { Decision } from '../../graph/curate/judgement.ts';
import { judgementsIn } from '../../graph/curate/log.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { type Report, report } from '../support/claims.ts';
import { written } from './history-law.ts';

const INGESTED = '2025-01-15T10:00:00.000Z';

interface Judged {
  readonly decision: Decision;
  readonly at: string;
}
const bulletins = array(
  record({
    one: written,
    publishedAt: constantFrom('2024-12-25', '2024-12-31', '2025-01-01', '2025-01', '2025', null),
  }),
  { minLength: 1, maxLength: 6 },
).map((list) => list.map(({ one, publishedAt }, index): Report => ({ ...one, id: `b${index}`, publishedAt })));
const judgements = array(
  record({
    decision: constantFrom<Decision>(
      { kind: 'same', one: 'country:china', other: 'country:japan' },
      { kind: 'not-same', one: 'country:china', other: 'country:japan' },
      { kind: 'rename', entity: 'country:china', name: 'Cathay' },
      { kind: 'undo', undoes: 1 },
    ),
    at: constantFrom('2024-12-26T00:00:00.000Z', '2025-01-10T12:00:00.000Z', '2025-03-01T00:00:00.000Z'),
  }),
  { maxLength: 3 },
).map((list) => list.sort((a, b) => (a.at < b.at ? -1 : 1)));
const day = constantFrom('2024-12-24', '2024-12-25', '2024-12', '2025-01-01', '2025-01-15', '2025-01-31', '2025');

export interface AsOfTools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly histories: number;
}

export function asOfContract({ store: current, clear, exported, histories }: AsOfTools): void {
  const fill = async (store: GraphStore, reports: readonly Report[], log: readonly Judged[]): Promise<void> => {
    await writeExtraction(store, reports.map(report), { now: INGESTED, extractor: 'claims 1' });
    for (const { decision, at } of log) {
      await store.write(async (transaction) =>
        append(transaction, await judgementsIn(transaction), decision, { by: 'ada', at, why: null }),
      );
    }
  };

  describe('the graph as of a date', () => {
    it('is that of a store which was given only what was known by then', async () => {
      const store = current();
      await assert(
        asyncProperty(bulletins, judgements, day, async (reports, log, date) => {
          await clear(store);
          await fill(store, reports, log);
          const whole = await exported(store);
          const past = await openAsOf(store, date);
          const then = await exported(past.store);
          await past.close();
          expect(await exported(store)).toBe(whole);
          await clear(store);
          await fill(
            store,
            reports.filter(({ publishedAt }) => isKnownOn(publishedAt ?? INGESTED, date)),
            log.filter(({ at }) => isKnownOn(at, date)),
          );
          expect(then).toBe(await exported(store));
        }),
        { numRuns: Math.ceil(histories / 6) },
      );
    }, 300_000);

    it('answers any query, and is gone when it is closed', async () => {
      const store = current();
      await fill(store, [MEETING, ACCUSATION], []);
      const past = await openAsOf(store, '2024-12-26');
      expect(past.known).toMatchObject({ bulletins: ['early'], total: 2, isAll: false });
      expect((await past.store.read('MATCH (a)-[r:MET|ACCUSED]->(b) RETURN type(r) AS type')).rows).toEqual([['MET']]);
      expect(past.store.url).toBe(`${store.url} as of 2024-12-26`);
      await past.close();
      await expect(past.store.read('RETURN 1 AS one')).rejects.toThrow('closed');
      expect((await store.read('MATCH (b:Bulletin) RETURN b.id AS id ORDER BY id')).rows).toEqual([
        ['early'],
        ['late'],
      ]);
    });

    it('is the store itself where everything was known', async () => {
      const store = current();
      await fill(store, [MEETING, ACCUSATION], []);
      const past = await openAsOf(store, '2025');
      expect(past.store).toBe(store);
      await past.close();
      expect((await store.read('RETURN 1 AS one')).rows).toEqual([[1]]);
    });
  });
}

const MEETING: Report = {
  id: 'early',
  publishedAt: '2024-12-25',
  claims: [{ subject: 'Person:Wang Yi', predicate: 'MET', object: 'Person:Takeshi Iwaya', date: '2024-12-25' }],
};
const ACCUSATION: Report = {
  id: 'late',
  publishedAt: '2025-01-02',
  claims: [{ subject: 'China', predicate: 'ACCUSED', object: 'Japan' }],
};
