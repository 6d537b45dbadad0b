/** Which bulletins tell of one event, and which only reprint, on each store. */
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { deleteBulletin } from '../../graph/write.ts';
import { groupBy, parseRows } from '../../graph/writing/rows.ts';
import type { Claim, Report } from '../support/claims.ts';

interface Tools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly ingest: (store: GraphStore, reports: readonly Report[]) => Promise<unknown>;
}

const office = (person: string, state: string): Claim => ({
  subject: `Person:${person}`,
  predicate: 'REPRESENTS',
  object: state,
  status: 'ongoing',
});
const met = (subject: string, object: string, date = '2024-12-25'): Claim => ({
  subject,
  predicate: 'MET',
  object,
  date,
});
const WITH_OFFICES: Report = {
  id: 'offices',
  source: 'Harbor Wire',
  claims: [office('Wang Yi', 'China'), office('Takeshi Iwaya', 'Japan'), met('Person:Wang Yi', 'Person:Takeshi Iwaya')],
};
const BY_NAME: Report = {
  id: 'names',
  source: 'Coast Times',
  claims: [met('Person:Takeshi Iwaya', 'Person:Wang Yi')],
};
const BY_STATE: Report = { id: 'states', source: 'Pine Post', claims: [met('Japan', 'China')] };
const LEADERS: Report = {
  id: 'leaders',
  source: 'Pine Post',
  claims: [office('Xi', 'China'), office('Ishiba', 'Japan'), met('Person:Xi', 'Person:Ishiba')],
};

const COPY = [
  'Both sides spoke of visas, fish and the release of treated water from the plant at the coast of Fukushima.',
  'Officials said that the next round would be held in Tokyo before the end of spring, when an economic dialogue is due.',
  'Shops in Hong Kong hope that scallops may be sold again, and travel agents count on more visitors in the new year.',
];
const printed = (id: string, sentences: readonly string[], source: string, publishedAt: string): Report => ({
  id,
  source,
  publishedAt,
  note: sentences.join(' '),
  claims: [met('Japan', 'China')],
});

export function eventsContract({ store: current, clear, exported, ingest }: Tools): void {
  describe('events', () => {
    let store: GraphStore;
    beforeEach(() => {
      store = current();
    });
    /** Ids of the bulletins of each event. */
    const events = async (): Promise<string[]> => {
      const table = await store.read(
        `MATCH (v:Event)<-[:REPORTS]-(s:Statement) MATCH (s)-[:FROM]->(b:Bulletin)
         RETURN v.id AS event, b.id AS bulletin ORDER BY event, bulletin`,
      );
      const told = parseRows(table, z.object({ event: z.string(), bulletin: z.string() }));
      return [...groupBy(told, ({ event }) => event).values()]
        .map((own) => own.map(({ bulletin }) => bulletin).join(' '))
        .sort();
    };

    it('are one where bulletins name those who met, their offices, or their states', async () => {
      await ingest(store, [WITH_OFFICES, BY_NAME, BY_STATE]);
      expect(await events()).toEqual(['names offices states']);
      const together = await exported(store);
      await clear(store);
      for (const report of [BY_STATE, BY_NAME, WITH_OFFICES]) await ingest(store, [report]);
      expect(await exported(store)).toBe(together);
    });

    it('come apart when the bulletin that named the offices goes', async () => {
      await ingest(store, [WITH_OFFICES, BY_NAME, BY_STATE]);
      expect(await deleteBulletin(store, 'offices')).toBe(true);
      expect(await events()).toEqual(['names', 'states']);
    });

    it('are two where others met in person, and then of neither where only the states are named', async () => {
      await ingest(store, [WITH_OFFICES, LEADERS]);
      expect(await events()).toEqual(['leaders', 'offices']);
      await ingest(store, [BY_STATE]);
      expect(await events()).toEqual(['leaders', 'offices', 'states']);
    });

    it('count a reprint that was cut or edited as a report of the source that it reprints', async () => {
      const edited = COPY.map((sentence) => sentence.replace('Officials said that', 'Officials said'));
      await ingest(store, [
        printed('original', COPY, 'Harbor Wire', '2024-12-25'),
        printed('cut', COPY.slice(0, 2), 'Coast Times', '2024-12-26'),
        printed('edited', edited, 'Pine Post', '2024-12-26'),
        printed('own', ['They had not met for a year, and the mood was said to be good.'], 'Gulf News', '2024-12-26'),
      ]);
      const { rows } = await store.read(
        'MATCH (b:Bulletin) WHERE b.reprintOf IS NOT NULL RETURN b.id AS id, b.reprintOf AS original ORDER BY id',
      );
      expect(rows).toEqual([
        ['cut', 'original'],
        ['edited', 'original'],
      ]);
      expect((await store.read('MATCH (v:Event) RETURN v.sources AS sources')).rows).toEqual([[2]]);
    });

    it('are no reprints of one another where a form is filled in anew', async () => {
      const form = (town: string, day: string) =>
        `Report of the night for ${town}. Air defence was active and sirens sounded for ${day} hours in ${town}. Rescue ` +
        'teams worked at two sites. Residents were asked to stay in shelters until the signal and away from windows.';
      await ingest(store, [
        { id: 'a', note: form('Odesa', '4'), claims: [] },
        { id: 'b', note: form('Sumy', '9'), claims: [] },
      ]);
      expect((await store.read('MATCH (b:Bulletin) WHERE b.reprintOf IS NOT NULL RETURN b.id AS id')).rows).toEqual([]);
    });
  });
}
