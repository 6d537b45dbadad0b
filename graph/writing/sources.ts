/** Whose report a bulletin is: the source of the bulletin that it reprints, else its own. */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { parseRows } from './rows.ts';

const Row = z.object({ id: z.string(), source: z.string().nullable(), reprintOf: z.string().nullable() });

const SOURCES = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  RETURN b.id AS id, b.source AS source, b.reprintOf AS reprintOf`;

/** The source that each bulletin's report comes from; the empty string for a bulletin without one. */
export async function originSources(
  transaction: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const read = async (wanted: readonly string[]) =>
    wanted.length === 0 ? [] : parseRows(await transaction.run(SOURCES, { ids: wanted }), Row);
  const own = await read(ids);
  const originals = [...new Set(own.flatMap(({ reprintOf }) => reprintOf ?? []))];
  const sources = new Map((await read(originals)).map(({ id, source }) => [id, source]));
  return new Map(
    own.map(({ id, source, reprintOf }) => [id, (reprintOf === null ? source : sources.get(reprintOf)) ?? '']),
  );
}
