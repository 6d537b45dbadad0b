/**
 * Statements that were judged to be read wrongly, kept out of the graph's own: one node each, found by its bulletin and
 * removed with it, holding what brings the statement back when the judgement is taken back.
 */
import { z } from 'zod';
import type { Reading, Value, WriteTransaction } from '../store.ts';
import { type PreparedBulletin, type PreparedStatement, withoutSlots } from './prepare.ts';
import { parseRows } from './rows.ts';

const Argument = z.object({
  entity: z.string(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  standsFor: z.string().optional(),
  inPerson: z.boolean().optional(),
});
export const StatementContent = z.object({
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  subject: Argument,
  object: Argument.nullable(),
  saidBy: Argument.nullable(),
  place: Argument.nullable(),
});
export type StatementContent = z.infer<typeof StatementContent>;

const Stored = z.object({ bulletin: z.string(), content: z.string() });

export async function writeRejected(
  transaction: WriteTransaction,
  bulletins: readonly PreparedBulletin[],
): Promise<void> {
  const props = bulletins.flatMap(({ id: bulletin, rejected }) =>
    rejected.map((statement) => ({ id: statement.id, bulletin, content: contentOf(statement) })),
  );
  if (props.length > 0) await transaction.run('UNWIND $props AS p CREATE (r:RejectedStatement) SET r = p', { props });
}

/** What these bulletins' rejected statements say, by bulletin. */
export async function readRejected(
  transaction: Reading,
  bulletins: readonly string[],
): Promise<{ bulletin: string; content: StatementContent }[]> {
  const table = await transaction.run(
    'MATCH (r:RejectedStatement) WHERE r.bulletin IN $bulletins RETURN r.bulletin AS bulletin, r.content AS content',
    { bulletins },
  );
  return parseRows(table, Stored).map(({ bulletin, content }) => ({
    bulletin,
    content: StatementContent.parse(JSON.parse(content)),
  }));
}

/** The same text for the same statement, whatever it was made from. Edge and slot are derived and left out. */
function contentOf({ properties, subject, object, saidBy, place }: PreparedStatement): string {
  const own = withoutSlots(properties);
  return JSON.stringify({
    object: asRead(object),
    place: asRead(place),
    properties: Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1))),
    saidBy: asRead(saidBy),
    subject: asRead(subject),
  });
}

function asRead(argument: PreparedStatement['object']): Record<string, Value> | null {
  if (argument === null) return null;
  const { original, text, start, end, standsFor, inPerson } = argument;
  return {
    end,
    entity: original,
    ...(inPerson === undefined ? {} : { inPerson }),
    ...(standsFor === undefined ? {} : { standsFor }),
    start,
    text,
  };
}
