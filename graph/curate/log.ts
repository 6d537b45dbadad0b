/** The log of judgements in a store: read whole, appended to, never changed. One node a judgement. */
import type { GraphStore, Value, WriteTransaction } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { z } from 'zod';
import { Judgement } from './judgement.ts';
import { type Resolution, resolve } from './resolution.ts';

const READ = 'MATCH (j:Judgement) RETURN properties(j) AS properties';
const Stored = z.object({ properties: z.record(z.string(), z.custom<Value>()) });

/** A log is kept whole in memory, about 0.3 kB a judgement. */
const MOST_JUDGEMENTS = 1_000_000;

function parse(table: Parameters<typeof parseRows>[0]): Judgement[] {
  return parseRows(table, Stored)
    .map(({ properties }) => Judgement.parse({ why: null, ...properties, kind: properties['decision'] }))
    .sort((a, b) => a.sequence - b.sequence);
}

/** All judgements in their order. */
export async function readJudgements(store: GraphStore): Promise<Judgement[]> {
  return parse(await store.read(READ, {}, { maxRows: MOST_JUDGEMENTS, timeoutMs: 600_000 }));
}

/** All judgements in their order, as a transaction sees them. */
export async function judgementsIn(transaction: WriteTransaction): Promise<Judgement[]> {
  return parse(await transaction.run(READ));
}

export async function readResolution(transaction: WriteTransaction): Promise<Resolution> {
  return resolve(await judgementsIn(transaction));
}

/** Appends one judgement as it is. */
export async function appendJudgement(transaction: WriteTransaction, judgement: Judgement): Promise<void> {
  const { why, kind: decision, ...known } = judgement;
  const id = `jd-${judgement.sequence}`;
  const properties: Record<string, Value> = { id, decision, ...known, ...(why === null ? {} : { why }) };
  await transaction.run('CREATE (j:Judgement) SET j = $properties', { properties });
}
