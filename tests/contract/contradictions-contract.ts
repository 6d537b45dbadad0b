/** Denials are linked to what they contradict, on each store. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../graph/store.ts';
import { deleteBulletin } from '../../graph/write.ts';
import type { Claim, Report } from '../support/claims.ts';

interface Tools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly ingest: (store: GraphStore, reports: readonly Report[]) => Promise<unknown>;
}

const said = (id: string, publishedAt: string, claim: Claim): Report => ({ id, publishedAt, claims: [claim] });
const attack = { subject: 'Russia', predicate: 'ATTACKED', object: 'Poland' };
const AFFIRMED = said('affirmed', '2022-11-15', { ...attack, date: '2022-11-15' });
const NEGATED = said('negated', '2022-11-16', { ...attack, polarity: 'negated', saidBy: 'Poland' });
const LATER = said('later', '2023-03-01', { ...attack, polarity: 'negated' });
const ACCUSED = said('accused', '2022-10-31', { subject: 'Ukraine', predicate: 'ACCUSED', object: 'Russia' });
const DENIED = said('denied', '2022-11-02', { subject: 'Russia', predicate: 'DENIED' });
const ANSWERED = said('answered', '2022-11-20', { subject: 'Russia', predicate: 'DENIED', object: 'Ukraine' });

export function contradictionsContract({ store: current, clear, exported, ingest }: Tools): void {
  describe('contradictions', () => {
    let store: GraphStore;
    beforeEach(() => {
      store = current();
    });
    const links = async (): Promise<unknown> =>
      (
        await store.read(
          `MATCH (n:Statement)-[:CONTRADICTS]->(y:Statement)
           MATCH (n)-[:FROM]->(one:Bulletin) MATCH (y)-[:FROM]->(other:Bulletin)
           RETURN one.id AS denial, other.id AS claim ORDER BY denial, claim`,
        )
      ).rows;

    it('link what is negated to what is affirmed about the same time, and both stay', async () => {
      await ingest(store, [AFFIRMED, NEGATED, LATER]);
      expect(await links()).toEqual([['negated', 'affirmed']]);
      expect((await store.read('MATCH (s:Statement) RETURN count(s.id) AS n')).rows).toEqual([[3]]);
    });

    it('link a denial to the accusation that it answers, over the end of a month, whether or not it names the accuser', async () => {
      await ingest(store, [ACCUSED, DENIED, ANSWERED]);
      expect(await links()).toEqual([
        ['answered', 'accused'],
        ['denied', 'accused'],
      ]);
    });

    it('do not depend on the order of writing, and go with either statement', async () => {
      const all = [AFFIRMED, NEGATED, ACCUSED, DENIED, ANSWERED];
      await ingest(store, all);
      const together = await exported(store);
      await clear(store);
      for (const report of [...all].reverse()) await ingest(store, [report]);
      expect(await exported(store)).toBe(together);
      await deleteBulletin(store, 'affirmed');
      await deleteBulletin(store, 'denied');
      expect(await links()).toEqual([['answered', 'accused']]);
    });

    it('are at most ten of one denial, the nearest in time', async () => {
      const days = Array.from({ length: 14 }, (_, index) => `2022-11-${String(index + 1).padStart(2, '0')}`);
      await ingest(
        store,
        days.map((day) => said(day, day, { ...attack, date: day })),
      );
      await ingest(store, [said('no', '2022-11-14', { ...attack, date: '2022-11-14', polarity: 'negated' })]);
      expect(await links()).toEqual(days.slice(4).map((day) => ['no', day]));
      await deleteBulletin(store, '2022-11-14');
      expect(await links()).toEqual(days.slice(3, 13).map((day) => ['no', day]));
    });
  });
}
