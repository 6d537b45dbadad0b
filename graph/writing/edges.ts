/**
 * Writes the aggregated relationships of the pairs that a batch touches. Where statements only came, their totals are
 * added to; where some went, the totals are made anew from those that are left.
 * Each look-up starts at the end with fewer bulletins, so that an actor with many relationships is never walked through.
 */
import { z } from 'zod';
import { DatePrecision, Polarity, Status } from '../model/vocabulary.ts';
import type { Value, WriteTransaction } from '../store.ts';
import {
  addStatements,
  EdgeTotals,
  edgeProperties,
  eventOf,
  NO_STATEMENTS,
  type StatementTraits,
} from './edge-totals.ts';
import type { EdgeKey, PreparedStatement } from './prepare.ts';
import { groupBy, parseRows } from './rows.ts';

interface EdgeRow extends EdgeKey {
  readonly props?: Record<string, Value>;
}

const StoredTotals = EdgeTotals.extend({ id: z.string() });
const Traits = z.object({
  edge: z.string(),
  polarity: Polarity,
  status: Status,
  date: z.string().nullable(),
  datePrecision: DatePrecision.nullable(),
  confidence: z.number(),
  source: z.string().nullable(),
});

const STATEMENTS_OF = `
  MATCH (s:Statement) WHERE s.edge IN $edges
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN s.edge AS edge, s.polarity AS polarity, s.status AS status, s.date AS date,
    s.datePrecision AS datePrecision, s.confidence AS confidence, b.source AS source`;

export class EdgeWriter {
  readonly #transaction: WriteTransaction;
  readonly #bulletinsOf: ReadonlyMap<string, number>;

  constructor(transaction: WriteTransaction, bulletinsOf: ReadonlyMap<string, number>) {
    this.#transaction = transaction;
    this.#bulletinsOf = bulletinsOf;
  }

  /** Counts new statements in; `newEvents` are the events that came with them. */
  async add(statements: readonly PreparedStatement[], newEvents: ReadonlySet<string>): Promise<void> {
    const edges = new Map<string, EdgeKey>();
    for (const { edge } of statements) if (edge !== null) edges.set(edge.id, edge);
    const byEdge = groupBy(statements, (statement) => statement.edge?.id);
    const totals = await this.#read([...edges.values()]);
    const rows = [...edges.values()].map((edge): EdgeRow => {
      const own = byEdge.get(edge.id) ?? [];
      const events = new Set(own.flatMap(({ event }) => (event !== null && newEvents.has(event) ? [event] : [])));
      const sum = addStatements(totals.get(edge.id) ?? NO_STATEMENTS, own, events.size);
      return { ...edge, props: edgeProperties(edge.id, edge.predicate, sum) };
    });
    await this.#write(rows);
  }

  /** Makes the totals of these edges anew from their statements, and removes those that have none. */
  async rebuild(edges: readonly EdgeKey[]): Promise<void> {
    if (edges.length === 0) return;
    const table = await this.#transaction.run(STATEMENTS_OF, { edges: edges.map(({ id }) => id) });
    const byEdge = groupBy(parseRows(table, Traits), (statement) => statement.edge);
    const rows: EdgeRow[] = [];
    const unsupported: EdgeKey[] = [];
    for (const edge of edges) {
      const statements: StatementTraits[] = byEdge.get(edge.id) ?? [];
      if (statements.length === 0) {
        unsupported.push(edge);
        continue;
      }
      const events = new Set(statements.map((statement) => eventOf(statement, edge)).filter((event) => event !== null));
      const totals = addStatements(NO_STATEMENTS, statements, events.size);
      rows.push({ ...edge, props: edgeProperties(edge.id, edge.predicate, totals) });
    }
    await this.#write(rows);
    await this.#each(unsupported, (pattern) => `UNWIND $rows AS r MATCH ${pattern} DELETE x`);
  }

  async #read(edges: readonly EdgeKey[]): Promise<Map<string, EdgeTotals>> {
    const totals = new Map<string, EdgeTotals>();
    const returned = ['id', 'statements', 'affirmed', 'negated', 'events', 'sourceNames', 'first', 'last', 'confidence']
      .map((property) => `x.${property} AS ${property}`)
      .join(', ');
    await this.#each(
      edges,
      (pattern) => `UNWIND $rows AS r MATCH ${pattern} RETURN ${returned}`,
      (table) => {
        for (const { id, ...rest } of parseRows(table, StoredTotals)) totals.set(id, rest);
      },
    );
    return totals;
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
