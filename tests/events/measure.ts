/**
 * How well the program tells which bulletins report one happening and which are reprints: every pair goes through reading
 * and writing into a store of its own, and what the store says is compared with the label.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../graph/ids.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { parseRows } from '../../graph/writing/rows.ts';
import { createExtractor, type Extractor } from '../../ingest/pipeline.ts';
import { bulletinsOf, type Half, type Pair, pairsOf } from './pairs.ts';

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Why a pair of one happening was not found. */
type MissCause = 'not read' | 'other participants or act' | 'other date' | 'told apart';

export interface Outcome {
  readonly pair: Pair;
  readonly isSame: boolean;
  readonly isReprint: boolean;
  readonly statements: readonly StatementRow[];
}

export interface Measurement {
  readonly outcomes: readonly Outcome[];
  readonly same: Figures;
  readonly reprint: Figures;
  /** Pairs of one happening that were missed, by cause. */
  readonly misses: ReadonlyMap<MissCause, number>;
}

const StatementRow = z.object({
  bulletin: z.string(),
  subject: z.string(),
  predicate: z.string(),
  object: z.string(),
  polarity: z.string(),
  status: z.string(),
  date: z.string().nullable(),
  happening: z.string().nullable(),
  event: z.string().nullable(),
});
type StatementRow = z.infer<typeof StatementRow>;
const ReprintRow = z.object({ id: z.string(), reprintOf: z.string().nullable() });

const STATEMENTS = `
  MATCH (s:Statement)-[:FROM]->(b:Bulletin)
  MATCH (s)-[:SUBJECT]->(x:Entity)
  MATCH (s)-[:OBJECT]->(y:Entity)
  OPTIONAL MATCH (s)-[:REPORTS]->(v:Event)
  RETURN b.id AS bulletin, x.id AS subject, s.predicate AS predicate, y.id AS object, s.polarity AS polarity,
    s.status AS status, s.date AS date, s.happening AS happening, v.id AS event
  ORDER BY bulletin, s.start, s.id`;

export async function measure(half: Half): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'events-'));
  const extractor = await createExtractor();
  const store = await openStore(`file:${join(folder, 'store')}`, { create: true });
  try {
    const outcomes: Outcome[] = [];
    for (const pair of pairsOf(half)) outcomes.push(await outcomeOf(pair, extractor, store));
    return summary(outcomes);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function outcomeOf(pair: Pair, extractor: Extractor, store: GraphStore): Promise<Outcome> {
  await store.write((transaction) => transaction.run('MATCH (n) WHERE NOT n:Store DETACH DELETE n'));
  const bulletins = bulletinsOf(pair);
  await writeExtraction(
    store,
    bulletins.map((bulletin) => ({
      bulletin,
      extraction: extractor.extract(bulletin),
      contentHash: contentHash(bulletin),
    })),
    { now: '2026-01-01', extractor: 'measured' },
  );
  const statements = parseRows(await store.read(STATEMENTS), StatementRow);
  const reprints = parseRows(
    await store.read('MATCH (b:Bulletin) RETURN b.id AS id, b.reprintOf AS reprintOf'),
    ReprintRow,
  );
  return {
    pair,
    isSame: common(statements, ({ event }) => event),
    isReprint: reprints.some(({ reprintOf }) => reprintOf !== null),
    statements,
  };
}

/** Whether statements of both bulletins have a value in common. */
function common(statements: readonly StatementRow[], valueOf: (row: StatementRow) => string | null): boolean {
  const values = (id: string) => statements.flatMap((row) => (row.bulletin === id ? (valueOf(row) ?? []) : []));
  const others = new Set(values('other'));
  return values('one').some((value) => others.has(value));
}

function causeOf({ statements }: Outcome): MissCause {
  const isRead = (id: string): boolean => statements.some((row) => row.bulletin === id && row.happening !== null);
  if (!isRead('one') || !isRead('other')) return 'not read';
  if (common(statements, ({ happening }) => happening)) return 'told apart';
  const isAlike = common(statements, ({ subject, predicate, object, happening }) =>
    happening === null ? null : JSON.stringify([predicate, ...[subject, object].sort()]),
  );
  return isAlike ? 'other date' : 'other participants or act';
}

function summary(outcomes: readonly Outcome[]): Measurement {
  const misses = new Map<MissCause, number>();
  for (const outcome of outcomes) {
    if (!outcome.pair.same || outcome.isSame) continue;
    const cause = causeOf(outcome);
    misses.set(cause, (misses.get(cause) ?? 0) + 1);
  }
  return {
    outcomes,
    same: figures(outcomes.map(({ pair, isSame }) => [pair.same, isSame])),
    reprint: figures(outcomes.map(({ pair, isReprint }) => [pair.reprint, isReprint])),
    misses,
  };
}

function figures(judged: readonly (readonly [label: boolean, found: boolean])[]): Figures {
  const right = judged.filter(([label, found]) => label && found).length;
  const precision = right / judged.filter(([, found]) => found).length;
  const recall = right / judged.filter(([label]) => label).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
