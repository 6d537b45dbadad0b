/**
 * References against the mentions that they count, and the ends of statements about seats against what is stated of these.
 * All references and all that is stated of seats are in memory, about 0.2 kB each.
 */
import { z } from 'zod';
import type { Resolution } from '../curate/resolution.ts';
import { withReferences } from '../references/resolve.ts';
import { observationsOf, referencesIn, writeReferences } from '../references/stored.ts';
import type { Reading } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { wrongTenures, writeTenures } from '../writing/tenures.ts';
import { type Check, idsOf, pagesOf } from './check.ts';

const BULLETINS = { match: 'MATCH (b:Bulletin)', id: 'b.id' };
const SEATS = { match: 'MATCH (s:Statement) WHERE s.seat IS NOT NULL', id: 's.seat' };
const STORED = 'MATCH (r:Reference) WHERE r.id IN $ids RETURN r.id AS id, r.bulletins AS bulletins';
const Stored = z.object({ id: z.string(), bulletins: z.int().nullable() });

export interface KnownReferences {
  /** How many bulletins have each reference, by their mentions. */
  readonly counts: ReadonlyMap<string, number>;
  /** The judgements with who references mean. */
  readonly resolution: Resolution;
}

/** Reads all mentions and all that is stated of seats, page by page. */
export async function knownReferences(reading: Reading, judged: Resolution): Promise<KnownReferences> {
  const counts = new Map<string, number>();
  for (const page of pagesOf(await idsOf(reading, BULLETINS), 1000)) {
    for (const id of await referencesIn(reading, page)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const observations = [];
  for (const page of pagesOf(await idsOf(reading, SEATS), 500)) {
    observations.push(...(await observationsOf(reading, page)));
  }
  return { counts, resolution: withReferences(judged, counts.keys(), observations) };
}

/** Of these references, the right counts of those that are stored otherwise. */
async function wrongCounts(
  reading: Reading,
  ids: readonly string[],
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const stored = new Map(
    parseRows(await reading.run(STORED, { ids }), Stored).map(({ id, bulletins }) => [id, bulletins]),
  );
  return new Map(
    ids.flatMap((id): [string, number][] => {
      const right = counts.get(id) ?? 0;
      return (stored.get(id) ?? 0) === right ? [] : [[id, right]];
    }),
  );
}

/** References that are there, and those that should be. */
export function referenceChecks({ counts }: KnownReferences): Check[] {
  const check = (all: Check['all'], idsIn: (reading: Reading, page: readonly string[]) => Promise<string[]>): Check => {
    const wrong = async (reading: Reading, page: readonly string[]) =>
      wrongCounts(reading, [...new Set(await idsIn(reading, page))], counts);
    return {
      all,
      page: 500,
      examine: async (reading, page) =>
        [...(await wrong(reading, page)).keys()].map((id) => ({ kind: 'reference', id })),
      repair: async (transaction, page) => writeReferences(transaction, await wrong(transaction, page)),
    };
  };
  const missing = async (reading: Reading, page: readonly string[]): Promise<string[]> => {
    const ids = [...new Set(await referencesIn(reading, page))];
    const there = new Set(parseRows(await reading.run(STORED, { ids }), Stored).map(({ id }) => id));
    return ids.filter((id) => !there.has(id));
  };
  return [check({ match: 'MATCH (r:Reference)', id: 'r.id' }, async (_, page) => [...page]), check(BULLETINS, missing)];
}

export const tenureCheck: Check = {
  all: SEATS,
  page: 100,
  examine: async (reading, seats) => (await wrongTenures(reading, seats)).map(({ id }) => ({ kind: 'tenure', id })),
  repair: (transaction, seats) => writeTenures(transaction, seats),
};
