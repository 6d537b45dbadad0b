/** What a date rule is: a pattern that starts at a token, and what its words mean against the bulletin's date. */
import type { Day } from './calendar.ts';

/** `near`: the present tense of news tells what was and what is to come alike, and the nearer of the two is meant. */
export type Direction = 'past' | 'near' | 'future';

export interface DateContext {
  /** The bulletin's date; null where unknown, and then relative expressions stay unresolved. */
  readonly reference: Day | null;
  /** Which way a bare "Friday" or "in May" points, from the tense of the verb that it belongs to. */
  readonly direction: Direction;
  /** The value of the last calendar date before this expression: what "two days later" and "the same year" count from. */
  readonly anchor: string | null;
}

/** A TIMEX3 reading; `value` is null where the words need a date that the bulletin does not have. */
export interface Reading {
  readonly value: string | null;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
}

export type Groups = Readonly<Record<string, string | undefined>>;

export interface DateRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null where the words match the pattern and yet are no date. */
  read(groups: Groups, context: DateContext, text: string): Reading | null;
}

/** A rule whose pattern is tried at one offset, ends at a word's end, and ignores case unless told otherwise. */
export function rule(name: string, source: string, read: DateRule['read'], caseSensitive = false): DateRule {
  return { name, pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, caseSensitive ? 'uy' : 'iuy'), read };
}

export const date = (value: string | null): Reading => ({ value, type: 'DATE' });
