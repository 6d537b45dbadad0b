/**
 * Entities as the page draws them: name, type and the number of statements that they take part in as subject or object.
 * The first page needs the most stated ones alone; others are counted when they are asked for, all of them for a search.
 */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { type GraphNode, NodeType } from '../contract.ts';
import type { Revision } from './revision.ts';

/** The most entities that a page opens with, as the contract has it. */
const MAX_TOP = 500;
/** Entities beyond this many, those with fewest statements, are found in a search as if they had none. */
const MAX_COUNTED = 500_000;

const counts = (limit: number): string => `
MATCH (e:Entity)<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN e.id AS id, count(DISTINCT s.id) AS statements
ORDER BY statements DESC, id LIMIT ${limit}`;

const COUNTS_OF = `
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN e.id AS id, count(DISTINCT s.id) AS statements`;

const ENTITIES = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name, e.type AS type';

const COUNT_ROW = { id: z.string(), statements: z.int() };
const ENTITY_ROW = { id: z.string(), name: z.string(), type: NodeType };

/** Statements by entity id, most first. */
type Counts = ReadonlyMap<string, number>;

export class Nodes {
  readonly #store: GraphStore;
  readonly #top: () => Promise<Counts>;
  /** The statements of every entity: one pass over them for each state of the store. */
  readonly allCounts: () => Promise<Counts>;

  constructor(store: GraphStore, revision: Revision) {
    this.#store = store;
    const load = async (limit: number): Promise<Counts> => {
      const rows = await readRows(store, 'statements by entity', COUNT_ROW, counts(limit), {}, { maxRows: limit });
      return new Map(rows.map((row) => [row.id, row.statements]));
    };
    this.#top = revision.cached(() => load(MAX_TOP));
    this.allCounts = revision.cached(() => load(MAX_COUNTED));
  }

  /** Ids of the `limit` entities with most statements, at most 500, most first, ties by id. */
  async top(limit: number): Promise<string[]> {
    return [...(await this.#top()).keys()].slice(0, limit);
  }

  /** Statements by entity id; an entity without any has 0. */
  async #statementsOf(ids: readonly string[]): Promise<Counts> {
    const top = await this.#top();
    const others = ids.filter((id) => !top.has(id));
    if (others.length === 0) return top;
    const rows = await readRows(
      this.#store,
      'statements of entities',
      COUNT_ROW,
      COUNTS_OF,
      { ids: others },
      { maxRows: others.length },
    );
    return new Map([...top, ...rows.map((row) => [row.id, row.statements] as const)]);
  }

  /** The entities with these ids, in the order given; ids that the store does not have are left out. */
  async byIds(ids: readonly string[]): Promise<GraphNode[]> {
    const [rows, statements] = await Promise.all([
      readRows(this.#store, 'entities', ENTITY_ROW, ENTITIES, { ids }),
      this.#statementsOf(ids),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ ...row, statements: statements.get(id) ?? 0 }];
    });
  }
}
