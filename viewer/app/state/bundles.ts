/**
 * Bundles: all relations between two entities as one line. A pair whose relations and statements are the same as in an
 * earlier sieve keeps the same bundle, so that a filter makes only those that it changes.
 */
import type { GraphEdge } from '../../contract.ts';
import type { Filter, Relation } from './filters.ts';
import { within } from './filters.ts';
import type { Sieved } from './sieve.ts';
import { relationOf } from './sieve.ts';
import type { Trait } from './traits.ts';

export type Tone = 'cooperation' | 'conflict' | 'mixed' | 'neutral';

export type Change = 'new' | 'gone' | 'changed' | 'same';

export interface Bundle {
  /** `pairId` of the two ends: the same for either direction. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The relations between the pair, most statements first. */
  readonly edges: readonly GraphEdge[];
  readonly statements: number;
  /** The largest number of sources of one relation: independent sources of several relations may be the same ones. */
  readonly sources: number;
  readonly tone: Tone;
  readonly direction: 'none' | 'forward' | 'both';
  readonly negated: number;
  readonly affirmed: number;
  /** No statement says that it happened: planned, possible, demanded, threatened or cancelled only. */
  readonly intended: boolean;
  /** While two periods are compared: what became of the pair from the first to the second. */
  readonly change: Change | null;
}

export type Comparison = Extract<Filter, { kind: 'compare' }> | null;

/** Quad classes 1 and 2 are cooperation in words and in deed, 3 and 4 conflict. */
export const toneOf = (quadClass: number | null): Tone => {
  if (quadClass === null) return 'neutral';
  return quadClass <= 2 ? 'cooperation' : 'conflict';
};

const toneOfAll = (edges: readonly GraphEdge[]): Tone => {
  let cooperation = false;
  let conflict = false;
  for (const { quadClass } of edges) {
    const tone = toneOf(quadClass);
    cooperation ||= tone === 'cooperation';
    conflict ||= tone === 'conflict';
  }
  if (cooperation && conflict) return 'mixed';
  if (conflict) return 'conflict';
  return cooperation ? 'cooperation' : 'neutral';
};

const byWeight = (a: GraphEdge, b: GraphEdge): number =>
  b.statements - a.statements || (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0);

const happened = ({ status }: Trait): boolean => status === 'occurred' || status === 'ongoing';

const isIntended = (relations: readonly Relation[]): boolean =>
  relations.every(({ traits }) => traits !== null && traits.length > 0 && !traits.some(happened));

/** What became of a pair: the relations that were stated before, and those after. */
const changeOf = (relations: readonly Relation[], compare: NonNullable<Comparison>): Change => {
  const stated = (period: typeof compare.before): string =>
    relations
      .filter(({ traits }) => traits?.some((trait) => within(trait, period)) ?? false)
      .map(({ edge }) => edge.id)
      .toSorted()
      .join('\n');
  const [before, after] = [stated(compare.before), stated(compare.after)];
  if (before === after) return 'same';
  if (before === '') return 'new';
  return after === '' ? 'gone' : 'changed';
};

/** The bundle of one pair's relations; null of none. */
export const bundleOf = (id: string, relations: readonly Relation[], compare: Comparison): Bundle | null => {
  const unordered = relations.map(({ edge }) => edge);
  const edges = unordered.length > 1 ? unordered.toSorted(byWeight) : unordered;
  const [first] = edges;
  if (!first) return null;
  const directed = edges.filter((edge) => !edge.symmetric);
  const lead = directed[0] ?? first;
  const back = directed.some((edge) => edge.source !== lead.source);
  let [statements, sources, negated, affirmed] = [0, 0, 0, 0];
  for (const edge of edges) {
    statements += edge.statements;
    sources = Math.max(sources, edge.sources);
    negated += edge.negated;
    affirmed += edge.affirmed;
  }
  return {
    id,
    source: lead.source,
    target: lead.target,
    edges,
    statements,
    sources,
    tone: toneOfAll(edges),
    direction: directed.length === 0 ? 'none' : back ? 'both' : 'forward',
    negated,
    affirmed,
    intended: isIntended(relations),
    change: compare && changeOf(relations, compare),
  };
};

/** The bundles of a sieve by the number of their pair; null where nothing is left between the two. */
export interface Bundled {
  readonly sieved: Sieved;
  readonly compare: Comparison;
  readonly bundles: readonly (Bundle | null)[];
}

/** Whether the same of a relation has passed both times. */
const isSame = (now: Sieved, before: Sieved, edge: number): boolean => {
  if (now.edges[edge] !== (before.edges[edge] ?? 0)) return false;
  if (now.edges[edge] !== 1) return true;
  const left = now.left[edge] ?? -1;
  if (left !== before.left[edge] || now.said.lists[edge] !== before.said.lists[edge]) return false;
  if (left < 0) return true;
  const start = now.said.start[edge] ?? 0;
  const length = (now.said.start[edge + 1] ?? 0) - start;
  const startBefore = before.said.start[edge] ?? 0;
  for (let at = 0; at < length; at += 1) {
    if (now.statements[start + at] !== before.statements[startBefore + at]) return false;
  }
  return true;
};

const isSamePair = (now: Sieved, before: Bundled, pair: number): boolean => {
  const { pairStart, pairEdges } = now.page;
  const end = pairStart[pair + 1] ?? 0;
  for (let at = pairStart[pair] ?? 0; at < end; at += 1)
    if (!isSame(now, before.sieved, pairEdges[at] ?? 0)) return false;
  return true;
};

const relationsOfPair = (sieved: Sieved, pair: number): Relation[] => {
  const { pairStart, pairEdges } = sieved.page;
  const relations: Relation[] = [];
  const end = pairStart[pair + 1] ?? 0;
  for (let at = pairStart[pair] ?? 0; at < end; at += 1) {
    const relation = relationOf(sieved, pairEdges[at] ?? 0);
    if (relation) relations.push(relation);
  }
  return relations;
};

/** The bundles of `sieved`, as far as possible those of `earlier` ones. */
export const bundleAll = (sieved: Sieved, compare: Comparison, earlier: readonly Bundled[]): Bundled => {
  const { pairIds, lineage } = sieved.page;
  const usable = earlier.filter((each) => each.sieved.page.lineage === lineage && each.compare === compare);
  const bundles = pairIds.map((id, pair): Bundle | null => {
    for (const each of usable) {
      if (pair < each.bundles.length && isSamePair(sieved, each, pair)) return each.bundles[pair] ?? null;
    }
    return bundleOf(id, relationsOfPair(sieved, pair), compare);
  });
  return { sieved, compare, bundles };
};
