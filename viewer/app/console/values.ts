/** Values of a result as text, and what is in them: ids of entities, numbers, dates. Pure. */
import type { QueryAnswer } from '../../query-contract.ts';

export type Cell = QueryAnswer['rows'][number][number];
export type Rows = QueryAnswer['rows'];

const ENTITY_ID = /^(?:person|country|organization|place|facility|group|agreement):\S+$/;

export const isEntityId = (value: Cell): value is string => typeof value === 'string' && ENTITY_ID.test(value);

/** As it is written in a table's cell and in a CSV field; nothing for null. */
export const cellText = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => each === null || typeof each !== 'object')) {
    return value.map(cellText).join('; ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Ids of entities anywhere in a value: as text, in a list, as the `id` of a map. In order, with repeats. */
export const entityIdsIn = (value: Cell): string[] => {
  if (isEntityId(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(entityIdsIn);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(entityIdsIn);
  return [];
};

export const distinctIds = (rows: Rows): string[] => [...new Set(rows.flatMap((row) => row.flatMap(entityIdsIn)))];

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T|$)/;

/** What a column mostly holds; null values do not count. */
export const columnKind = (rows: Rows, index: number): 'number' | 'date' | 'text' | 'other' | 'empty' => {
  const values = rows.flatMap((row) => row[index] ?? []);
  if (values.length === 0) return 'empty';
  if (values.every((value) => typeof value === 'number')) return 'number';
  if (values.every((value) => typeof value === 'string')) {
    return values.every((value) => DATE.test(value)) ? 'date' : 'text';
  }
  return 'other';
};

/** A formula would run in a spreadsheet that opens the file: an apostrophe in front keeps it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const field = (value: Cell): string => {
  const text = typeof value === 'number' ? String(value) : harmless(cellText(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, in UTF-8 with a byte order mark so that Excel reads it as such. */
export const csvOf = (columns: readonly string[], rows: Rows): string =>
  `\uFEFF${[columns.map(field), ...rows.map((row) => row.map(field))].map((row) => `${row.join(',')}\r\n`).join('')}`;
