/**
 * Which entities a change of the log touches: those that go by another id, name or type than before, and those that a
 * statement is about that was rejected or came back. Whoever shows the graph shows these anew, and no others.
 */
import { z } from 'zod';
import type { WriteTransaction } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { canonicalId, type Resolution } from './resolution.ts';

/** An entity as it stood before, and the ids of those that stand in its place now: one, or the parts of a merge undone. */
export interface Touched {
  readonly id: string;
  readonly now: readonly string[];
}

const ENDS = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:SUBJECT|OBJECT]->(e:Entity)
  RETURN DISTINCT e.id AS id`;
const EndRow = z.object({ id: z.string() });

/** In order of id. An id may be one that the graph has no entity of any more. */
export function touchedBetween(before: Resolution, after: Resolution): Touched[] {
  const moved = changedKeys(before.canonical, after.canonical);
  const named = [...changedKeys(before.names, after.names), ...changedKeys(before.types, after.types)];
  const ids = new Set([
    ...moved.flatMap((entity) => [canonicalId(before, entity), canonicalId(after, entity)]),
    ...named,
  ]);
  return [...ids]
    .filter((id) => !before.canonical.has(id))
    .sort()
    .map((id) => {
      const members = before.groups.get(id) ?? [id];
      return { id, now: [...new Set(members.map((member) => canonicalId(after, member)))] };
    });
}

/** Entities that these statements are about, as the graph has them at this point. */
export async function entitiesStated(transaction: WriteTransaction, statements: readonly string[]): Promise<Touched[]> {
  if (statements.length === 0) return [];
  return parseRows(await transaction.run(ENDS, { ids: statements }), EndRow).map(({ id }) => ({ id, now: [id] }));
}

/** Keys whose value is another one, or that only one of the two has. */
export function changedKeys<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

/** Values that only one of the two has. */
export function differing(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))];
}
