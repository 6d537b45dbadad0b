/**
 * Marks in a text: overlapping spans become a flat row of segments that, put together, are the text again. Offsets are
 * UTF-16 units of the whole bulletin; `offset` is where the shown text starts in it.
 */
import type { Evidence } from '../../contract.ts';

export type Role = 'subject' | 'object' | 'saidBy' | 'place' | 'quote';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Mark extends Span {
  readonly role: Role;
  /** The statement that the mark belongs to. */
  readonly statement: string;
}

export interface Segment<M extends Span> {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly M[];
}

/** The marks of one statement: its words, and the words of each of its arguments. */
export const marksOf = (statement: Evidence): Mark[] => {
  const marks: Mark[] = [
    { role: 'quote', start: statement.quote.start, end: statement.quote.end, statement: statement.id },
  ];
  for (const role of ['subject', 'object', 'saidBy', 'place'] as const) {
    const argument = statement[role];
    if (argument) marks.push({ role, start: argument.start, end: argument.end, statement: statement.id });
  }
  return marks;
};

/** Cuts `text` at every mark's edge. Marks outside the text are cut to it; empty ones are left out. */
export const segmentsOf = <M extends Span>(text: string, offset: number, marks: readonly M[]): Segment<M>[] => {
  const inside = marks
    .map((mark) => ({
      mark,
      from: Math.max(0, mark.start - offset),
      to: Math.min(text.length, mark.end - offset),
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  );
  const segments: Segment<M>[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (let cut = 0; cut + 1 < cuts.length; cut += 1) {
    const from = cuts[cut] ?? 0;
    const to = cuts[cut + 1] ?? text.length;
    open = open.filter((span) => span.to > from);
    for (let span = inside[next]; span && span.from <= from; span = inside[next]) {
      open.push(span);
      next += 1;
    }
    segments.push({ text: text.slice(from, to), start: from + offset, marks: open.map(({ mark }) => mark) });
  }
  return segments;
};
