/**
 * Everything a store holds as JSON lines, the same bytes for the same graph on every store: bulletins, entities,
 * statements, events, edges, references, rejected statements, judgements and saved views, each sorted by id in code-unit order
 * (judgements by number), their keys sorted too. Enough to rebuild a store.
 */
import { z } from 'zod';
import type { GraphStore, Parameters, Table, Value } from './store.ts';
import { groupBy, parseRows } from './writing/rows.ts';

const PAGE = 500;
/** What a saved view shows may take half a megabyte. */
const PAGE_OF_VIEWS = 20;
const UNBOUNDED = { maxRows: 100_000_000, timeoutMs: 10 * 60_000 };

type Line = { readonly [key: string]: Value };

const Properties: z.ZodType<Line> = z.record(z.string(), z.custom<Value>());
const Attached = z.object({ id: z.string(), kind: z.string().optional(), other: z.string(), properties: Properties });

const Denial = z.object({ id: z.string(), other: z.string() });

const ARGUMENT_KEYS: Readonly<Record<string, string>> = {
  SUBJECT: 'subject',
  OBJECT: 'object',
  SAID_BY: 'saidBy',
  AT_PLACE: 'place',
};

/** What the export consists of, in its order. */
const KINDS = ['bulletin', 'entity', 'event', 'statement', 'edge'] as const;
export type RecordKind = (typeof KINDS)[number];

/** Ids of what is wanted of each kind. Whatever a wanted record names has to be wanted too. */
export type Selection = Readonly<Record<RecordKind, ReadonlySet<string>>>;

/** The lines of the export, without line ends. Reads in pages; not one snapshot where others write meanwhile. */
export async function* exportLines(store: GraphStore, selection: Selection | null = null): AsyncGenerator<string> {
  for (const kind of KINDS) {
    for await (const record of exportRecords(store, kind, selection)) yield JSON.stringify(sorted(record));
  }
  if (selection !== null) return;
  for await (const record of judged(store)) yield JSON.stringify(sorted(record));
  for await (const record of savedViewRecords(store)) yield JSON.stringify(sorted(record));
}

/** References and rejected statements in order of id, and the log of judgements in its order. */
async function* judged(store: GraphStore): AsyncGenerator<Line> {
  for (const node of await nodesOf(store, 'Reference')) yield { kind: 'reference', ...node };
  for (const node of await nodesOf(store, 'RejectedStatement')) yield { kind: 'rejected', ...node };
  const log = (await nodesOf(store, 'Judgement')).sort((a, b) => Number(a['sequence']) - Number(b['sequence']));
  for (const node of log) yield { kind: 'judgement', ...node };
}

/** The views that people saved, in order of id. */
export async function* savedViewRecords(store: GraphStore): AsyncGenerator<Line> {
  const all = (await everyId(store, 'SavedView')).sort();
  for (let start = 0; start < all.length; start += PAGE_OF_VIEWS) {
    const ids = all.slice(start, start + PAGE_OF_VIEWS);
    for (const node of await nodesWith(store, 'SavedView', ids)) yield { kind: 'view', ...node };
  }
}

/** Properties of every node of a label, in order of id; all of them are in memory. */
export async function nodesOf(store: GraphStore, label: string): Promise<Line[]> {
  return propertiesById(await readPage(store, `MATCH (n:${label}) RETURN properties(n) AS properties`, {}));
}

async function nodesWith(store: GraphStore, label: string, ids: readonly string[]): Promise<Line[]> {
  const cypher = `MATCH (n:${label}) WHERE n.id IN $ids RETURN properties(n) AS properties`;
  return propertiesById(await readPage(store, cypher, { ids }));
}

function propertiesById(table: Table): Line[] {
  return parseRows(table, z.object({ properties: Properties }))
    .map(({ properties }) => properties)
    .sort(byId);
}

/**
 * The records of one kind as the lines have them, in order of id; all, or those of the selection. Besides a page of
 * 500 records the ids of all that come are in memory (about 0.1 kB each); edges are there whole (about 1 kB each).
 */
export async function* exportRecords(
  store: GraphStore,
  kind: RecordKind,
  selection: Selection | null = null,
): AsyncGenerator<Line> {
  switch (kind) {
    case 'bulletin':
      yield* section(store, 'Bulletin', kind, selection, (ids) => attachMentions(store, ids, selection));
      break;
    case 'statement':
      yield* section(store, 'Statement', kind, selection, (ids) => attachArguments(store, ids, selection));
      break;
    case 'entity':
      yield* section(store, 'Entity', kind, selection, async () => new Map());
      break;
    case 'event':
      yield* section(store, 'Event', kind, selection, async () => new Map());
      break;
    case 'edge':
      yield* edges(store, selection);
      break;
  }
}

