/**
 * What the store holds of a page of bulletins, read without trusting it: their properties, mentions, statements with their
 * arguments, and rejected statements, as they stand.
 */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { groupBy, parseRows } from '../writing/rows.ts';
import { PropertyMap } from './check.ts';

const BULLETINS = 'MATCH (b:Bulletin) WHERE b.id IN $ids RETURN b.id AS id, properties(b) AS properties';
const MENTIONS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)-[m:MENTIONS]->(e:Entity)
  RETURN b.id AS bulletin, e.id AS entity, properties(m) AS properties`;
const STATEMENTS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement)
  RETURN b.id AS bulletin, s.id AS id, properties(s) AS properties`;
const ARGUMENTS = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[a:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
  RETURN s.id AS statement, type(a) AS role, e.id AS entity, properties(a) AS properties`;
const REJECTED = `
  MATCH (r:RejectedStatement) WHERE r.bulletin IN $ids
  RETURN r.bulletin AS bulletin, r.id AS id, r.content AS content`;

const BulletinRow = z.object({ id: z.string(), properties: PropertyMap });
const MentionRow = z.object({ bulletin: z.string(), entity: z.string(), properties: PropertyMap });
const StatementRow = z.object({ bulletin: z.string(), id: z.string(), properties: PropertyMap });
const ArgumentRow = z.object({
  statement: z.string(),
  role: z.enum(['SUBJECT', 'OBJECT', 'SAID_BY', 'AT_PLACE']),
  entity: z.string(),
  properties: PropertyMap,
});
const RejectedRow = z.object({ bulletin: z.string(), id: z.string(), content: z.string().nullable() });

export type HeldArgument = z.infer<typeof ArgumentRow>;
export interface HeldStatement extends z.infer<typeof StatementRow> {
  readonly arguments: readonly HeldArgument[];
}

export interface HeldBulletin extends z.infer<typeof BulletinRow> {
  readonly mentions: readonly z.infer<typeof MentionRow>[];
  readonly statements: readonly HeldStatement[];
  readonly rejected: readonly z.infer<typeof RejectedRow>[];
}

export async function readHeld(reading: Reading, ids: readonly string[]): Promise<HeldBulletin[]> {
  const bulletins = parseRows(await reading.run(BULLETINS, { ids }), BulletinRow);
  const mentions = groupBy(parseRows(await reading.run(MENTIONS, { ids }), MentionRow), ({ bulletin }) => bulletin);
  const statements = parseRows(await reading.run(STATEMENTS, { ids }), StatementRow);
  const parameters = { ids: statements.map(({ id }) => id) };
  const own = groupBy(parseRows(await reading.run(ARGUMENTS, parameters), ArgumentRow), ({ statement }) => statement);
  const byBulletin = groupBy(
    statements.map((statement): HeldStatement => ({ ...statement, arguments: own.get(statement.id) ?? [] })),
    ({ bulletin }) => bulletin,
  );
  const rejected = groupBy(parseRows(await reading.run(REJECTED, { ids }), RejectedRow), ({ bulletin }) => bulletin);
  return bulletins.map((bulletin) => ({
    ...bulletin,
    mentions: mentions.get(bulletin.id) ?? [],
    statements: byBulletin.get(bulletin.id) ?? [],
    rejected: rejected.get(bulletin.id) ?? [],
  }));
}
