/**
 * Brings the graph from one log of judgements to another, in one transaction: the bulletins that the difference touches
 * are taken out as they stand and come in again as the new log has them, by the same code that writes and deletes.
 */
import { z } from 'zod';
import type { WriteTransaction } from '../store.ts';
import { Contribution } from '../writing/entity-support.ts';
import { edgeKeyOf } from '../writing/prepare.ts';
import { NOTHING_REMOVED, removeBulletins } from '../writing/removal.ts';
import { parseRows } from '../writing/rows.ts';
import { settle } from '../writing/settle.ts';
import { overlay } from './overlay.ts';
import { canonicalId, type Resolution } from './resolution.ts';
import { readStored } from './stored-bulletins.ts';
import { changedKeys, differing } from './touched.ts';

/** Bulletins that are rewritten at a time, all of them in one transaction. */
const BATCH = 200;

const MENTIONING = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[m:MENTIONS]-(b:Bulletin)
  RETURN b.id AS bulletin, e.id AS entity, m.originals AS originals`;
const STATING = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN b.id AS bulletin`;
const REJECTED = 'MATCH (r:RejectedStatement) WHERE r.id IN $ids RETURN r.bulletin AS bulletin';

const MentioningRow = z.object({ bulletin: z.string(), entity: z.string(), originals: z.string().nullable() });
const BulletinRow = z.object({ bulletin: z.string() });

/** Gives the number of bulletins that were rewritten. */
export async function applyResolution(
  transaction: WriteTransaction,
  before: Resolution,
  after: Resolution,
): Promise<number> {
  const touched = new Set([
    ...(await mentioning(transaction, before, after)),
    ...(await stating(transaction, differing(before.rejected, after.rejected))),
  ]);
  const ids = [...touched].sort();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const read = await readStored(transaction, batch);
    const removal = await removeBulletins(transaction, batch, edgeKeyOf);
    await settle(
      transaction,
      removal,
      read.map((bulletin) => overlay(bulletin, after)),
      after,
    );
  }
  const renewed = [...changedKeys(before.names, after.names), ...changedKeys(before.types, after.types)];
  if (renewed.length > 0) await settle(transaction, NOTHING_REMOVED, [], after, renewed);
  return ids.length;
}

/** Bulletins with a mention of an entity that goes by another id now. */
async function mentioning(transaction: WriteTransaction, before: Resolution, after: Resolution): Promise<string[]> {
  const moved = changedKeys(before.canonical, after.canonical);
  if (moved.length === 0) return [];
  const isMoved = new Set(moved);
  const ids = [...new Set(moved.map((entity) => canonicalId(before, entity)))];
  return parseRows(await transaction.run(MENTIONING, { ids }), MentioningRow).flatMap(
    ({ bulletin, entity, originals }) => {
      const read =
        originals === null
          ? [entity]
          : z
              .array(Contribution)
              .parse(JSON.parse(originals))
              .map((original) => original.entity);
      return read.some((original) => isMoved.has(original)) ? [bulletin] : [];
    },
  );
}

async function stating(transaction: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const tables = [await transaction.run(STATING, { ids }), await transaction.run(REJECTED, { ids })];
  return tables.flatMap((table) => parseRows(table, BulletinRow).map(({ bulletin }) => bulletin));
}
