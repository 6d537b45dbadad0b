/** What there is to filter by: statements of the page by status, polarity, source, holder and class, before the chain. */
import type { Status } from '../../contract.ts';
import { Status as StatusNames } from '../../contract.ts';
import type { Plovers } from './filters.ts';
import { sieveView } from './sieve.ts';
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

/** How often each of `values` is the number of a marked statement, those that never are left out. */
const countsOf = <T>(numbers: Int32Array | Uint8Array, marks: Uint8Array, values: readonly T[]): Map<T, number> => {
  const counts = new Int32Array(values.length);
  marks.forEach((mark, at) => {
    const number = numbers[at] ?? 0;
    if (mark === 1) counts[number] = (counts[number] ?? 0) + 1;
  });
  return new Map(values.map((value, at) => [value, counts[at] ?? 0] as const).filter(([, count]) => count > 0));
};

let made: { readonly inputs: readonly unknown[]; readonly facets: Facets } | null = null;

export const facetsOf = (view: View, traits: Traits, plovers: Plovers): Facets => {
  const inputs = [view.nodes, view.edges, view.hiddenTypes, view.hiddenPredicates, view.hidden, traits, plovers];
  const known = made;
  if (known?.inputs.every((input, at) => input === inputs[at])) return known.facets;
  const { page, said, edges } = sieveView(view, traits, plovers, []).sieved;
  const marks = new Uint8Array(said.from.length);
  const classes = new Map<string, number>();
  edges.forEach((mark, at) => {
    if (mark !== 1) return;
    marks.fill(1, said.start[at], said.start[at + 1]);
    const edge = page.edges[at];
    const plover = plovers.get(edge?.predicate ?? '') ?? null;
    if (edge && plover !== null) classes.set(plover, (classes.get(plover) ?? 0) + edge.statements);
  });
  const polarities = countsOf(said.negated, marks, ['affirmed', 'negated'] as const);
  const facets: Facets = {
    statuses: new Map(byCount(countsOf(said.status, marks, StatusNames.options))),
    affirmed: polarities.get('affirmed') ?? 0,
    negated: polarities.get('negated') ?? 0,
    sources: byCount(countsOf(said.source, marks, said.sources)),
    holders: byCount(countsOf(said.holder, marks, said.holders)),
    plovers: byCount(classes),
  };
  made = { inputs, facets };
  return facets;
};
