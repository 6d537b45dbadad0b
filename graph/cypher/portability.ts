/**
 * Refuses the constructs that the embedded database answers otherwise than Neo4j, or not at all, with the portable form
 * (docs/cypher.md lists them). It sees what a query's text shows; types that only the data knows are beyond it.
 */
import { type Parameters, StoreError } from '../store.ts';
import { RULES } from './portability-rules.ts';
import { Query } from './query.ts';

export interface Refusal {
  readonly construct: string;
  readonly instead: string;
}

/** The first construct of `cypher` that is not portable, or null. */
export function unportableConstruct(cypher: string, parameters: Parameters = {}): Refusal | null {
  const query = new Query(cypher, parameters);
  return RULES.find((rule) => rule.isIn(query)) ?? null;
}

/** Throws StoreError of cause `unportable` where the query has a construct that is not portable. */
export function refuseUnportable(cypher: string, parameters: Parameters = {}): void {
  const found = unportableConstruct(cypher, parameters);
  if (found !== null) {
    throw new StoreError(
      'unportable',
      `The embedded store does not answer ${found.construct} as Neo4j does. Write ${found.instead} instead.`,
    );
  }
}
