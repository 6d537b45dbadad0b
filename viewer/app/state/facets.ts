/** What there is to filter by: statements of the page by status, polarity, source, holder and class, before the chain. */
import type { Status } from '../../contract.ts';
import type { Plovers } from './filters.ts';
import { passingOf } from './scene.ts';
import type { Traits } from './traits.ts';
import type { View } from './view.ts';

export interface Facets {
  readonly statuses: ReadonlyMap<Status, number>;
  readonly affirmed: number;
  readonly negated: number;
  readonly sources: readonly (readonly [string, number])[];
  /** Null: the bulletin's own voice. */
  readonly holders: readonly (readonly [string | null, number])[];
  readonly plovers: readonly (readonly [string, number])[];
}

const byCount = <T>(counts: ReadonlyMap<T, number>): [T, number][] =>
  [...counts].toSorted(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1));

const count = <T>(counts: Map<T, number>, value: T, by = 1): void => {
  counts.set(value, (counts.get(value) ?? 0) + by);
};

let made: { readonly inputs: readonly unknown[]; readonly facets: Facets } | null = null;

export const facetsOf = (view: View, traits: Traits, plovers: Plovers): Facets => {
  const inputs = [view.nodes, view.edges, view.hiddenTypes, view.hiddenPredicates, view.hidden, traits, plovers];
  const known = made;
  if (known?.inputs.every((input, at) => input === inputs[at])) return known.facets;
  const statuses = new Map<Status, number>();
  const sources = new Map<string, number>();
  const holders = new Map<string | null, number>();
  const classes = new Map<string, number>();
  let affirmed = 0;
  let negated = 0;
  for (const relation of passingOf(view, traits, plovers, []).relations) {
    const plover = plovers.get(relation.edge.predicate) ?? null;
    if (plover !== null) count(classes, plover, relation.edge.statements);
    for (const trait of relation.traits ?? []) {
      count(statuses, trait.status);
      count(sources, trait.source);
      count(holders, trait.holder);
      if (trait.negated) negated += 1;
      else affirmed += 1;
    }
  }
  const facets: Facets = {
    statuses,
    affirmed,
    negated,
    sources: byCount(sources),
    holders: byCount(holders),
    plovers: byCount(classes),
  };
  made = { inputs, facets };
  return facets;
};
