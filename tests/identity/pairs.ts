/**
 * The labelled pairs of names, and how well a comparison tells them apart. Odd rows are for looking at while the rules are
 * written, even rows are held out: nobody tunes on them.
 */
import { readFileSync } from 'node:fs';
import { compareBodyNames, comparePersonNames, SAME_NAME } from '../../graph/identity/similarity.ts';

export interface NamePair {
  readonly isPerson: boolean;
  readonly isSame: boolean;
  readonly one: string;
  readonly other: string;
}

export interface Score {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs that were judged wrongly. */
  readonly wrong: readonly string[];
}

const ROWS: readonly NamePair[] = readFileSync(new URL('./name-pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [kind, label, one = '', other = ''] = line.split('\t');
    return { isPerson: kind === 'P', isSame: label === '=', one, other };
  });

export const SEEN: readonly NamePair[] = ROWS.filter((_, index) => index % 2 === 0);
export const HELD_OUT: readonly NamePair[] = ROWS.filter((_, index) => index % 2 === 1);

export function likeness({ isPerson, one, other }: NamePair): number {
  return (isPerson ? comparePersonNames : compareBodyNames)(one, other).score;
}

export function scoreOf(pairs: readonly NamePair[]): Score {
  let [right, found, wanted] = [0, 0, 0];
  const wrong: string[] = [];
  for (const pair of pairs) {
    const score = likeness(pair);
    const isFound = score >= SAME_NAME;
    if (isFound) found++;
    if (pair.isSame) wanted++;
    if (isFound && pair.isSame) right++;
    if (isFound !== pair.isSame)
      wrong.push(`${pair.isSame ? '=' : '!'} ${pair.one} | ${pair.other} (${score.toFixed(2)})`);
  }
  const [precision, recall] = [right / found, right / wanted];
  return { pairs: pairs.length, precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong };
}
