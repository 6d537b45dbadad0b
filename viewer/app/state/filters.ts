/**
 * Filters as an ordered chain: each takes what the one before left and passes less on. Most ask of single statements, so
 * that a relation keeps just those that pass and is counted anew; an entity whose last relation goes, goes with it.
 * state/sieve.ts runs them.
 */
import type { GraphEdge, GraphNode, Status } from '../../contract.ts';
import type { Day, Trait } from './traits.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** At most one of each kind is in a chain. */
export type Filter =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'compare'; readonly before: Period; readonly after: Period }
  | { readonly kind: 'status'; readonly kept: readonly Status[] }
  | { readonly kind: 'polarity'; readonly negated: boolean }
  | { readonly kind: 'confidence'; readonly least: number }
  | { readonly kind: 'source'; readonly name: string }
  /** Null: what bulletins say in their own voice. */
  | { readonly kind: 'holder'; readonly id: string | null }
  | { readonly kind: 'plover'; readonly kept: readonly string[] }
  | { readonly kind: 'sources'; readonly least: number }
  | { readonly kind: 'degree'; readonly least: number };

export type Chain = readonly Filter[];

/** A relation as the chain has left it; its counts are those of the statements that passed. */
export interface Relation {
  readonly edge: GraphEdge;
  /** Null until its statements have been fetched: then nothing is known against it. */
  readonly traits: readonly Trait[] | null;
  /** Id of the pair of entities. */
  readonly pair: string;
}

export interface Passing {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly relations: readonly Relation[];
}

export interface Counted {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
}

export const within = (trait: Trait, { from, to }: Period): boolean => trait.from <= to && trait.to >= from;

/** PLOVER classes by predicate. */
export type Plovers = ReadonlyMap<string, string | null>;

/** The chain with this filter in the place of its kind, or at the end. */
export const withFilter = (chain: Chain, filter: Filter): Chain => {
  const at = chain.findIndex(({ kind }) => kind === filter.kind);
  return at === -1 ? [...chain, filter] : chain.with(at, filter);
};

export const withoutFilter = (chain: Chain, kind: Filter['kind']): Chain =>
  chain.some((filter) => filter.kind === kind) ? chain.filter((filter) => filter.kind !== kind) : chain;

/** Moves a filter one place up (-1) or down (1); at an end nothing changes. */
export const movedFilter = (chain: Chain, kind: Filter['kind'], by: -1 | 1): Chain => {
  const at = chain.findIndex((filter) => filter.kind === kind);
  const [one, other] = [chain[at], chain[at + by]];
  return one && other ? chain.with(at, other).with(at + by, one) : chain;
};

export const filterOf = <K extends Filter['kind']>(chain: Chain, kind: K): Extract<Filter, { kind: K }> | null => {
  const isKind = (filter: Filter): filter is Extract<Filter, { kind: K }> => filter.kind === kind;
  return chain.find(isKind) ?? null;
};
