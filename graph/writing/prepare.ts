/**
 * One bulletin and its extraction, checked and turned into the rows that are written. What the graph's rules forbid is
 * dropped and counted by reason: offsets that do not give the quoted words, predicates and arguments that the table
 * does not know or does not allow.
 */
import { edgeId, statementId } from '../ids.ts';
import type { Bulletin } from '../model/bulletin.ts';
import type { Argument, ExtractedDate, ExtractedStatement, Extraction, Span } from '../model/extraction.ts';
import { accepts, PREDICATES } from '../model/predicates.ts';
import type { EntityType } from '../model/vocabulary.ts';
import type { Value } from '../store.ts';
import { type Contribution, contributionOf, type Places, placesOf } from './entity-support.ts';
import { type Issues, issuesOf, NO_ISSUES } from './issues.ts';
import { readId, seatStated, together } from './read-ids.ts';
import { slotsOf } from './slots.ts';
import { argumentStanding, type Standing, standings } from './standing.ts';
import type { StatementTraits } from './edge-totals.ts';

export type DropReason =
  | 'unknown-predicate'
  | 'unknown-entity'
  | 'words-not-at-offsets'
  | 'subject-type'
  | 'object-type'
  | 'same-subject-and-object'
  | 'duplicate';

export type Properties = Record<string, Value>;

export interface BulletinInput {
  readonly bulletin: Bulletin;
  readonly extraction: Extraction;
  /** `contentHash(bulletin)` of graph/ids.ts, as the reader computed it. */
  readonly contentHash: string;
}

/** The aggregated relationship that a statement counts for. */
export interface EdgeKey {
  readonly id: string;
  readonly predicate: string;
  readonly from: string;
  readonly to: string;
}

/** An argument with the entity that was read; `entity` is another one where a judgement says so. */
export interface ReadArgument extends Argument {
  readonly original: string;
  /** Id, as read, of the country or body that it stands for here; only on subjects and objects. */
  readonly standsFor?: string;
  /** True where someone with a name stands for it: two such are two participants, two ministries of a country are one. */
  readonly inPerson?: boolean;
}

/** A bulletin's share in an entity; where judgements moved it there, `originals` has the shares that were read, as JSON. */
export interface PreparedMention extends Contribution, Places {
  readonly originals: string | null;
}

/** A statement's four arguments, as written or as read. */
interface Arguments<A> {
  readonly subject: A;
  readonly object: A | null;
  readonly saidBy: A | null;
  readonly place: A | null;
}

export interface PreparedStatement extends StatementTraits, Arguments<ReadArgument>, Issues {
  readonly id: string;
  readonly predicate: string;
  readonly properties: Properties;
  readonly edge: EdgeKey | null;
  /** True where the words give no day and `date` is the day of publication. */
  readonly dateAssumed: boolean;
  /** Of its bulletin. */
  readonly publishedAt: string | null;
  /** The slot of its participants, whose events it may report (happening.ts). */
  readonly happening: string | null;
  /** The slot of those that they stand for, where that is another. */
  readonly widerHappening: string | null;
}

export interface PreparedBulletin {
  readonly id: string;
  readonly contentHash: string;
  readonly source: string | null;
  readonly properties: Properties;
  readonly mentions: readonly PreparedMention[];
  readonly statements: readonly PreparedStatement[];
  /** Statements that were judged to be read wrongly; they count for nothing. */
  readonly rejected: readonly PreparedStatement[];
  readonly dropped: ReadonlyMap<DropReason, number>;
  /** Mentions whose words are not at their offsets. */
  readonly droppedMentions: number;
}

export interface PrepareOptions {
  /** ISO date or time. */
  readonly ingestedAt: string;
  /** Name and version of what read the bulletin. */
  readonly extractor: string;
}

/** A property map without nulls: an absent property is null on every store. */
export function withoutNulls(properties: Readonly<Record<string, Value | undefined>>): Properties {
  const kept: Properties = {};
  for (const [key, value] of Object.entries(properties)) {
    if (value !== null && value !== undefined) kept[key] = value;
  }
  return kept;
}

