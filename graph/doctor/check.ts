/**
 * A check: what it looks at, page by page, what it finds there, and how a page is made right. A repair looks again inside
 * its transaction, so that what others write meanwhile is not undone.
 */
import { z } from 'zod';
import type { GraphStore, Parameters, Reading, Value, WriteTransaction } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import type { Problem } from './problem.ts';

export interface Check {
  /** Everything that is to be looked at: a MATCH clause, and what of it is the id. */
  readonly all: { readonly match: string; readonly id: string };
  /** How many of them are looked at, or repaired in one transaction, at a time. */
  readonly page: number;
  readonly examine: (reading: Reading, ids: readonly string[]) => Promise<Problem[]>;
  readonly repair: (transaction: WriteTransaction, ids: readonly string[]) => Promise<void>;
}

/** Ids of one kind are in memory at once, about 0.1 kB each. */
const UNBOUNDED = { maxRows: 100_000_000, timeoutMs: 10 * 60_000 };

/** Reads beside any transaction. */
export function readingOf(store: GraphStore): Reading {
  return { run: (cypher: string, parameters: Parameters = {}) => store.read(cypher, parameters, UNBOUNDED) };
}

const Id = z.object({ id: z.string() });

/** The ids of everything that a check looks at, in order. What is no text is left out: ids are another check. */
export async function idsOf(reading: Reading, { match, id }: Check['all']): Promise<string[]> {
  const { rows } = await reading.run(`${match} RETURN DISTINCT ${id} AS id`);
  return rows.flatMap(([value]) => (typeof value === 'string' ? [value] : [])).sort();
}

/** How many they are. */
export async function countOf(reading: Reading, { match, id }: Check['all']): Promise<number> {
  const { rows } = await reading.run(`${match} RETURN count(DISTINCT ${id}) AS n`);
  return Number(rows[0]?.[0] ?? 0);
}

/** Of `ids`, those that a query with the parameter `ids` gives back. */
export async function those(reading: Reading, cypher: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  return new Set(parseRows(await reading.run(cypher, { ids }), Id).map(({ id }) => id));
}

/** Whether two property values are the same, whatever the order of keys. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return textOf(one) === textOf(other);
}

/** Whether two lists have the same values, in whatever order. */
export function haveSame(some: readonly Value[], others: readonly Value[]): boolean {
  return isSame(some.map(textOf).sort(), others.map(textOf).sort());
}

const textOf = (value: Value | undefined): string => JSON.stringify(inOrder(value));

function inOrder(value: Value | undefined): Value {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  );
}

export function* pagesOf(ids: readonly string[], size: number): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
}

export const PropertyMap: z.ZodType<Record<string, Value>> = z.record(z.string(), z.custom<Value>());
