/**
 * Finds mistakes in Cypher that a person typed, before a database sees it: it would answer a misspelt label or property
 * with no rows, and a misspelt keyword without saying which was meant. Not a grammar: what it passes may still be wrong.
 */
import { Query } from '../../graph/cypher/query.ts';
import { unknownNames, unknownProperties, unknownValues } from './names.ts';
import type { Problem } from './problem.ts';
import { misspeltFunctions, misspeltKeywords, missingParameters, unboundVariables, unended } from './words.ts';

/**
 * The problems of a query in order of their position; none where it may be run.
 * @param given names of the parameters that have a value; null where they are checked elsewhere
 */
export function problemsOf(cypher: string, given: ReadonlySet<string> | null = null): Problem[] {
  const query = new Query(cypher, {});
  const open = unended(query, cypher);
  if (open.length > 0) return open;
  const keywords = misspeltKeywords(query);
  const problems = [
    ...keywords,
    ...misspeltFunctions(query),
    ...unknownNames(query),
    ...unknownProperties(query),
    ...unknownValues(query),
    // Behind a keyword that is none, patterns are not seen as such, nor what they bind.
    ...(keywords.length > 0 ? [] : unboundVariables(query)),
    ...(given === null ? [] : missingParameters(query, given)),
  ];
  const byPlace = new Map<number, Problem>();
  for (const problem of problems) if (!byPlace.has(problem.start)) byPlace.set(problem.start, problem);
  return [...byPlace.values()].sort((one, other) => one.start - other.start);
}
