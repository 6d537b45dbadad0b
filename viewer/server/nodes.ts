/**
 * Entities as the page draws them: name, type and the number of statements that they take part in as subject or object.
 * The numbers come from one pass over the statements for each state of the store.
 */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { type GraphNode, NodeType } from '../contract.ts';
import type { Revision } from './revision.ts';

/** Entities beyond this many, those with fewest statements, are counted one request at a time. */
const MAX_COUNTED = 500_000;

const COUNTS = `
MATCH (e:Entity)<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN e.id AS id, count(DISTINCT s.id) AS statements
ORDER BY statements DESC, id LIMIT ${MAX_COUNTED}`;

const COUNTS_OF = `
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN e.id AS id, count(DISTINCT s.id) AS statements`;

const ENTITIES = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name, e.type AS type';

const COUNT_ROW = { id: z.string(), statements: z.int() };
const ENTITY_ROW = { id: z.string(), name: z.string(), type: NodeType };

interface Counts {
  /** Statements by entity id, most first. */
  readonly byId: ReadonlyMap<string, number>;
  /** False where the store has more entities than are counted ahead. */
  readonly complete: boolean;
}

export class Nodes {
  readonly #store: GraphStore;
  readonly #counts: () => Promise<Counts>;

  constructor(store: GraphStore, revision: Revision) {
    this.#store = store;
    this.#counts = revision.cached(async () => {
      const rows = await readRows(store, 'statements by entity', COUNT_ROW, COUNTS, {}, { maxRows: MAX_COUNTED });
      return {
        byId: new Map(rows.map((row) => [row.id, row.statements])),
        complete: rows.length < MAX_COUNTED,
      };
    });
  }

  /** Ids of the `limit` entities with most statements, most first, ties by id. */
  async top(limit: number): Promise<string[]> {
    const { byId } = await this.#counts();
    return [...byId.keys()].slice(0, limit);
  }

  /** Statements by entity id; an entity without any has 0. */
  async statementCounts(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { byId, complete } = await this.#counts();
    const counts = new Map(ids.map((id) => [id, byId.get(id) ?? 0]));
    const unknown = complete ? [] : ids.filter((id) => !byId.has(id));
    if (unknown.length > 0) {
      const rows = await readRows(this.#store, 'statements of entities', COUNT_ROW, COUNTS_OF, { ids: unknown });
      for (const row of rows) counts.set(row.id, row.statements);
    }
    return counts;
  }

  /** The entities with these ids, in the order given; ids that the store does not have are left out. */
  async byIds(ids: readonly string[]): Promise<GraphNode[]> {
    const [rows, counts] = await Promise.all([
      readRows(this.#store, 'entities', ENTITY_ROW, ENTITIES, { ids }),
      this.statementCounts(ids),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ ...row, statements: counts.get(id) ?? 0 }];
    });
  }
}
