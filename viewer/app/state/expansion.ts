/** What an entity's panel can add to the page: neighbours that are not there yet, by relation and by type. Pure. */
import type { EntityPage, NodeType } from '../../contract.ts';
import type { Scene } from './scene.ts';
import { neighboursOf } from './scene.ts';

export interface Expansion {
  /** Neighbours that are on the page, filtered out or not. */
  readonly shown: number;
  readonly left: number;
  /** Neighbours that each relation and each type would add, most first; those that would add none are left out. */
  readonly predicates: readonly { readonly predicate: string; readonly neighbours: number }[];
  readonly types: readonly { readonly type: NodeType; readonly neighbours: number }[];
}

const add = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** `page` tells of the whole store, `whole` holds all that is on the page. */
export const expansionOf = (page: EntityPage, whole: Scene): Expansion => {
  const around = neighboursOf(whole, page.id);
  const predicates = new Map<string, number>();
  const types = new Map<NodeType, number>();
  for (const { bundle, other } of around) {
    for (const predicate of new Set(bundle.edges.map((edge) => edge.predicate))) add(predicates, predicate);
    const type = whole.nodes.get(other)?.type;
    if (type !== undefined) add(types, type);
  }
  const shown = Math.min(page.neighbours, around.length);
  return {
    shown,
    left: page.neighbours - shown,
    predicates: page.predicates
      .map(({ predicate, neighbours }) => ({ predicate, neighbours: neighbours - (predicates.get(predicate) ?? 0) }))
      .filter(({ neighbours }) => neighbours > 0)
      .toSorted((a, b) => b.neighbours - a.neighbours),
    types: page.neighbourTypes
      .map(({ type, count }) => ({ type, neighbours: count - (types.get(type) ?? 0) }))
      .filter(({ neighbours }) => neighbours > 0)
      .toSorted((a, b) => b.neighbours - a.neighbours),
  };
};
