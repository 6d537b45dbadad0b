/**
 * Places of entities over a reload, kept by the browser tab for each store: a page that is opened again starts from where
 * it was and lays nothing out.
 */
import { z } from 'zod';
import type { Point } from './layout/positions.ts';

const Kept = z.record(z.string(), z.tuple([z.number(), z.number()]));
const keyOf = (store: string): string => `bulletin-graph-places ${store}`;

/** A tab that keeps nothing for this page (a policy, no room left) lays out anew. */
const tolerant = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
};

export const keepPlaces = (store: string, places: ReadonlyMap<string, Point>): void => {
  const rounded = Object.fromEntries([...places].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]));
  tolerant(() => sessionStorage.setItem(keyOf(store), JSON.stringify(rounded)));
};

/** The places of the last visit, if it had one for each of `nodes`. */
export const keptPlaces = (
  store: string,
  nodes: readonly { readonly id: string }[],
): ReadonlyMap<string, Point> | null => {
  const text = tolerant(() => sessionStorage.getItem(keyOf(store)));
  const kept = Kept.safeParse(text === null ? null : tolerant((): unknown => JSON.parse(text)));
  if (!kept.success) return null;
  const places = new Map(Object.entries(kept.data).map(([id, [x, y]]) => [id, { x, y }]));
  return nodes.length > 0 && nodes.every(({ id }) => places.has(id)) ? places : null;
};
