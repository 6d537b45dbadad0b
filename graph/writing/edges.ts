/**
 * Writes the aggregated relationships of the pairs that a batch touches. Where statements only came, their totals are
 * added to; where some went, the totals are made anew from those that are left.
 * Each look-up starts at the end with fewer bulletins, so that an actor with many relationships is never walked through.
 */
import { z } from 'zod';
import { DatePrecision, Polarity, Status } from '../model/vocabulary.ts';
import type { Reading, Value, WriteTransaction } from '../store.ts';
import { addStatements, EdgeTotals, edgeProperties, NO_STATEMENTS, type StatementTraits } from './edge-totals.ts';
import type { EventChanges } from './events.ts';
import { type EdgeKey, edgeKeyOf, type PreparedStatement } from './prepare.ts';
import { groupBy, parseRows } from './rows.ts';
import { originSources } from './sources.ts';

interface EdgeRow extends EdgeKey {
  readonly props?: Record<string, Value>;
}

/** What aggregated relationships have to say. */
export interface DerivedEdges {
  readonly supported: readonly (EdgeKey & { readonly props: Record<string, Value> })[];
  /** Those that no statement counts for. */
  readonly unsupported: readonly EdgeKey[];
}

/** Absent properties are null. */
const StoredTotals = EdgeTotals.extend({
  id: z.string(),
  first: z.string().nullable().default(null),
  last: z.string().nullable().default(null),
});
const StoredEdge = z.object({ properties: z.record(z.string(), z.custom<Value>()) });
const Traits = z.object({
  edge: z.string(),
  polarity: Polarity,
  status: Status,
  date: z.string().nullable(),
  datePrecision: DatePrecision.nullable(),
  confidence: z.number(),
  bulletin: z.string(),
  source: z.string().nullable(),
});
const EventCount = z.object({ edge: z.string(), events: z.int() });
const Ends = z.object({ id: z.string(), predicate: z.string(), one: z.string(), other: z.string() });

const STATEMENTS_OF = `
  MATCH (s:Statement) WHERE s.edge IN $edges
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN s.edge AS edge, s.polarity AS polarity, s.status AS status, s.date AS date,
    s.datePrecision AS datePrecision, s.confidence AS confidence, b.id AS bulletin, b.source AS source`;
const EVENTS_OF = `
  MATCH (s:Statement) WHERE s.edge IN $edges
  MATCH (s)-[:REPORTS]->(v:Event)
  RETURN s.edge AS edge, count(DISTINCT v.id) AS events`;
const EDGES_OF = `
  MATCH (b:Bulletin) WHERE b.id IN $bulletins
  MATCH (b)<-[:FROM]-(s:Statement) WHERE s.edge IS NOT NULL
  MATCH (s)-[:SUBJECT]->(one:Entity)
  MATCH (s)-[:OBJECT]->(other:Entity)
  RETURN DISTINCT s.edge AS id, s.predicate AS predicate, one.id AS one, other.id AS other`;

export class EdgeWriter {
  readonly #transaction: WriteTransaction;
  readonly #bulletinsOf: ReadonlyMap<string, number>;

  /** @param bulletinsOf in how many bulletins each entity is mentioned */
  constructor(transaction: WriteTransaction, bulletinsOf: ReadonlyMap<string, number>) {
    this.#transaction = transaction;
    this.#bulletinsOf = bulletinsOf;
  }

  /** Counts new statements in, and the events that relationships tell of more or less than before. */
  async add(
    statements: readonly (PreparedStatement & { readonly edge: EdgeKey })[],
    changes: EventChanges,
    rebuilt: ReadonlySet<string>,
  ): Promise<void> {
    const byEdge = groupBy(
      statements.filter(({ edge }) => !rebuilt.has(edge.id)),
      ({ edge }) => edge.id,
    );
    const edges = new Map([...byEdge.values()].flat().map(({ edge }) => [edge.id, edge]));
    for (const { edge } of changes.edges.values()) if (!rebuilt.has(edge.id)) edges.set(edge.id, edge);
    const totals = await this.#read([...edges.values()]);
    const rows = [...edges.values()].map((edge): EdgeRow => {
      const more = changes.edges.get(edge.id)?.more ?? 0;
      const sum = addStatements(totals.get(edge.id) ?? NO_STATEMENTS, byEdge.get(edge.id) ?? [], more);
      return { ...edge, props: edgeProperties(edge.id, edge.predicate, sum) };
    });
    await this.#write(rows);
  }

