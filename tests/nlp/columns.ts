/**
 * Analyses as columns, the form in which spacy_columns.py gives spaCy's, and the comparison of the two.
 * Each column has one element a token; what is compared is everything that a token says.
 */
import type { Doc } from '../../ingest/nlp/doc.ts';

export const COLUMNS = [
  'start',
  'end',
  'space',
  'norm',
  'tag',
  'pos',
  'morph',
  'lemma',
  'head',
  'dep',
  'sent',
  'iob',
  'entType',
] as const;

type ColumnName = (typeof COLUMNS)[number];

export type Columns = Readonly<Record<ColumnName, readonly (string | number)[]>>;

export interface Difference {
  readonly column: ColumnName;
  /** Position of the token. */
  readonly token: number;
  /** Undefined where one side has fewer tokens. */
  readonly expected: string | number | undefined;
  readonly actual: string | number | undefined;
}

export function columnsOf(doc: Doc): Columns {
  const column = <T>(read: (token: Doc['tokens'][number]) => T): readonly T[] => doc.tokens.map(read);
  return {
    start: column((token) => token.start),
    end: column((token) => token.end),
    space: column((token) => (token.spaceAfter ? '1' : '0')),
    norm: column((token) => token.norm),
    tag: column((token) => token.tag),
    pos: column((token) => token.pos),
    morph: column((token) => token.morph),
    lemma: column((token) => token.lemma),
    head: column((token) => token.head),
    dep: column((token) => token.dep),
    sent: column((token) => (token.sentStart ? '1' : '0')),
    iob: column((token) => token.entIob),
    entType: column((token) => token.entType),
  };
}

/** All differences, those of the first differing column first. */
export function differences(expected: Columns, actual: Columns): readonly Difference[] {
  return COLUMNS.flatMap((column) => {
    const length = Math.max(expected[column].length, actual[column].length);
    return Array.from({ length }, (_, token) => ({
      column,
      token,
      expected: expected[column][token],
      actual: actual[column][token],
    })).filter((pair) => pair.expected !== pair.actual);
  });
}
