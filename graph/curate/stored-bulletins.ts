/**
 * Bulletins as the store holds them, turned back into what was read from them, so that another log of judgements can be
 * laid over. Nothing is read from the words again.
 */
import { z } from 'zod';
import type { Reading, Value } from '../store.ts';
import { DatePrecision, type EntityType, Polarity, Status } from '../model/vocabulary.ts';
import { Contribution, Places } from '../writing/entity-support.ts';
import {
  asRead,
  mapArguments,
  placeStatement,
  type PreparedBulletin,
  type PreparedMention,
  type PreparedStatement,
  type Properties,
} from '../writing/prepare.ts';
import { NO_ISSUES } from '../writing/issues.ts';
import { BAND_PROPERTIES } from '../writing/reprints.ts';
import { readRejected, type StatementContent } from '../writing/rejected.ts';
import { groupBy, parseRows } from '../writing/rows.ts';

const PropertyMap: z.ZodType<Properties> = z.record(z.string(), z.custom<Value>());
const BulletinRow = z.object({ id: z.string(), properties: PropertyMap });
const Share = Contribution.extend(Places.shape);
const MentionRow = Share.extend({ bulletin: z.string(), originals: z.string().nullable() });
const StatementRow = z.object({ id: z.string(), bulletin: z.string(), properties: PropertyMap });
const ArgumentRow = z.object({
  id: z.string(),
  role: z.enum(['SUBJECT', 'OBJECT', 'SAID_BY', 'AT_PLACE']),
  entity: z.string(),
  original: z.string().nullable(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  standsFor: z.string().nullable(),
  inPerson: z.boolean().nullable(),
});
const Traits = z.object({
  id: z.string(),
  predicate: z.string(),
  polarity: Polarity,
  status: Status,
  date: z.string().nullable().default(null),
  datePrecision: DatePrecision.nullable().default(null),
  confidence: z.number(),
  dateAssumed: z.boolean().default(false),
});

const BULLETINS = 'MATCH (b:Bulletin) WHERE b.id IN $ids RETURN b.id AS id, properties(b) AS properties';
const MENTIONS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)-[m:MENTIONS]->(e:Entity)
  RETURN b.id AS bulletin, e.id AS entity, m.count AS count, m.starts AS starts, m.ends AS ends, m.name AS name,
    m.type AS type, m.aliases AS aliases, m.iso3 AS iso3, m.described AS described, m.originals AS originals`;
const STATEMENTS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement)
  RETURN s.id AS id, b.id AS bulletin, properties(s) AS properties`;
const ARGUMENTS = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[a:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
  RETURN s.id AS id, type(a) AS role, e.id AS entity, a.original AS original, a.text AS text,
    a.start AS start, a.end AS end, a.standsFor AS standsFor, a.inPerson AS inPerson`;

/** Bulletins with the ids that were read, all statements among their own, none rejected; in order of id. */
export async function readStored(transaction: Reading, ids: readonly string[]): Promise<PreparedBulletin[]> {
  const bulletins = parseRows(await transaction.run(BULLETINS, { ids }), BulletinRow);
  const mentions = groupBy(parseRows(await transaction.run(MENTIONS, { ids }), MentionRow), ({ bulletin }) => bulletin);
  const rows = parseRows(await transaction.run(STATEMENTS, { ids }), StatementRow);
  const contents = [...(await contentsOf(transaction, rows)), ...(await readRejected(transaction, ids))];
  const byBulletin = groupBy(contents, ({ bulletin }) => bulletin);
  return bulletins
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, properties }): PreparedBulletin => {
      const read = (mentions.get(id) ?? []).flatMap(mentionsRead);
      const types = new Map(read.map(({ entity, type }) => [entity, type]));
      const source = z.string().nullable().default(null).parse(properties['source']);
      const publishedAt = z.string().nullable().default(null).parse(properties['publishedAt']);
      const statements = (byBulletin.get(id) ?? []).map(({ content }) =>
        statementOf(content, { source, publishedAt }, types),
      );
      return {
        id,
        contentHash: z.string().parse(properties['contentHash']),
        source,
        properties: withoutDerived(properties),
        mentions: read,
        statements,
        rejected: [],
        dropped: new Map(),
        droppedMentions: 0,
      };
    });
}

/** A bulletin's or statement's properties without what is only known beside others. */
function withoutDerived(properties: Properties): Properties {
  const derived = new Set<string>([...BAND_PROPERTIES, 'reprintOf', 'until']);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !derived.has(name)));
}

function mentionsRead({ bulletin: _bulletin, ...mention }: z.infer<typeof MentionRow>): PreparedMention[] {
  if (mention.originals === null) return [mention];
  return z
    .array(Share)
    .parse(JSON.parse(mention.originals))
    .map((original) => ({ ...original, originals: null }));
}

async function contentsOf(
  transaction: Reading,
  rows: readonly z.infer<typeof StatementRow>[],
): Promise<{ bulletin: string; content: StatementContent }[]> {
  const table = await transaction.run(ARGUMENTS, { ids: rows.map(({ id }) => id) });
  const argumentsOf = groupBy(parseRows(table, ArgumentRow), ({ id }) => id);
  return rows.map(({ id, bulletin, properties }) => {
    const own = new Map(
      (argumentsOf.get(id) ?? []).map(({ role, entity, original, text, start, end, standsFor, inPerson }) => [
        role,
        {
          entity: original ?? entity,
          text,
          start,
          end,
          ...(standsFor === null ? {} : { standsFor }),
          ...(inPerson === null ? {} : { inPerson }),
        },
      ]),
    );
    const subject = own.get('SUBJECT');
    if (subject === undefined)
      throw new Error(`Statement ${id} has no subject. Restore a backup, or ingest its bulletins into a new store.`);
    const content: StatementContent = {
      properties: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .parse(withoutDerived(properties)),
      subject,
      object: own.get('OBJECT') ?? null,
      saidBy: own.get('SAID_BY') ?? null,
      place: own.get('AT_PLACE') ?? null,
    };
    return { bulletin, content };
  });
}

function statementOf(
  content: StatementContent,
  { source, publishedAt }: { readonly source: string | null; readonly publishedAt: string | null },
  types: ReadonlyMap<string, EntityType>,
): PreparedStatement {
  const read: PreparedStatement = {
    ...Traits.parse(content.properties),
    properties: content.properties,
    ...mapArguments(content, asRead),
    edge: null,
    happening: null,
    widerHappening: null,
    ...NO_ISSUES,
    publishedAt,
    source,
    origin: source ?? '',
  };
  return placeStatement(read, types);
}
