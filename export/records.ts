/**
 * What a store holds, as the formats write it: records of five kinds in order of id, checked when they are read. A
 * property that a node does not have is null here, so that every record of a kind has the same fields.
 */
import { z } from 'zod';
import { exportRecords, nodesOf, type RecordKind, savedViewRecords, type Selection } from '../graph/export.ts';
import { EntityType, Polarity, Status } from '../graph/model/vocabulary.ts';
import { type GraphStore, StoreError } from '../graph/store.ts';
import { WholeView } from '../graph/views/saved-views.ts';

const text = z.string().nullable().default(null);
const flag = z.boolean().nullable().default(null);
const whole = z.int().nullable().default(null);
const number = z.number().nullable().default(null);
const texts = z.array(z.string()).default([]);

const BulletinRecord = z.object({
  id: z.string(),
  title: text,
  source: text,
  url: text,
  publishedAt: text,
  ingestedAt: text,
  contentHash: text,
  language: text,
  extractor: text,
  reprintOf: text,
  band1: text,
  band2: text,
  band3: text,
  band4: text,
  band5: text,
  band6: text,
  band7: text,
  band8: text,
  text: z.string(),
  mentions: z
    .array(
      z.object({
        entity: z.string(),
        count: z.int(),
        starts: z.array(z.int()).default([]),
        ends: z.array(z.int()).default([]),
        name: text,
        type: text,
        aliases: texts,
        iso3: text,
        described: flag,
        originals: text,
      }),
    )
    .default([]),
});

const EntityRecord = z.object({
  id: z.string(),
  name: z.string(),
  type: EntityType,
  aliases: texts,
  iso3: text,
  bulletins: whole,
  mentions: whole,
  support: text,
});

const EventRecord = z.object({ id: z.string(), predicate: z.string(), date: text, sources: whole });

const Side = z.object({
  entity: z.string(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  original: text,
  standsFor: text,
  inPerson: flag,
});
const optionalSide = Side.nullable().default(null);

const StatementRecord = z.object({
  id: z.string(),
  predicate: z.string(),
  lemma: z.string(),
  polarity: Polarity,
  status: Status,
  date: text,
  datePrecision: text,
  confidence: z.number(),
  cameo: text,
  plover: text,
  quadClass: whole,
  goldstein: number,
  title: text,
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  sentence: z.string(),
  sentenceStart: z.int(),
  sentenceEnd: z.int(),
  rule: z.string(),
  extractor: text,
  /** Id of the aggregated relationship that it counts for. */
  edge: text,
  dateAssumed: flag,
  happening: text,
  widerHappening: text,
  issue: text,
  openIssue: text,
  denies: text,
  seat: text,
  until: text,
  /** Ids of the statements that it denies. */
  contradicts: texts,
  /** Id of the event that it reports. */
  event: text,
  bulletin: z.string(),
  subject: Side,
  object: optionalSide,
  saidBy: optionalSide,
  place: optionalSide,
});

const EdgeRecord = z.object({
  id: z.string(),
  predicate: z.string(),
  from: z.string(),
  to: z.string(),
  statements: z.int(),
  events: z.int(),
  sources: z.int(),
  sourceNames: texts,
  origins: texts,
  first: text,
  last: text,
  affirmed: z.int(),
  negated: z.int(),
  confidence: z.number(),
  quadClass: whole,
});

export type BulletinRecord = z.output<typeof BulletinRecord>;
export type EntityRecord = z.output<typeof EntityRecord>;
export type EventRecord = z.output<typeof EventRecord>;
export type StatementRecord = z.output<typeof StatementRecord>;
export type EdgeRecord = z.output<typeof EdgeRecord>;

interface Records {
  readonly bulletin: BulletinRecord;
  readonly entity: EntityRecord;
  readonly event: EventRecord;
  readonly statement: StatementRecord;
  readonly edge: EdgeRecord;
}

const SHAPES: { readonly [Kind in RecordKind]: z.ZodType<Records[Kind]> } = {
  bulletin: BulletinRecord,
  entity: EntityRecord,
  event: EventRecord,
  statement: StatementRecord,
  edge: EdgeRecord,
};

/** What is to be exported: a store, and which part of it (null: all). */
export interface Exported {
  readonly store: GraphStore;
  readonly selection: Selection | null;
}

/**
 * The records of one kind. Bounds of memory as in graph/export.ts.
 * @throws StoreError `damaged` for a record that this program did not write
 */
export async function* readRecords<Kind extends RecordKind>(
  { store, selection }: Exported,
  kind: Kind,
): AsyncGenerator<Records[Kind]> {
  const shape = SHAPES[kind];
  for await (const record of exportRecords(store, kind, selection)) yield checked(store, kind, shape, record);
}

function checked<T>(
  store: GraphStore,
  kind: string,
  shape: z.ZodType<T>,
  record: Readonly<Record<string, unknown>>,
): T {
  const parsed = shape.safeParse(record);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StoreError(
    'damaged',
    `${store.url}: ${kind} ${JSON.stringify(record['id'])}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}. ` +
      'The graph holds something that this program did not write: ingest its bulletins again into a new store.',
    { cause: parsed.error },
  );
}

const ReferenceRecord = z.object({ id: z.string(), of: z.string(), bulletins: z.int() });
export type ReferenceRecord = z.output<typeof ReferenceRecord>;

/**
 * How bulletins refer to somebody whose identity depends on others, of the whole store; none of a selection.
 * @throws StoreError `damaged` for a record that this program did not write
 */
export async function* readReferences({ store, selection }: Exported): AsyncGenerator<ReferenceRecord> {
  if (selection !== null) return;
  for (const node of await nodesOf(store, 'Reference')) yield checked(store, 'reference', ReferenceRecord, node);
}

/**
 * The views that people saved, of the whole store; none of a selection.
 * @throws StoreError `damaged` for a record that this program did not write
 */
export async function* readSavedViews({ store, selection }: Exported): AsyncGenerator<WholeView> {
  if (selection !== null) return;
  for await (const record of savedViewRecords(store)) yield checked(store, 'view', WholeView, record);
}
