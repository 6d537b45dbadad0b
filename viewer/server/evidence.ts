/**
 * Statements with the words that they were read from, ready to be shown: read by id, in keyed queries, so that
 * the cost depends on what is shown and not on the size of the graph.
 */
import { z } from 'zod';
import { type GraphStore, StoreError } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { Evidence, type EvidenceArgument, NodeType } from '../contract.ts';
import { contradictingOf } from './contradicting.ts';
import { gathered } from './gathered.ts';
import { BEGINS } from './untitled.ts';

const STATEMENTS = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN s.id AS id, s.predicate AS predicate, s.lemma AS lemma, s.polarity AS polarity, s.status AS status,
  s.date AS date, s.confidence AS confidence, s.title AS title, s.rule AS rule, s.start AS start, s.end AS end,
  s.sentence AS sentence, s.sentenceStart AS sentenceStart, s.sentenceEnd AS sentenceEnd,
  b.id AS bulletin, b.title AS bulletinTitle, ${BEGINS} AS begins, b.source AS source,
  b.url AS url, b.publishedAt AS publishedAt`;

const ARGUMENTS = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[r:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
RETURN s.id AS statement, type(r) AS role, r.text AS text, r.start AS start, r.end AS end,
  e.id AS id, e.name AS name, e.type AS type`;

const STATEMENT_ROW = {
  id: z.string(),
  predicate: z.string(),
  lemma: z.string(),
  polarity: Evidence.shape.polarity,
  status: Evidence.shape.status,
  date: z.string().nullable(),
  confidence: z.number(),
  title: z.string().nullable(),
  rule: z.string(),
  start: z.int(),
  end: z.int(),
  sentence: z.string(),
  sentenceStart: z.int(),
  sentenceEnd: z.int(),
  bulletin: z.string(),
  bulletinTitle: z.string().nullable(),
  begins: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
};

const ARGUMENT_ROW = {
  statement: z.string(),
  role: z.enum(['SUBJECT', 'OBJECT', 'SAID_BY', 'AT_PLACE']),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  id: z.string(),
  name: z.string(),
  type: NodeType,
};
type Role = z.output<typeof ARGUMENT_ROW.role>;

/**
 * The statements with these ids, in the order given; an id that went away since it was read is left out.
 * @throws StoreError `damaged` for a statement without a subject
 */
export async function evidenceOf(store: GraphStore, ids: readonly string[]): Promise<Evidence[]> {
  if (ids.length === 0) return [];
  const limits = { maxRows: 4 * ids.length };
  const [statements, argumentRows, links] = await Promise.all([
    readRows(store, 'statements', STATEMENT_ROW, STATEMENTS, { ids }, limits),
    readRows(store, 'arguments of statements', ARGUMENT_ROW, ARGUMENTS, { ids }, limits),
    contradictingOf(store, ids),
  ]);
  const sides = new Map<string, Map<Role, EvidenceArgument>>();
  for (const { statement, role, ...argument } of argumentRows) {
    const roles = sides.get(statement) ?? new Map<Role, EvidenceArgument>();
    sides.set(statement, roles.set(role, argument));
  }
  const byId = new Map(
    statements.map((row) => {
      const roles = sides.get(row.id);
      const subject = roles?.get('SUBJECT');
      if (subject === undefined) {
        throw new StoreError(
          'damaged',
          `${store.url}: statement ${row.id} has no subject. Ingest its bulletin ${row.bulletin} again.`,
        );
      }
      const linked = {
        deniedBy: links.deniedBy.get(row.id) ?? gathered([]),
        denies: links.denies.get(row.id) ?? gathered([]),
      };
      return [row.id, { ...evidence(row, subject, roles ?? new Map()), ...linked }] as const;
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function evidence(
  row: z.output<z.ZodObject<typeof STATEMENT_ROW>>,
  subject: EvidenceArgument,
  roles: ReadonlyMap<Role, EvidenceArgument>,
): Omit<Evidence, 'deniedBy' | 'denies'> {
  return {
    id: row.id,
    predicate: row.predicate,
    lemma: row.lemma,
    polarity: row.polarity,
    status: row.status,
    subject,
    object: roles.get('OBJECT') ?? null,
    saidBy: roles.get('SAID_BY') ?? null,
    place: roles.get('AT_PLACE') ?? null,
    date: row.date,
    confidence: row.confidence,
    title: row.title,
    rule: row.rule,
    quote: { start: row.start, end: row.end },
    sentence: { text: row.sentence, start: row.sentenceStart, end: row.sentenceEnd },
    bulletin: {
      id: row.bulletin,
      title: row.bulletinTitle,
      begins: row.begins,
      source: row.source,
      url: row.url,
      publishedAt: row.publishedAt,
    },
  };
}
