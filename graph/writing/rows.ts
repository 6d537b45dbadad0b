/** Rows of a query as records checked by a schema: the border between a store's values and this program's types. */
import type { z } from 'zod';
import type { Table } from '../store.ts';

export function parseRows<T>(table: Table, shape: z.ZodType<T>): T[] {
  return table.rows.map((row) =>
    shape.parse(Object.fromEntries(table.columns.map((column, index) => [column, row[index]]))),
  );
}

/** Groups by key, in the order of first appearance. */
export function groupBy<K, T>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
