/** Takes bulletins out of the graph, and says what they leave behind to be put right: entities, edges, events. */
import { z } from 'zod';
import type { WriteTransaction } from '../store.ts';
import { Contribution } from './entity-support.ts';
import type { EdgeKey } from './prepare.ts';
import { parseRows } from './rows.ts';

export interface Removal {
  /** Ids of the bulletins that went. */
  readonly bulletins: readonly string[];
  readonly statements: number;
  readonly contributions: readonly Contribution[];
  /** Edges that lost statements, by id. */
  readonly edges: ReadonlyMap<string, EdgeKey>;
  /** Ids of events that lost reports. */
  readonly events: readonly string[];
  /** Slots of events that lost statements, the wider ones among them. */
  readonly slots: readonly string[];
  /** What they affirmed or denied (issues.ts). */
  readonly issues: readonly string[];
}

const StatementEnds = z.object({
  id: z.string(),
  edge: z.string(),
  predicate: z.string(),
  one: z.string(),
  other: z.string(),
});
const Id = z.object({ id: z.string() });
const StatementSlot = z.object({
  id: z.string(),
  happening: z.string().nullable(),
  wider: z.string().nullable(),
  issue: z.string().nullable(),
  open: z.string().nullable(),
  denies: z.string().nullable(),
});

const ENDS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement)
  MATCH (s)-[:SUBJECT]->(one:Entity)
  MATCH (s)-[:OBJECT]->(other:Entity) WHERE s.edge IS NOT NULL
  RETURN s.id AS id, s.edge AS edge, s.predicate AS predicate, one.id AS one, other.id AS other`;
const EVENTS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement)
  MATCH (s)-[:REPORTS]->(v:Event)
  RETURN DISTINCT v.id AS id`;
const MENTIONS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)-[m:MENTIONS]->(e:Entity)
  RETURN e.id AS entity, m.count AS count, m.name AS name, m.type AS type, m.aliases AS aliases, m.iso3 AS iso3,
    m.described AS described`;
const STATEMENTS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement)
  RETURN s.id AS id, s.happening AS happening, s.widerHappening AS wider,
    s.issue AS issue, s.openIssue AS open, s.denies AS denies`;

/** Removes the bulletins of these ids, all of which are there, with their statements. */
export async function removeBulletins(
  transaction: WriteTransaction,
  ids: readonly string[],
  edgeOf: (predicate: string, one: string, other: string, id: string) => EdgeKey,
): Promise<Removal> {
  const edges = new Map<string, EdgeKey>();
  for (const { edge, predicate, one, other } of parseRows(await transaction.run(ENDS, { ids }), StatementEnds)) {
    if (!edges.has(edge)) edges.set(edge, edgeOf(predicate, one, other, edge));
  }
  const events = parseRows(await transaction.run(EVENTS, { ids }), Id).map(({ id }) => id);
  const contributions = parseRows(await transaction.run(MENTIONS, { ids }), Contribution);
  const removed = parseRows(await transaction.run(STATEMENTS, { ids }), StatementSlot);
  const statements = removed.map(({ id }) => id);
  const slots = [...new Set(removed.flatMap(({ happening, wider }) => [happening ?? [], wider ?? []].flat()))];
  const issues = [
    ...new Set(removed.flatMap(({ issue, open, denies }) => [issue, open, denies].flatMap((key) => key ?? []))),
  ];
  await transaction.run('MATCH (s:Statement) WHERE s.id IN $statements DETACH DELETE s', { statements });
  await transaction.run('MATCH (r:RejectedStatement) WHERE r.bulletin IN $ids DELETE r', { ids });
  await transaction.run('MATCH (b:Bulletin) WHERE b.id IN $ids DETACH DELETE b', { ids });
  return { bulletins: ids, statements: statements.length, contributions, edges, events, slots, issues };
}

export const NOTHING_REMOVED: Removal = {
  bulletins: [],
  statements: 0,
  contributions: [],
  edges: new Map(),
  events: [],
  slots: [],
  issues: [],
};
