/** Rows of a query as a table for people, or as CSV, JSON or NDJSON for programs. */
import CliTable from 'cli-table3';
import type { Table, Value } from '../graph/store.ts';

export const TABLE_FORMATS = ['table', 'csv', 'json', 'ndjson'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const NARROWEST = 8;

function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

/** For people, who need no sixteen digits of a mean. */
function readable(value: Value): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : shown(value);
}

function objectOf(columns: readonly string[], row: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
}

/** RFC 4180. */
function csvField(value: Value): string {
  const text = shown(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Widths that fit `available` columns: the widest give way first. */
function widths({ columns, rows }: Table, available: number): number[] {
  const wanted = columns.map((column, index) =>
    Math.max(
      column.length,
      ...rows.map((row) =>
        Math.max(
          ...readable(row[index] ?? null)
            .split('\n')
            .map((line) => line.length),
        ),
      ),
    ),
  );
  const room = available - columns.length * 3 - 1;
  while (wanted.reduce((sum, width) => sum + width, 0) > room) {
    const widest = wanted.indexOf(Math.max(...wanted));
    const width = wanted[widest] ?? 0;
    if (width <= NARROWEST) break;
    wanted[widest] = width - 1;
  }
  return wanted.map((width) => width + 2);
}

function forPeople(table: Table, width: number | null): string {
  if (table.columns.length === 0) return '';
  const text = new CliTable({
    head: [...table.columns],
    style: { head: [], border: [] },
    wordWrap: true,
    ...(width === null ? {} : { colWidths: widths(table, width) }),
  });
  for (const row of table.rows) text.push(row.map((value) => readable(value).replace(/[^\P{Cc}\n]/gu, ' ')));
  return `${text.toString()}\n`;
}

/** The table as text that ends with a line feed. `width` is that of the terminal, or null for none. */
export function formatTable(table: Table, format: TableFormat, width: number | null): string {
  const { columns, rows } = table;
  switch (format) {
    case 'table':
      return forPeople(table, width);
    case 'csv':
      return `${[columns, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
    case 'json':
      return `${JSON.stringify(
        rows.map((row) => objectOf(columns, row)),
        null,
        2,
      )}\n`;
    case 'ndjson':
      break;
  }
  return rows.map((row) => `${JSON.stringify(objectOf(columns, row))}\n`).join('');
}
