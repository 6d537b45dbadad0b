/** What is wrong in the text of a query, where, and what was probably meant. */
import { nearest } from './nearest.ts';

export interface Problem {
  /** Offset of the first wrong character in the query. */
  readonly start: number;
  /** How many characters are wrong; at least 1. */
  readonly length: number;
  readonly message: string;
  /** What to write instead; null where nothing is near. */
  readonly suggestion: string | null;
}

/** The problem of a word that is none of those known. */
export function unknownWord(
  message: string,
  start: number,
  length: number,
  word: string,
  known: Iterable<string>,
): Problem {
  return { start, length, message, suggestion: nearest(word, known) };
}

/** Line and column, both from 1, columns in UTF-16 units. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * The problem for people: `name:line:column: what. Did you mean "this"?`, the line of the query, and a mark below.
 * @param firstLine line of the file that the text begins at
 */
export function describeProblem(text: string, problem: Problem, name: string, firstLine = 1): string {
  const { line, column } = positionOf(text, problem.start);
  const written = (text.split('\n')[line - 1] ?? '').replaceAll('\t', ' ');
  const marked = '^'.repeat(Math.max(1, Math.min(problem.length, written.length - column + 1)));
  const suggestion = problem.suggestion === null ? '' : ` Did you mean "${problem.suggestion}"?`;
  return [
    `${name}:${line + firstLine - 1}:${column}: ${problem.message}.${suggestion}`,
    `  ${written}`,
    `  ${' '.repeat(column - 1)}${marked}`,
  ].join('\n');
}