/** Nodes of a label in order of id, with what `attach` finds for a page of ids. */
async function* section(
  store: GraphStore,
  label: string,
  kind: RecordKind,
  selection: Selection | null,
  attach: (ids: readonly string[]) => Promise<Map<string, Line>>,
): AsyncGenerator<Line> {
  const all = (selection === null ? await everyId(store, label) : [...selection[kind]]).sort();
  for (let start = 0; start < all.length; start += PAGE) {
    const ids = all.slice(start, start + PAGE);
    const nodes = await nodesWith(store, label, ids);
    const attached = await attach(ids);
    for (const node of nodes) yield { kind, ...node, ...attached.get(idOf(node)) };
  }
}

async function attachMentions(
  store: GraphStore,
  ids: readonly string[],
  selection: Selection | null,
): Promise<Map<string, Line>> {
  const table = await readPage(
    store,
    `MATCH (b:Bulletin) WHERE b.id IN $ids MATCH (b)-[m:MENTIONS]->(e:Entity)
     RETURN b.id AS id, e.id AS other, properties(m) AS properties`,
    { ids },
  );
  const mentions = new Map<string, Line[]>();
  for (const { id, other, properties } of parseRows(table, Attached)) {
    if (selection !== null && !selection.entity.has(other)) continue;
    mentions.set(id, [...(mentions.get(id) ?? []), { entity: other, ...properties }]);
  }
  return new Map([...mentions].map(([id, own]) => [id, { mentions: own.sort(byEntity) }]));
}

async function attachArguments(
  store: GraphStore,
  ids: readonly string[],
  selection: Selection | null,
): Promise<Map<string, Line>> {
  const roles = await readPage(
    store,
    `MATCH (s:Statement) WHERE s.id IN $ids MATCH (s)-[r:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
     RETURN s.id AS id, type(r) AS kind, e.id AS other, properties(r) AS properties`,
    { ids },
  );
  const origins = await readPage(
    store,
    `MATCH (s:Statement) WHERE s.id IN $ids MATCH (s)-[r:FROM]->(b:Bulletin)
     RETURN s.id AS id, 'bulletin' AS kind, b.id AS other, properties(r) AS properties`,
    { ids },
  );
  const events = await readPage(
    store,
    `MATCH (s:Statement) WHERE s.id IN $ids MATCH (s)-[r:REPORTS]->(v:Event)
     RETURN s.id AS id, 'event' AS kind, v.id AS other, properties(r) AS properties`,
    { ids },
  );
  const denials = await readPage(
    store,
    `MATCH (s:Statement) WHERE s.id IN $ids MATCH (s)-[:CONTRADICTS]->(y:Statement)
     RETURN s.id AS id, y.id AS other`,
    { ids },
  );
  const parts = new Map<string, Line>();
  for (const [id, own] of groupBy(parseRows(denials, Denial), (denial) => denial.id)) {
    const known = own.map(({ other }) => other).filter((other) => selection === null || selection.statement.has(other));
    if (known.length > 0) parts.set(id, { contradicts: known.sort() });
  }
  for (const table of [roles, origins, events]) {
    for (const { id, kind = '', other, properties } of parseRows(table, Attached)) {
      const role = ARGUMENT_KEYS[kind];
      const part = role === undefined ? { [kind]: other } : { [role]: { entity: other, ...properties } };
      parts.set(id, { ...parts.get(id), ...part });
    }
  }
  return parts;
}

const Edge = z.object({
  id: z.string(),
  predicate: z.string(),
  from: z.string(),
  to: z.string(),
  properties: Properties,
});

/** Aggregated relationships, found from the entity that they leave. */
async function* edges(store: GraphStore, selection: Selection | null): AsyncGenerator<Line> {
  const entities = selection === null ? await everyId(store, 'Entity') : [...selection.entity];
  const found: Line[] = [];
  for (let start = 0; start < entities.length; start += PAGE) {
    const table = await readPage(
      store,
      `MATCH (a:Entity) WHERE a.id IN $ids MATCH (a)-[r]->(b:Entity)
       RETURN r.id AS id, type(r) AS predicate, a.id AS from, b.id AS to, properties(r) AS properties`,
      { ids: entities.slice(start, start + PAGE) },
    );
    for (const { properties, ...ends } of parseRows(table, Edge)) {
      if (selection === null || selection.edge.has(ends.id)) found.push({ kind: 'edge', ...properties, ...ends });
    }
  }
  yield* found.sort(byId);
}

function readPage(store: GraphStore, cypher: string, parameters: Parameters): Promise<Table> {
  return store.read(cypher, parameters, UNBOUNDED);
}

async function everyId(store: GraphStore, label: string): Promise<string[]> {
  const table = await readPage(store, `MATCH (n:${label}) RETURN n.id AS id`, {});
  return parseRows(table, z.object({ id: z.string() })).map(({ id }) => id);
}

/** Ids and keys are texts; anything else in their place sorts as its JSON. */
const textOf = (value: Value | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const compare = (a: Value | undefined, b: Value | undefined): number => {
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};
const idOf = (node: Line): string => z.string().parse(node['id']);
const byId = (a: Line, b: Line): number => compare(a['id'], b['id']);
const byEntity = (a: Line, b: Line): number => compare(a['entity'], b['entity']);

function sorted(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
