/**
 * Where in a query a database says something is wrong. Both stores name a place in their messages, each in its way; a
 * message that only quotes a name is placed at the name's first use.
 */
import type { Position } from '../contract.ts';

const PLACES: readonly RegExp[] = [/--> query:(\d+):(\d+)/, /\(line (\d+), column (\d+)/];
const QUOTED = /[`'"$](\w+)[`'"]?/;

/** The place in `cypher` that `message` is about, counted from 1, or null where it tells none. */
export function positionIn(cypher: string, message: string): Position | null {
  for (const pattern of PLACES) {
    const found = pattern.exec(message);
    if (found !== null) return within(cypher, Number(found[1]), Number(found[2]));
  }
  const name = QUOTED.exec(message)?.[1];
  const at = name === undefined ? -1 : cypher.search(new RegExp(`(?<!\\w)${name}(?!\\w)`));
  if (at < 0) return null;
  const before = cypher.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A place past the end is the end: databases count what is missing there. */
function within(cypher: string, line: number, column: number): Position {
  const lines = cypher.split('\n');
  const real = Math.min(Math.max(line, 1), lines.length);
  return { line: real, column: Math.min(Math.max(column, 1), (lines[real - 1]?.length ?? 0) + 1) };
}

/** The message without the excerpt of the query that some databases add: the page shows the place in the query itself. */
export function withoutExcerpt(message: string): string {
  const [first = '', ...rest] = message.split('\n');
  const help = rest.map((line) => /^\s*help:\s*(.+)$/.exec(line)?.[1]).find((text) => text !== undefined);
  const plain = first.replace(/ \(line \d+, column \d+ \(offset: \d+\)\)$/, '').replace(/^"(.*)"$/, '$1');
  return help === undefined ? plain : `${plain}. ${help}`;
}
