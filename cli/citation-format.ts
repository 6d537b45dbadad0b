/** Rows together with their evidence, in each format of a table. */
import type { Table, Value } from '../graph/store.ts';
import type { Citation, Evidence } from '../queries/evidence.ts';
import { formatTable, type TableFormat } from './table-format.ts';

/** The citation as one line of text. */
function citationLine(citation: Citation): string {
  const { sentence, source, title, published, url, said_by: saidBy, bulletin } = citation;
  const where = [source, title === null ? `bulletin ${bulletin}` : `"${title}"`, published, url];
  const said = saidBy === null ? '' : `, said by ${saidBy}`;
  return `"${sentence.trim().replaceAll(/\s+/g, ' ')}" (${where.filter((part) => part !== null).join(', ')})${said}`;
}

/** A column's name that the table does not have yet. */
function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}_`, taken) : name;
}

/**
 * The table with two more columns: how many statements a row rests on, and those that are cited. JSON has them as
 * objects, CSV as text with ` | ` between them; for people they are numbers, and the list follows the table.
 */
export function formatCited(table: Table, evidence: Evidence, format: TableFormat, width: number | null): string {
  const numbers = new Map([...evidence.citations.keys()].map((id, index) => [id, index + 1]));
  const cell = (ids: readonly string[]): Value => {
    const cited = ids.flatMap((id) => evidence.citations.get(id) ?? []);
    if (format === 'json' || format === 'ndjson') return cited;
    if (format === 'csv') return cited.map(citationLine).join(' | ');
    return ids.map((id) => `[${numbers.get(id) ?? '?'}]`).join(' ');
  };
  const columns = [...table.columns, freeName('citations_total', table.columns), freeName('citations', table.columns)];
  const rows = table.rows.map((row, index) => {
    const own = evidence.rows[index];
    return [...row, own?.total ?? 0, cell(own?.statements ?? [])];
  });
  const text = formatTable({ ...table, columns, rows }, format, width);
  if (format !== 'table') return text;
  const list = [...evidence.citations.values()].map((citation) => {
    const line = `[${numbers.get(citation.statement) ?? '?'}] ${citationLine(citation)}`;
    return `${line.replace(/[^\P{Cc}\n]/gu, ' ')}\n`;
  });
  return `${text}${list.join('')}`;
}
