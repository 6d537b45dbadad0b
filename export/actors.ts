/**
 * Who the ends of statements are, for tables that code actors by country: name, type, and the country that an actor is,
 * represents or belongs to, as the graph's own relations have it. Read by id as statements come; one entry an entity stays.
 */
import { z } from 'zod';
import type { GraphStore } from '../graph/store.ts';
import { readRows } from '../queries/rows.ts';

export interface Actor {
  readonly name: string;
  readonly type: string;
  /** ISO 3166-1 alpha-3, or null where the graph does not say. */
  readonly country: string | null;
}

const ENTITIES =
  'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name, e.type AS type, e.iso3 AS iso3';
const ENTITY_ROW = { id: z.string(), name: z.string(), type: z.string(), iso3: z.string().nullable() };

/** Of several, the one that most statements affirm; of equals the first by id. */
const AFFILIATIONS = `
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)-[r:REPRESENTS|NATIONAL_OF|PART_OF]->(o:Entity)
WHERE r.affirmed > 0
RETURN e.id AS id, o.id AS other, r.affirmed AS affirmed`;
const AFFILIATION_ROW = { id: z.string(), other: z.string(), affirmed: z.int() };

/** A minister of a ministry of a government: more steps than this lead to nothing that can be told of the actor. */
const MOST_STEPS = 3;
const LIMITS = { maxRows: 1_000_000 } as const;

export class Actors {
  readonly #store: GraphStore;
  readonly #known = new Map<string, Actor>();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** The entities with these ids. @throws StoreError */
  async of(ids: Iterable<string>): Promise<ReadonlyMap<string, Actor>> {
    const unknown = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (unknown.length > 0) await this.#read(unknown, MOST_STEPS);
    return this.#known;
  }

  async #read(ids: readonly string[], steps: number): Promise<void> {
    const entities = await readRows(this.#store, 'actors', ENTITY_ROW, ENTITIES, { ids }, LIMITS);
    const stateless = entities.filter(({ iso3 }) => iso3 === null).map(({ id }) => id);
    const nearest = steps === 0 ? new Map<string, string>() : await this.#affiliations(stateless);
    const further = [...new Set(nearest.values())].filter((id) => !this.#known.has(id));
    for (const { id, name, type, iso3 } of entities) this.#known.set(id, { name, type, country: iso3 });
    const missing = further.filter((id) => !this.#known.has(id));
    if (missing.length > 0) await this.#read(missing, steps - 1);
    for (const { id, name, type, iso3 } of entities) {
      const of = nearest.get(id);
      const country = iso3 ?? (of === undefined ? null : (this.#known.get(of)?.country ?? null));
      this.#known.set(id, { name, type, country });
    }
  }

  async #affiliations(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await readRows(this.#store, 'affiliations', AFFILIATION_ROW, AFFILIATIONS, { ids }, LIMITS);
    rows.sort((a, b) => b.affirmed - a.affirmed || (a.other < b.other ? -1 : 1));
    const nearest = new Map<string, string>();
    for (const { id, other } of rows) if (!nearest.has(id)) nearest.set(id, other);
    return nearest;
  }
}
