/**
 * The labelled pairs of bulletins. Odd rows (the first, the third ...) are for looking at while rules are written; even rows
 * are held out: only figures of them are ever printed.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bulletin } from '../../graph/model/bulletin.ts';

const Side = z.object({ date: z.string(), source: z.string(), text: z.string() });
const Pair = z.object({
  /** Kind of difficulty and number. */
  id: z.string(),
  /** Whether both tell of at least one common happening, as having happened. */
  same: z.boolean(),
  /** Whether one prints the other's words, edited or trimmed. */
  reprint: z.boolean(),
  one: Side,
  other: Side,
});
export type Pair = z.infer<typeof Pair>;

const ROWS: readonly Pair[] = readFileSync(new URL('./pairs.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => Pair.parse(JSON.parse(line)));

export const HALVES = ['dev', 'held-out'] as const;
export type Half = (typeof HALVES)[number];

export function pairsOf(half: Half): readonly Pair[] {
  return ROWS.filter((_, index) => index % 2 === HALVES.indexOf(half));
}

/** Both bulletins as a reader delivers them, the one with id `one`, the other with id `other`. */
export function bulletinsOf(pair: Pair): (Bulletin & { readonly id: 'one' | 'other' })[] {
  return (['one', 'other'] as const).map((id) => {
    const { date, source, text } = pair[id];
    return { id, title: null, source, url: null, publishedAt: date, language: 'en', text };
  });
}