  /** The relationships that statements of these bulletins count for. */
  async of(bulletins: readonly string[]): Promise<EdgeKey[]> {
    if (bulletins.length === 0) return [];
    const ends = parseRows(await this.#transaction.run(EDGES_OF, { bulletins }), Ends);
    return ends.map(({ id, predicate, one, other }) => edgeKeyOf(predicate, one, other, id));
  }

  /** Makes the totals of these edges anew from their statements, and removes those that have none. */
  async rebuild(edges: readonly EdgeKey[]): Promise<void> {
    if (edges.length === 0) return;
    const { supported, unsupported } = await deriveEdges(this.#transaction, edges);
    await this.#write(supported);
    await this.remove(unsupported);
  }

  /** Removes the relationships between the ends of these edges, of their predicate and direction. */
  async remove(edges: readonly EdgeKey[]): Promise<void> {
    await this.#each(edges, (pattern) => `UNWIND $rows AS r MATCH ${pattern} DELETE x`);
  }

  /** The properties of the relationships between the ends of these edges, of their predicate and direction. */
  async stored(edges: readonly EdgeKey[]): Promise<Record<string, Value>[]> {
    const found: Record<string, Value>[] = [];
    await this.#each(
      edges,
      (pattern) => `UNWIND $rows AS r MATCH ${pattern} RETURN properties(x) AS properties`,
      (table) => found.push(...parseRows(table, StoredEdge).map(({ properties }) => properties)),
    );
    return found;
  }

  async #read(edges: readonly EdgeKey[]): Promise<Map<string, EdgeTotals>> {
    const stored = (await this.stored(edges)).map((properties) => StoredTotals.parse(properties));
    return new Map(stored.map(({ id, ...totals }) => [id, totals]));
  }

  #write(rows: readonly EdgeRow[]): Promise<void> {
    return this.#each(
      rows,
      (_, merge) => `UNWIND $rows AS r ${merge} SET x = r.props SET x.confidence = toFloat(r.props.confidence)`,
    );
  }

  /** Runs one statement for each predicate and side to start from. */
  async #each(
    rows: readonly EdgeRow[],
    cypher: (pattern: string, merge: string) => string,
    receive: (table: Awaited<ReturnType<WriteTransaction['run']>>) => void = () => {},
  ): Promise<void> {
    for (const [predicate, own] of groupBy(rows, (row) => row.predicate)) {
      for (const [startsAtTo, part] of groupBy(own, (row) => this.#degree(row.to) <= this.#degree(row.from))) {
        const [start, end] = startsAtTo ? (['to', 'from'] as const) : (['from', 'to'] as const);
        const relationship = startsAtTo ? `<-[x:${predicate}]-` : `-[x:${predicate}]->`;
        const pattern = `(a:Entity {id: r.${start}})${relationship}(b:Entity {id: r.${end}})`;
        const merge = `MATCH (a:Entity {id: r.${start}}) MATCH (b:Entity {id: r.${end}}) MERGE (a)${relationship}(b)`;
        receive(await this.#transaction.run(cypher(pattern, merge), { rows: part.map((row) => ({ ...row })) }));
      }
    }
  }

  #degree(entity: string): number {
    return this.#bulletinsOf.get(entity) ?? 0;
  }
}

/** What these edges have to say, from their statements. */
export async function deriveEdges(reading: Reading, edges: readonly EdgeKey[]): Promise<DerivedEdges> {
  const parameters = { edges: edges.map(({ id }) => id) };
  const stored = parseRows(await reading.run(STATEMENTS_OF, parameters), Traits);
  const counted = parseRows(await reading.run(EVENTS_OF, parameters), EventCount);
  const events = new Map(counted.map((row) => [row.edge, row.events]));
  const origins = await originSources(reading, [...new Set(stored.map(({ bulletin }) => bulletin))]);
  const byEdge = groupBy(stored, ({ edge }) => edge);
  const supported: DerivedEdges['supported'][number][] = [];
  const unsupported: EdgeKey[] = [];
  for (const edge of edges) {
    const statements = (byEdge.get(edge.id) ?? []).map(
      (statement): StatementTraits => ({ ...statement, origin: origins.get(statement.bulletin) ?? '' }),
    );
    if (statements.length === 0) {
      unsupported.push(edge);
      continue;
    }
    const totals = addStatements(NO_STATEMENTS, statements, events.get(edge.id) ?? 0);
    supported.push({ ...edge, props: edgeProperties(edge.id, edge.predicate, totals) });
  }
  return { supported, unsupported };
}