export function prepare(input: BulletinInput, options: PrepareOptions): PreparedBulletin {
  const { bulletin, extraction, contentHash } = input;
  const { text, ...known } = bulletin;
  const isQuoted = (span: Span): boolean => text.slice(span.start, span.end) === span.text;
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const readAs = new Map(extraction.entities.map((entity) => [entity.id, readId(entity, bulletin.publishedAt)]));
  const types = new Map(extraction.entities.map(({ id, type }) => [readAs.get(id) ?? id, type]));

  const standing = standings(extraction);
  const dropped = new Map<DropReason, number>();
  const statements = new Map<string, PreparedStatement>();
  for (const statement of [...extraction.statements].sort(bySoundness)) {
    const made = prepareStatement(statement, {
      bulletin,
      dates: extraction.dates,
      types,
      readAs,
      standing,
      isQuoted,
      extractor: options.extractor,
    });
    const reason = typeof made === 'string' ? made : statements.has(made.id) ? 'duplicate' : null;
    if (reason !== null) dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    else if (typeof made !== 'string') statements.set(made.id, made);
  }

  const used = new Set([...statements.values()].flatMap(entitiesOf));
  const mentions = new Map<string, PreparedMention>();
  let droppedMentions = 0;
  for (const entity of entities.values()) {
    const quoted = entity.mentions.filter(isQuoted);
    droppedMentions += entity.mentions.length - quoted.length;
    const id = readAs.get(entity.id) ?? entity.id;
    if (quoted.length === 0 && !used.has(id)) continue;
    const share = { ...contributionOf({ ...entity, id }, quoted.length), ...placesOf(quoted), originals: null };
    const other = mentions.get(id);
    mentions.set(id, other === undefined ? share : together(other, share));
  }

  const { ingestedAt, extractor } = options;
  return {
    id: bulletin.id,
    contentHash,
    source: bulletin.source,
    properties: withoutNulls({ ...known, text, contentHash, ingestedAt, extractor }),
    mentions: [...mentions.values()],
    statements: [...statements.values()],
    rejected: [],
    dropped,
    droppedMentions,
  };
}

/** Of two readings of one claim the more confident stays; after that, the one that stands first. */
function bySoundness(a: ExtractedStatement, b: ExtractedStatement): number {
  return (
    b.confidence - a.confidence || a.subject.start - b.subject.start || (a.object?.start ?? 0) - (b.object?.start ?? 0)
  );
}

function entitiesOf({ subject, object, saidBy, place }: PreparedStatement): string[] {
  return [subject, object, saidBy, place].flatMap((argument) => (argument === null ? [] : [argument.entity]));
}

interface ReadingOf {
  readonly bulletin: Bulletin;
  readonly dates: readonly ExtractedDate[];
  readonly types: ReadonlyMap<string, EntityType>;
  readonly readAs: ReadonlyMap<string, string>;
  readonly standing: Standing;
  readonly isQuoted: (span: Span) => boolean;
  readonly extractor: string;
}

function prepareStatement(
  statement: ExtractedStatement,
  { bulletin, dates, types, readAs, standing, isQuoted, extractor }: ReadingOf,
): PreparedStatement | DropReason {
  const { subject, object, saidBy, place, quote, sentence } = statement;
  const row = PREDICATES.get(statement.predicate);
  if (row === undefined) return 'unknown-predicate';
  const spans = [subject, object, saidBy, place, quote, sentence].filter((span) => span !== null);
  if (!spans.every(isQuoted)) return 'words-not-at-offsets';
  const named = [subject, object, saidBy, place].filter((argument) => argument !== null);
  const typeOf = ({ entity }: Argument): EntityType | null => types.get(readAs.get(entity) ?? entity) ?? null;
  if (!named.every((argument) => typeOf(argument) !== null)) return 'unknown-entity';
  const subjectType = typeOf(subject);
  const objectType = object === null ? null : typeOf(object);
  if (!accepts(row.subject, subjectType)) return 'subject-type';
  if (!accepts(row.object, objectType)) return 'object-type';
  if (subject.entity === object?.entity) return 'same-subject-and-object';

  const as = (argument: Argument): ReadArgument => {
    const entity = readAs.get(argument.entity) ?? argument.entity;
    return { ...argument, entity, original: entity };
  };
  const participants = mapArguments(statement, as);
  const id = statementId(bulletin.id, { ...statement, ...participants });
  const dateAssumed = isAssumed(statement, bulletin.publishedAt, dates);
  const seat = seatStated(statement, participants.subject.entity);
  const read: PreparedStatement = {
    id,
    predicate: statement.predicate,
    properties: {
      ...statementProperties(id, statement, extractor),
      ...(dateAssumed ? { dateAssumed } : {}),
      ...(seat === null ? {} : { seat }),
    },
    ...participants,
    subject: { ...participants.subject, ...argumentStanding(statement, subject, standing) },
    object:
      object === null || participants.object === null
        ? null
        : { ...participants.object, ...argumentStanding(statement, object, standing) },
    edge: null,
    dateAssumed,
    happening: null,
    widerHappening: null,
    ...NO_ISSUES,
    publishedAt: bulletin.publishedAt,
    polarity: statement.polarity,
    status: statement.status,
    date: statement.date,
    datePrecision: statement.datePrecision,
    confidence: statement.confidence,
    source: bulletin.source,
    origin: bulletin.source ?? '',
  };
  return placeStatement(read, types);
}

