/** Refuses a query that would write, by its clauses, before a store sees it: both stores give the same error. */
import { StoreError } from '../store.ts';
import { isKeyword, tokenize } from './tokens.ts';

const WRITING = new Set([
  'CREATE',
  'MERGE',
  'SET',
  'DELETE',
  'DETACH',
  'NODETACH',
  'REMOVE',
  'DROP',
  'FOREACH',
  'INSERT',
  'ALTER',
  'GRANT',
  'REVOKE',
  'DENY',
  'RENAME',
  'TERMINATE',
]);

/** The first writing clause of `cypher`, or null. */
export function writingClause(cypher: string): string | null {
  const tokens = tokenize(cypher);
  const found = tokens.find((token, index) => WRITING.has(token.word) && isKeyword(tokens, index) && isClause(index));
  return found?.word ?? null;

  // `set` as a variable (`set.name`, `set = 1`) or function is no clause; a clause is followed by a name or a bracket.
  function isClause(index: number): boolean {
    const next = tokens[index + 1];
    if (next === undefined || tokens[index - 1]?.word === 'AS') return false;
    if (next.kind === 'word' || next.kind === 'quoted') return next.word !== 'IN' && next.word !== 'AS';
    return next.text === '(' || next.text === '[';
  }
}

/** Throws StoreError of cause `read-only` where the query has a writing clause. */
export function refuseWriting(cypher: string): void {
  const clause = writingClause(cypher);
  if (clause !== null) {
    throw new StoreError(
      'read-only',
      `The query writes (${clause}), and queries may only read. Remove the ${clause} clause; bulletins are written by ingest.`,
    );
  }
}
