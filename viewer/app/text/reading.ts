/**
 * A bulletin's text with everything that was read from it: runs of words that stand for one entity, cut at the edges of
 * statements. Put together, the runs are the text again.
 */
import type { Evidence, Mention } from '../../contract.ts';
import type { Mark, Span } from './marks.ts';
import { marksOf, segmentsOf } from './marks.ts';

interface Named extends Span {
  readonly role: 'mention';
  readonly mention: Mention;
}

/** Words under the same marks of statements; `marks` is empty where no statement was read from them. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** Neighbouring words of one mention, or of none. */
export interface Run {
  readonly mention: Mention | null;
  /** True for the rest of a mention with another one inside ("the [Russian] president"). */
  readonly goesOn: boolean;
  readonly start: number;
  readonly words: readonly Words[];
}

const length = ({ start, end }: Span): number => end - start;

/** Where mentions overlap, the words belong to the shortest. */
export const runsOf = (text: string, mentions: readonly Mention[], statements: readonly Evidence[]): Run[] => {
  const named = mentions.map(
    (mention): Named => ({ role: 'mention', mention, start: mention.start, end: mention.end }),
  );
  const runs: (Run & { words: Words[] })[] = [];
  const begun = new Set<Mention>();
  for (const { marks, ...words } of segmentsOf<Mark | Named>(text, 0, [...named, ...statements.flatMap(marksOf)])) {
    const owners = marks.flatMap((mark) => (mark.role === 'mention' ? [mark.mention] : []));
    const mention = owners.toSorted((a, b) => length(a) - length(b))[0] ?? null;
    const own = { ...words, marks: marks.filter((mark) => mark.role !== 'mention') };
    const last = runs.at(-1);
    if (last && last.mention === mention) last.words.push(own);
    else runs.push({ mention, goesOn: mention !== null && begun.has(mention), start: words.start, words: [own] });
    if (mention) begun.add(mention);
  }
  return runs;
};

/**
 * Ids of the statements that marks belong to, the one with the shortest words first: of statements inside each other, the
 * inner one is what is pointed at.
 */
export const statementsAt = (marks: readonly Mark[]): string[] => [
  ...new Set(marks.toSorted((a, b) => length(a) - length(b)).map(({ statement }) => statement)),
];

/** The one after `current`, round the end; the first where `current` is none of them. */
export const nextOf = (statements: readonly string[], current: string | null): string | null =>
  statements[(current === null ? 0 : statements.indexOf(current) + 1) % Math.max(1, statements.length)] ?? null;