/** Whether the day of a statement is that of publication only because its sentence gives no other. */
function isAssumed(
  { date, sentence }: ExtractedStatement,
  publishedAt: string | null,
  dates: readonly ExtractedDate[],
): boolean {
  if (date?.length !== 10 || date !== publishedAt?.slice(0, 10)) return false;
  return !dates.some(
    ({ start, end, value }) => sentence.start <= start && end <= sentence.end && value?.startsWith(date) === true,
  );
}

/** The argument before any judgement: it points to what was read. */
export const asRead = (argument: Argument): ReadArgument => ({ ...argument, original: argument.entity });

export function mapArguments<A>(
  { subject, object, saidBy, place }: Arguments<A>,
  map: (argument: A) => ReadArgument,
): Arguments<ReadArgument> {
  return {
    subject: map(subject),
    object: object === null ? null : map(object),
    saidBy: saidBy === null ? null : map(saidBy),
    place: place === null ? null : map(place),
  };
}

/**
 * The statement with the edge and the event that its arguments give it. `types` are those of the entities that were read.
 * A statement whose subject and object became one entity counts for no edge.
 */
export function placeStatement(
  statement: PreparedStatement,
  types: ReadonlyMap<string, EntityType>,
): PreparedStatement {
  const { predicate, subject, object } = statement;
  const properties = withoutSlots(statement.properties);
  if (object === null || object.entity === subject.entity) {
    const issues = object === null ? issuesOf(statement, subject.entity, null, null) : NO_ISSUES;
    const own = { ...properties, ...withoutNulls({ ...issues }) };
    return { ...statement, properties: own, edge: null, happening: null, widerHappening: null, ...issues };
  }
  const isTurned =
    PREDICATES.get(predicate)?.symmetric === true &&
    object.entity < subject.entity &&
    mayBeTurned(predicate, types.get(subject.original) ?? null, types.get(object.original) ?? null);
  const edge = edgeKey(predicate, subject.entity, object.entity, isTurned);
  const slots = slotsOf(statement, subject, object);
  const issues = issuesOf(statement, subject.entity, object.entity, edge.id);
  return {
    ...statement,
    properties: { ...properties, edge: edge.id, ...withoutNulls({ ...slots, ...issues }) },
    edge,
    ...slots,
    ...issues,
  };
}

const PLACED = new Set(['edge', 'happening', 'widerHappening', 'issue', 'openIssue', 'denies']);

/** A statement's properties without those that {@link placeStatement} gives it. */
export function withoutSlots(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !PLACED.has(name)));
}

/** A symmetric predicate is turned only where both may stand in the other's place ("agreed" takes an agreement as object only). */
function mayBeTurned(predicate: string, subject: EntityType | null, object: EntityType | null): boolean {
  const row = PREDICATES.get(predicate);
  return row !== undefined && accepts(row.subject, object) && accepts(row.object, subject);
}

/** The edge of this id between two entities, in whichever direction it runs. */
export function edgeKeyOf(predicate: string, subject: string, object: string, id: string): EdgeKey {
  return edgeKey(predicate, subject, object, edgeId(predicate, subject, object) !== id);
}

function edgeKey(predicate: string, subject: string, object: string, isTurned: boolean): EdgeKey {
  const [from, to] = isTurned ? [object, subject] : [subject, object];
  return { id: edgeId(predicate, from, to), predicate, from, to };
}

function statementProperties(id: string, statement: ExtractedStatement, extractor: string): Properties {
  const { subject: _subject, object: _object, saidBy: _saidBy, place: _place, quote, sentence, ...own } = statement;
  return withoutNulls({
    ...own,
    id,
    quote: quote.text,
    start: quote.start,
    end: quote.end,
    sentence: sentence.text,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
    extractor,
  });
}
