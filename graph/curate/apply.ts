/**
 * Brings the graph from one log of judgements to another, in one transaction: the bulletins that the difference touches
 * are taken out as they stand and come in again as the new log has them, by the same code that writes and deletes.
 */
import { z } from 'zod';
import type { WriteTransaction } from '../store.ts';
import { NOTHING_REMOVED } from '../writing/removal.ts';
import { rewrite } from '../writing/rewrite.ts';
import { parseRows } from '../writing/rows.ts';
import { settle } from '../writing/settle.ts';
import { mentioning } from './mentioning.ts';
import type { Resolution } from './resolution.ts';
import { readStored } from './stored-bulletins.ts';
import { changedKeys, differing } from './touched.ts';

const STATING = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN b.id AS bulletin`;
const REJECTED = 'MATCH (r:RejectedStatement) WHERE r.id IN $ids RETURN r.bulletin AS bulletin';

const BulletinRow = z.object({ bulletin: z.string() });

/** Gives the number of bulletins that were rewritten. */
export async function applyResolution(
  transaction: WriteTransaction,
  before: Resolution,
  after: Resolution,
): Promise<number> {
  const touched = new Set([
    ...(await mentioning(transaction, changedKeys(before.canonical, after.canonical), before)),
    ...(await stating(transaction, differing(before.rejected, after.rejected))),
  ]);
  const ids = [...touched].sort();
  const add = await readStored(transaction, ids);
  const { others } = await rewrite(transaction, { remove: ids, add, before, after });
  const renewed = [...changedKeys(before.names, after.names), ...changedKeys(before.types, after.types)];
  if (renewed.length > 0) await settle(transaction, NOTHING_REMOVED, [], after, renewed);
  return ids.length + others;
}

async function stating(transaction: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const tables = [await transaction.run(STATING, { ids }), await transaction.run(REJECTED, { ids })];
  return tables.flatMap((table) => parseRows(table, BulletinRow).map(({ bulletin }) => bulletin));
}
