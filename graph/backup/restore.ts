/**
 * Puts a backup into a store, node for node and relationship for relationship: its export is the backup's. Until it is
 * done the Store node says so (`restoring`), and `status` warns that the store is not whole.
 */
import { z } from 'zod';
import { PREDICATES } from '../model/predicates.ts';
import { EntityType } from '../model/vocabulary.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import type { GraphStore, Value, WriteTransaction } from '../store.ts';
import { groupBy } from '../writing/rows.ts';
import { BackupError, type Header, recordLines, verifyBackup } from './format.ts';

export interface RestoreOptions {
  /** Whether what the store holds is removed first; by default a store that holds anything is refused. */
  readonly replace: boolean;
  /** @param done of all lines of the backup, of which bulletins and statements come up twice */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Lines, and characters of them, that are written in one transaction. */
const BATCH = { lines: 1000, characters: 4_000_000 };
const REMOVED_AT_ONCE = 2000;
const REMOVED_IN_ORDER = [
  'Statement',
  'Event',
  'Bulletin',
  'Reference',
  'RejectedStatement',
  'Judgement',
  'SavedView',
  'Entity',
];

type Node = Record<string, Value>;
const Line: z.ZodType<Node> = z.record(z.string(), z.custom<Value>());
/** A field that every line of its kind has. */
const textOf = (line: Node, key: string): string => z.string().parse(line[key]);
const Argument = z.looseObject({ entity: z.string() });

/** Restores `file`, a backup or an export of a whole store. @throws BackupError, before anything is changed, where the file or the store forbids it; StoreError */
export async function restore(store: GraphStore, file: string, options: RestoreOptions): Promise<Header> {
  const header = await verifyBackup(file, SCHEMA_VERSION);
  const { rows } = await store.read('MATCH (n) WHERE NOT n:Store RETURN n.id AS id LIMIT 1');
  if (rows.length > 0 && !options.replace) {
    throw new BackupError(
      `${store.url} holds a graph already. Give an empty store, or --replace to remove what it holds first.`,
    );
  }
  await store.write((transaction) => transaction.run("MATCH (s:Store {id: 'store'}) SET s.restoring = true"));
  if (rows.length > 0) await empty(store);
  const counted = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
  const total = counted + (header.counts['bulletin'] ?? 0) + (header.counts['statement'] ?? 0);
  let done = 0;
  const write = async (lines: readonly Node[], how: Writing): Promise<void> => {
    await store.write((transaction) => how(transaction, lines));
    options.onProgress?.((done += lines.length), total);
  };
  for await (const batch of batches(file, () => true)) await write(batch, writeLines);
  for await (const batch of batches(file, (kind) => kind === 'bulletin')) await write(batch, writeMentions);
  for await (const batch of batches(file, (kind) => kind === 'statement')) await write(batch, writeContradictions);
  await store.write((transaction) => transaction.run("MATCH (s:Store {id: 'store'}) REMOVE s.restoring"));
  return header;
}

type Writing = (transaction: WriteTransaction, lines: readonly Node[]) => Promise<void>;

/** Removes everything that the store holds, in bounded transactions. */
async function empty(store: GraphStore): Promise<void> {
  for (const label of REMOVED_IN_ORDER) {
    for (;;) {
      const { rows } = await store.read(`MATCH (n:${label}) RETURN n.id AS id LIMIT ${REMOVED_AT_ONCE}`);
      if (rows.length === 0) break;
      const ids = rows.map(([id]) => id ?? null);
      await store.write((transaction) =>
        transaction.run(`MATCH (n:${label}) WHERE n.id IN $ids DETACH DELETE n`, { ids }),
      );
    }
  }
}

async function* batches(file: string, wanted: (kind: string) => boolean): AsyncGenerator<Node[]> {
  let batch: Node[] = [];
  let characters = 0;
  for await (const text of recordLines(file)) {
    const line = Line.parse(JSON.parse(text));
    if (!wanted(textOf(line, 'kind'))) continue;
    batch.push(line);
    characters += text.length;
    if (batch.length >= BATCH.lines || characters > BATCH.characters) {
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Everything but mentions and contradictions, which name what may come later in the file. */
const writeLines: Writing = async (transaction, lines) => {
  for (const [kind, own] of groupBy(lines, (line) => textOf(line, 'kind'))) {
    const write = KINDS.get(kind);
    if (write === undefined) throw new BackupError(`The backup has records of an unknown kind, "${kind}".`);
    await write(transaction, own);
  }
};

const create =
  (label: string, without: readonly string[] = []): Writing =>
  async (transaction, lines) => {
    const props = lines.map((line) => omit(line, ['kind', ...without]));
    await transaction.run(`UNWIND $props AS p CREATE (n:${label}) SET n = p`, { props });
  };

const PARTS = [
  ['subject', 'SUBJECT'],
  ['object', 'OBJECT'],
  ['saidBy', 'SAID_BY'],
  ['place', 'AT_PLACE'],
] as const;

const writeStatements: Writing = async (transaction, lines) => {
  const links = ['bulletin', 'event', 'contradicts', ...PARTS.map(([part]) => part)];
  await transaction.run(
    `UNWIND $rows AS r MATCH (b:Bulletin {id: r.bulletin})
     CREATE (s:Statement) SET s = r.props
     SET s.confidence = toFloat(r.props.confidence) SET s.goldstein = toFloat(r.props.goldstein)
     CREATE (s)-[:FROM]->(b)`,
    { rows: lines.map((line) => ({ bulletin: line['bulletin'] ?? null, props: omit(line, ['kind', ...links]) })) },
  );
  for (const [part, type] of PARTS) {
    const rows = lines.flatMap((line): Node[] => {
      if (line[part] === undefined) return [];
      const { entity, ...props } = argumentOf(line[part]);
      return [{ id: line['id'] ?? null, entity: entity ?? null, props }];
    });
    await run(
      transaction,
      `MATCH (s:Statement {id: r.id}) MATCH (e:Entity {id: r.entity}) CREATE (s)-[a:${type}]->(e) SET a = r.props`,
      rows,
    );
  }
  const reports = lines.filter((line) => line['event'] !== undefined);
  await run(
    transaction,
    'MATCH (s:Statement {id: r.id}) MATCH (v:Event {id: r.event}) CREATE (s)-[:REPORTS]->(v)',
    reports.map((line) => ({ id: line['id'] ?? null, event: line['event'] ?? null })),
  );
};

const writeEntities: Writing = async (transaction, lines) => {
  for (const [type, own] of groupBy(lines, (line) => EntityType.parse(line['type']))) {
    await create(`Entity:${type}`)(transaction, own);
  }
};

const writeEdges: Writing = async (transaction, lines) => {
  for (const [predicate, own] of groupBy(lines, (line) => textOf(line, 'predicate'))) {
    if (!PREDICATES.has(predicate)) throw new BackupError(`The backup has an unknown predicate, "${predicate}".`);
    await run(
      transaction,
      `MATCH (a:Entity {id: r.from}) MATCH (b:Entity {id: r.to})
       CREATE (a)-[x:${predicate}]->(b) SET x = r.props SET x.confidence = toFloat(r.props.confidence)`,
      own.map((line) => ({
        from: line['from'] ?? null,
        to: line['to'] ?? null,
        props: omit(line, ['kind', 'predicate', 'from', 'to']),
      })),
    );
  }
};

const KINDS: ReadonlyMap<string, Writing> = new Map([
  ['bulletin', create('Bulletin', ['mentions'])],
  ['entity', writeEntities],
  ['event', create('Event')],
  ['statement', writeStatements],
  ['edge', writeEdges],
  ['reference', create('Reference')],
  ['rejected', create('RejectedStatement')],
  ['judgement', create('Judgement')],
  ['view', create('SavedView')],
]);

const writeMentions: Writing = async (transaction, lines) => {
  const rows = lines.flatMap((line) =>
    z
      .array(z.custom<Value>())
      .parse(line['mentions'] ?? [])
      .map((mention): Node => {
        const { entity, ...props } = argumentOf(mention);
        return { bulletin: line['id'] ?? null, entity: entity ?? null, props };
      }),
  );
  await run(
    transaction,
    'MATCH (b:Bulletin {id: r.bulletin}) MATCH (e:Entity {id: r.entity}) CREATE (b)-[m:MENTIONS]->(e) SET m = r.props',
    rows,
  );
};

/** Links between statements, either of which may come first in the file. */
const writeContradictions: Writing = async (transaction, lines) => {
  const rows = lines.flatMap((line) =>
    z
      .array(z.string())
      .parse(line['contradicts'] ?? [])
      .map((claim): Node => ({ denial: line['id'] ?? null, claim })),
  );
  await run(
    transaction,
    'MATCH (n:Statement {id: r.denial}) MATCH (y:Statement {id: r.claim}) CREATE (n)-[:CONTRADICTS]->(y)',
    rows,
  );
};

const argumentOf = (value: Value): Node => Line.parse(Argument.parse(value));

async function run(transaction: WriteTransaction, cypher: string, rows: readonly Node[]): Promise<void> {
  if (rows.length > 0) await transaction.run(`UNWIND $rows AS r ${cypher}`, { rows });
}

function omit(line: Node, keys: readonly string[]): Node {
  return Object.fromEntries(Object.entries(line).filter(([key]) => !keys.includes(key)));
}
