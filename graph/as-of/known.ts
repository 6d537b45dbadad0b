/**
 * What of a store was known on a date: the bulletins that were published by the end of it (those without a date: that had
 * been ingested by then), and the judgements that had been made.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Judgement } from '../curate/judgement.ts';
import { readJudgements } from '../curate/log.ts';
import { IsoDate } from '../model/vocabulary.ts';
import type { GraphStore } from '../store.ts';
import { parseRows } from '../writing/rows.ts';

export interface Known {
  /** The date as it was given: a day, month or year. */
  readonly date: string;
  /** Ids in code-unit order. */
  readonly bulletins: readonly string[];
  readonly judgements: readonly Judgement[];
  /** Bulletins of the whole store. */
  readonly total: number;
  /** Whether the whole store was known, judgements and all. */
  readonly isAll: boolean;
  /** Changes when what was known on the date does. */
  readonly fingerprint: string;
}

const BULLETINS = `
  MATCH (b:Bulletin)
  RETURN b.id AS id, b.publishedAt AS publishedAt, b.ingestedAt AS ingestedAt, b.contentHash AS contentHash,
    b.extractor AS extractor`;
const Row = z.object({
  id: z.string(),
  publishedAt: IsoDate.nullable(),
  ingestedAt: z.string(),
  contentHash: z.string(),
  extractor: z.string(),
});

/** A row of the query for each bulletin, about 0.3 kB each, in memory at once. */
const EVERY_BULLETIN = { maxRows: 100_000_000, timeoutMs: 600_000 };

/** Whether something of this date or time is past at the end of `date`: what names only its month is so at the month's end. */
export function isKnownOn(moment: string, date: string): boolean {
  return lastDay(moment) <= lastDay(date);
}

/** The last day of a date of any precision; of a month, the 31st, which no other day of it comes after. */
function lastDay(moment: string): string {
  return moment.slice(0, 10) + '-12-31'.slice(Math.min(moment.length, 10) - 4);
}

/** Reads which bulletins and judgements were known. @throws StoreError */
export async function knownOn(store: GraphStore, date: string): Promise<Known> {
  const rows = parseRows(await store.read(BULLETINS, {}, EVERY_BULLETIN), Row);
  const log = await readJudgements(store);
  const known = rows
    .filter(({ publishedAt, ingestedAt }) => isKnownOn(publishedAt ?? ingestedAt, date))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const judgements = log.filter(({ at }) => isKnownOn(at, date));
  const hash = createHash('sha256');
  for (const { id, contentHash, extractor } of known) hash.update(`${JSON.stringify([id, contentHash, extractor])}\n`);
  for (const judgement of judgements) hash.update(`${JSON.stringify(judgement)}\n`);
  return {
    date,
    bulletins: known.map(({ id }) => id),
    judgements,
    total: rows.length,
    isAll: known.length === rows.length && judgements.length === log.length,
    fingerprint: hash.digest('hex'),
  };
}
