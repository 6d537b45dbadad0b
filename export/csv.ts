/**
 * CSV as RFC 4180 has it, but with line feeds: text always in quotes, quotes doubled, numbers bare, and null as an empty
 * field without quotes, so that readers that care (neo4j-admin, pandas, csv-parse) tell it from an empty text.
 */

type Cell = string | number | null;

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}

/** A column: its name in the head of the file, and its value of a record. */
export type Column<T> = readonly [head: string, cell: (record: T) => Cell];

/** The lines of one file: its head, then a line a record. */
export async function* csvFile<T>(columns: readonly Column<T>[], records: AsyncIterable<T>): AsyncGenerator<string> {
  yield `${columns.map(([head]) => head).join(',')}\n`;
  for await (const record of records) yield csvLine(columns.map(([, cell]) => cell(record)));
}
