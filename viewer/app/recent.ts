/** Entities that were found lately, kept by this browser for each store; without storage, as long as the page is open. */
import { z } from 'zod';
import { GraphNode } from '../contract.ts';

const MOST = 8;
const KEY = 'bulletin-graph-recent ';

export interface Recent {
  /** Newest first; nothing for a store that is not known yet. */
  of(store: string | null): readonly GraphNode[];
  keep(store: string | null, node: GraphNode): void;
}

/** What another version wrote, or somebody changed by hand, is left out. */
const parsed = (text: string | null): GraphNode[] => {
  if (text === null) return [];
  try {
    return z.array(GraphNode).parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return [];
    throw error;
  }
};

export const createRecent = (storage: () => Storage): Recent => {
  const known = new Map<string, readonly GraphNode[]>();
  const stored = (store: string): GraphNode[] => {
    try {
      return parsed(storage().getItem(KEY + store));
    } catch (error) {
      // A private window or a policy may forbid it.
      if (error instanceof DOMException) return [];
      throw error;
    }
  };
  const of = (store: string | null): readonly GraphNode[] => {
    if (store === null) return [];
    const nodes = known.get(store) ?? stored(store);
    known.set(store, nodes);
    return nodes;
  };
  return {
    of,
    keep(store, node) {
      if (store === null) return;
      const nodes = [node, ...of(store).filter(({ id }) => id !== node.id)].slice(0, MOST);
      known.set(store, nodes);
      try {
        storage().setItem(KEY + store, JSON.stringify(nodes));
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    },
  };
};
