/** Fingerprints of bulletins against their texts, and which bulletin reprints which against the fingerprints. */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import {
  BAND_PROPERTIES,
  bandProperties,
  deriveOriginals,
  type Fingerprinted,
  fingerprinted,
  writeBands,
} from '../writing/reprints.ts';
import { parseRows } from '../writing/rows.ts';
import { type Check, isSame } from './check.ts';

const BULLETINS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids AND b.text IS NOT NULL
  RETURN b.id AS id, b.publishedAt AS publishedAt, b.reprintOf AS reprintOf, b.text AS text,
    [${BAND_PROPERTIES.map((name) => `b.${name}`).join(', ')}] AS heldBands`;
const Row = z.object({
  id: z.string(),
  publishedAt: z.string().nullable(),
  reprintOf: z.string().nullable(),
  text: z.string(),
  heldBands: z.array(z.string().nullable()),
});

const EVERY_BULLETIN = { match: 'MATCH (b:Bulletin)', id: 'b.id' };
/** A page holds whole texts. */
const PAGE = 100;

type Stored = Fingerprinted & z.infer<typeof Row>;

async function bulletins(reading: Reading, ids: readonly string[]): Promise<Stored[]> {
  const rows = parseRows(await reading.run(BULLETINS, { ids }), Row);
  return rows.map((row) => ({ ...row, ...fingerprinted(row) }));
}

async function withOtherBands(reading: Reading, ids: readonly string[]): Promise<Stored[]> {
  const all = await bulletins(reading, ids);
  return all.filter((bulletin) => {
    const right = bandProperties(bulletin);
    return !isSame(
      bulletin.heldBands,
      BAND_PROPERTIES.map((name) => right[name] ?? null),
    );
  });
}

/** Bulletins that name another original than they have, with the one that they have. */
async function withOtherOriginal(
  reading: Reading,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly original: string | null }[]> {
  const all = await bulletins(reading, ids);
  const originals = await deriveOriginals(reading, all);
  return all
    .filter(({ id, reprintOf }) => (originals.get(id) ?? null) !== reprintOf)
    .map(({ id }) => ({ id, original: originals.get(id) ?? null }));
}

export const fingerprintCheck: Check = {
  all: EVERY_BULLETIN,
  page: PAGE,
  examine: async (reading, ids) =>
    (await withOtherBands(reading, ids)).map(({ id }) => ({ kind: 'fingerprint' as const, id })),
  repair: async (transaction, ids) => writeBands(transaction, await withOtherBands(transaction, ids)),
};

export const reprintCheck: Check = {
  all: EVERY_BULLETIN,
  page: PAGE,
  examine: async (reading, ids) =>
    (await withOtherOriginal(reading, ids)).map(({ id }) => ({ kind: 'reprint' as const, id })),
  repair: async (transaction, ids) => {
    const rows = await withOtherOriginal(transaction, ids);
    await transaction.run('UNWIND $rows AS r MATCH (b:Bulletin {id: r.id}) SET b.reprintOf = r.original', { rows });
  },
};
