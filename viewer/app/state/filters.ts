/**
 * Filters as an ordered chain: each takes what the one before left and passes less on. Most ask of single statements, so
 * that a relation keeps just those that pass and is counted anew; an entity whose last relation goes, goes with it.
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

/** What one statement has to be; null where the filter asks of relations or entities. */
const askOfStatements = (filter: Filter): ((trait: Trait) => boolean) | null => {
  switch (filter.kind) {
    case 'period':
      return (trait) => within(trait, filter.period);
    case 'compare':
      return (trait) => within(trait, filter.before) || within(trait, filter.after);
    case 'status': {
      const kept = new Set(filter.kept);
      return (trait) => kept.has(trait.status);
    }
    case 'polarity':
      return (trait) => trait.negated === filter.negated;
    case 'confidence':
      return (trait) => trait.confidence >= filter.least;
    case 'source':
      return (trait) => trait.source === filter.name;
    case 'holder':
      return (trait) => trait.holder === filter.id;
    case 'plover':
    case 'sources':
    case 'degree':
    default:
      return null;
  }
};

/** The edge with its counts and dates taken from these statements alone. */
const recounted = (edge: GraphEdge, traits: readonly Trait[]): GraphEdge => {
  const negated = traits.reduce((sum, trait) => sum + (trait.negated ? 1 : 0), 0);
  return {
    ...edge,
    statements: traits.length,
    sources: traits.length === 1 ? 1 : new Set(traits.map((trait) => trait.source)).size,
    negated,
    affirmed: traits.length - negated,
  };
};

const shortened = new WeakMap<Relation, Relation>();

/** The relation with these of its statements; the same value as last time where they are the same. */
const withStatements = (relation: Relation, traits: readonly Trait[]): Relation => {
  const last = shortened.get(relation);
  if (last?.traits?.length === traits.length && last.traits.every((trait, at) => trait === traits[at])) return last;
  const made = { edge: recounted(relation.edge, traits), traits, pair: relation.pair };
  shortened.set(relation, made);
  return made;
};

const keepStatements = (relations: readonly Relation[], passes: (trait: Trait) => boolean): Relation[] => {
  const left: Relation[] = [];
  for (const relation of relations) {
    if (relation.traits === null) {
      left.push(relation);
      continue;
    }
    let passed = 0;
    for (const trait of relation.traits) if (passes(trait)) passed += 1;
    if (passed === 0) continue;
    if (passed === relation.traits.length) {
      left.push(relation);
      continue;
    }
    left.push(withStatements(relation, relation.traits.filter(passes)));
  }
  return left;
};

const degrees = (relations: readonly Relation[]): Map<string, number> => {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    const known = neighbours.get(one);
    if (known) known.add(other);
    else neighbours.set(one, new Set([other]));
  };
  for (const { edge } of relations) {
    join(edge.source, edge.target);
    join(edge.target, edge.source);
  }
  return new Map([...neighbours].map(([id, others]) => [id, others.size]));
};

/** PLOVER classes by predicate. */
export type Plovers = ReadonlyMap<string, string | null>;

const relationsLeft = (filter: Filter, { relations }: Passing, plovers: Plovers): readonly Relation[] => {
  const passes = askOfStatements(filter);
  if (passes) return keepStatements(relations, passes);
  if (filter.kind === 'plover') {
    const kept = new Set(filter.kept);
    return relations.filter(({ edge }) => kept.has(plovers.get(edge.predicate) ?? ''));
  }
  if (filter.kind === 'sources') return relations.filter(({ edge }) => edge.sources >= filter.least);
  if (filter.kind !== 'degree') return relations;
  const degree = degrees(relations);
  const enough = (id: string): boolean => (degree.get(id) ?? 0) >= filter.least;
  return relations.filter(({ edge }) => enough(edge.source) && enough(edge.target));
};

/** What one filter leaves. Entities that had a relation before it and have none after it go. */
export const applyFilter = (filter: Filter, passing: Passing, plovers: Plovers): Passing => {
  const relations = relationsLeft(filter, passing, plovers);
  if (relations.length === passing.relations.length && filter.kind !== 'degree') {
    return { nodes: passing.nodes, relations };
  }
  const joined = new Set<string>();
  for (const { edge } of relations) joined.add(edge.source).add(edge.target);
  const alone = filter.kind === 'degree' ? null : new Set(passing.nodes.keys());
  if (alone) for (const { edge } of passing.relations) [edge.source, edge.target].forEach((id) => alone.delete(id));
  const nodes = new Map([...passing.nodes].filter(([id]) => joined.has(id) || (alone?.has(id) ?? false)));
  return { nodes, relations };
};

export const countPassing = ({ nodes, relations }: Passing): Counted => ({
  entities: nodes.size,
  relations: relations.length,
  statements: relations.reduce((sum, { edge }) => sum + edge.statements, 0),
});

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
