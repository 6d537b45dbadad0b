/** Statements and rejected statements whose bulletin is gone. */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { type Check, those } from './check.ts';

const HELD = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN DISTINCT s.id AS id`;

async function orphansAmong(reading: Reading, ids: readonly string[]): Promise<string[]> {
  const held = await those(reading, HELD, ids);
  return ids.filter((id) => !held.has(id));
}

export const orphanStatementCheck: Check = {
  all: { match: 'MATCH (s:Statement)', id: 's.id' },
  page: 2000,
  examine: async (reading, ids) => (await orphansAmong(reading, ids)).map((id) => ({ kind: 'orphan-statement', id })),
  repair: async (transaction, ids) => {
    const orphans = await orphansAmong(transaction, ids);
    await transaction.run('MATCH (s:Statement) WHERE s.id IN $orphans DETACH DELETE s', { orphans });
  },
};

const REJECTED = 'MATCH (r:RejectedStatement) WHERE r.id IN $ids RETURN r.id AS id, r.bulletin AS bulletin';
const Rejected = z.object({ id: z.string(), bulletin: z.string().nullable() });
const THERE = 'MATCH (b:Bulletin) WHERE b.id IN $ids RETURN b.id AS id';

async function orphanRejections(reading: Reading, ids: readonly string[]): Promise<string[]> {
  const rejected = parseRows(await reading.run(REJECTED, { ids }), Rejected);
  const there = await those(reading, THERE, [...new Set(rejected.flatMap(({ bulletin }) => bulletin ?? []))]);
  return rejected.filter(({ bulletin }) => bulletin === null || !there.has(bulletin)).map(({ id }) => id);
}

export const orphanRejectionCheck: Check = {
  all: { match: 'MATCH (r:RejectedStatement)', id: 'r.id' },
  page: 1000,
  examine: async (reading, ids) =>
    (await orphanRejections(reading, ids)).map((id) => ({ kind: 'orphan-rejection', id })),
  repair: async (transaction, ids) => {
    const orphans = await orphanRejections(transaction, ids);
    await transaction.run('MATCH (r:RejectedStatement) WHERE r.id IN $orphans DETACH DELETE r', { orphans });
  },
};
