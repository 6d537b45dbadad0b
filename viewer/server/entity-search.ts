/**
 * Finds entities by name and alias: an index in memory of the store's entities, built when somebody is about to search
 * and again when the store changed.
 */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { NodeType, type SearchResults } from '../contract.ts';
import { bestOf, NameIndex } from './name-index.ts';
import type { Nodes } from './nodes.ts';
import type { Revision } from './revision.ts';

/** The index holds at most this many entities, in order of id; about 1 kB of memory each. */
const MAX_INDEXED = 200_000;

const ENTITIES = `
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases
ORDER BY id LIMIT ${MAX_INDEXED}`;

const ENTITY_ROW = {
  id: z.string(),
  name: z.string(),
  type: NodeType,
  aliases: z.array(z.string()).nullable(),
};

export class EntitySearch {
  readonly #nodes: Nodes;
  readonly #index: () => Promise<NameIndex>;

  constructor(store: GraphStore, revision: Revision, nodes: Nodes) {
    this.#nodes = nodes;
    this.#index = revision.cached(async () => {
      const rows = await readRows(store, 'entities', ENTITY_ROW, ENTITIES, {}, { maxRows: MAX_INDEXED });
      return NameIndex.of(rows.map((row) => ({ ...row, aliases: row.aliases ?? [] })));
    });
  }

  /** The `limit` best entities for `typed` and the number of all that fit. */
  async find(typed: string, limit: number): Promise<SearchResults> {
    const ready = Promise.all([this.#index(), this.#nodes.allCounts()]);
    if (typed.trim() === '') {
      // The cursor is in the box: the index is made while the name is typed. If that fails, the search tries again and tells.
      ready.catch(() => null);
      return { results: [], total: 0 };
    }
    const [index, counts] = await ready;
    return bestOf(index.matches(typed), counts, limit);
  }
}
