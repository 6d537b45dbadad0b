/**
 * An annotated bulletin: its text, the entities that its statements use, and every statement that a careful reader may
 * take from it. The rules of annotation are in README.md beside this file.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EntityType, IsoDate, Polarity, Status } from '../../graph/model/vocabulary.ts';

export const GoldStatement = z.object({
  s: z.string(),
  p: z.string(),
  /** Null only where the predicate needs no object. */
  o: z.string().nullish(),
  /** Other predicates that a careful reader accepts. */
  alt: z.array(z.string()).default([]),
  /** Whether a reader must take it; where false, it may be taken but need not be. */
  core: z.boolean(),
  polarity: Polarity.default('affirmed'),
  status: Status.default('occurred'),
  said_by: z.string().nullish(),
  /** Of the event, as exact as the text gives it. */
  when: IsoDate.nullish(),
  cue: z.string(),
});
export type GoldStatement = z.infer<typeof GoldStatement>;

export const GoldRecord = z.object({
  id: z.string(),
  entities: z.record(z.string(), z.object({ type: EntityType, also: z.array(z.string()).default([]) })),
  statements: z.array(GoldStatement),
});
export type GoldRecord = z.infer<typeof GoldRecord>;

export const GoldBulletin = GoldRecord.extend({ date: IsoDate, text: z.string(), source: z.string().optional() });
export type GoldBulletin = z.infer<typeof GoldBulletin>;

/** Our own files: `dev` may be read while rules are written, `held-out` never. */
export const GOLD_FILES = ['dev', 'held-out'] as const;
export type GoldFile = (typeof GOLD_FILES)[number];

/** Reads a file of one JSON object a line, each checked against `schema`. */
export function readLines<T>(path: string | URL, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

export function readGold(file: GoldFile): GoldBulletin[] {
  return readLines(new URL(`./${file}.jsonl`, import.meta.url), GoldBulletin);
}
