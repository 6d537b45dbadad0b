/** Writes the events that a batch's statements report, and removes those that no statement reports any more. */
import { z } from 'zod';
import type { WriteTransaction } from '../store.ts';
import type { PreparedStatement } from './prepare.ts';
import { parseRows } from './rows.ts';

const Id = z.object({ id: z.string() });

/** Gives the ids of the events that were not there before. */
export async function writeEvents(
  transaction: WriteTransaction,
  statements: readonly PreparedStatement[],
): Promise<ReadonlySet<string>> {
  const events = new Map<string, { id: string; predicate: string; date: string }>();
  const reports: { id: string; event: string }[] = [];
  for (const { id, event, edge, date } of statements) {
    if (event === null || edge === null || date === null) continue;
    events.set(event, { id: event, predicate: edge.predicate, date });
    reports.push({ id, event });
  }
  if (reports.length === 0) return new Set();
  const ids = [...events.keys()];
  const known = await transaction.run('MATCH (v:Event) WHERE v.id IN $ids RETURN v.id AS id', { ids });
  const created = new Set(ids);
  for (const { id } of parseRows(known, Id)) created.delete(id);
  const props = [...created].flatMap((id) => events.get(id) ?? []);
  await transaction.run('UNWIND $props AS p CREATE (v:Event) SET v = p', { props });
  await transaction.run(
    'UNWIND $reports AS r MATCH (s:Statement {id: r.id}) MATCH (v:Event {id: r.event}) CREATE (s)-[:REPORTS]->(v)',
    { reports },
  );
  return created;
}

/** Removes those of the events `ids` that nothing reports. */
export async function removeUnreportedEvents(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const reported = await transaction.run(
    'MATCH (v:Event) WHERE v.id IN $ids MATCH (v)<-[:REPORTS]-(s:Statement) RETURN DISTINCT v.id AS id',
    { ids },
  );
  const gone = new Set(ids);
  for (const { id } of parseRows(reported, Id)) gone.delete(id);
  await transaction.run('MATCH (v:Event) WHERE v.id IN $ids DETACH DELETE v', { ids: [...gone] });
}
