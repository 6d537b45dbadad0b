/**
 * Date expressions in sentences of our own, marked with the TIMEX3 type and value that an annotator gives them, and the
 * measures of TempEval-3 over them. One sentence a line: the bulletin's date, a tab, the sentence with `[words|TYPE|value]`.
 */
import { readFileSync } from 'node:fs';
import { type DateExpression, resolveDates } from '../../ingest/dates/index.ts';
import type { Doc } from '../../ingest/nlp/doc.ts';

export const DATE_FILES = ['dates-dev', 'dates-held-out'] as const;
export type DateFile = (typeof DATE_FILES)[number];

export const DATE_FIGURES = ['relaxed', 'strict', 'type', 'value'] as const;
/** F1 of spans that overlap, of equal spans, and of overlapping spans whose type, or value, is right; each 0 to 1. */
export type DateFigures = Readonly<Record<(typeof DATE_FIGURES)[number], number>>;

interface MarkedExpression {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface MarkedSentence {
  readonly date: string;
  readonly text: string;
  readonly expressions: readonly MarkedExpression[];
}

/** @throws Error where a line has no date or no mark, or a mark is not closed */
export function readMarked(line: string): MarkedSentence {
  const [date = '', marked = ''] = line.split('\t');
  const expressions: MarkedExpression[] = [];
  let text = '';
  for (const piece of marked.split(/(\[[^\]]*\])/)) {
    const mark = /^\[([^|]+)\|(DATE|TIME|DURATION|SET)\|([^|]+)\]$/.exec(piece);
    if (mark === null) {
      text += piece;
      continue;
    }
    const [, words = '', type = '', value = ''] = mark;
    expressions.push({ start: text.length, end: text.length + words.length, type, value });
    text += words;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || expressions.length === 0 || /[[\]|]/.test(text)) {
    throw new Error(`No date, no mark or a broken one in ${JSON.stringify(line)}`);
  }
  return { date, text, expressions };
}

export function readDateFile(file: DateFile): MarkedSentence[] {
  const lines = readFileSync(new URL(`./${file}.tsv`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map(readMarked);
}

/** The measures over sentences: each marked expression meets the first found one that it overlaps. */
export function scoreDates(
  sentences: readonly MarkedSentence[],
  parse: (text: string) => Doc,
): { marked: number; found: number; figures: DateFigures } {
  const hits = { relaxed: 0, strict: 0, type: 0, value: 0 };
  let marked = 0;
  let found = 0;
  for (const { date, text, expressions } of sentences) {
    const read = resolveDates(parse(text), date);
    marked += expressions.length;
    found += read.length;
    for (const expression of expressions) {
      const hit = read.find(({ start, end }) => start < expression.end && expression.start < end);
      if (hit !== undefined) count(hits, expression, hit);
    }
  }
  const f1 = (right: number): number => (marked + found === 0 ? 0 : (2 * right) / (marked + found));
  return {
    marked,
    found,
    figures: { relaxed: f1(hits.relaxed), strict: f1(hits.strict), type: f1(hits.type), value: f1(hits.value) },
  };
}

function count(hits: Record<keyof DateFigures, number>, marked: MarkedExpression, read: DateExpression): void {
  hits.relaxed += 1;
  if (read.start === marked.start && read.end === marked.end) hits.strict += 1;
  if (read.type === marked.type) hits.type += 1;
  if (read.value === marked.value) hits.value += 1;
}
