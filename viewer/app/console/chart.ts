/** From rows to a chart: which columns are drawn how, as the library's header says or by what the columns hold. Pure. */
import { monthOf } from '../charts/scale.ts';
import type { LibraryEntry } from '../../query-contract.ts';
import { type Cell, cellText, columnKind, type Rows } from './values.ts';

export interface Axes {
  readonly kind: 'bar' | 'line' | 'timeline';
  readonly x: string;
  /** Null for a timeline that only says when. */
  readonly y: string | null;
  readonly series: string | null;
}

export interface Bars {
  readonly kind: 'bar';
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  /** Rows that are not drawn. */
  readonly left: number;
}

interface Point {
  /** Months since year 0. */
  readonly at: number;
  readonly date: string;
  readonly value: number;
  readonly label: string;
}

export interface Lines {
  readonly kind: 'line' | 'timeline';
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[];
  /** Where the points have no value of their own, series stand one above the other. */
  readonly inRows: boolean;
  readonly left: number;
}

const MOST_BARS = 30;
const MOST_SERIES = 6;
const MOST_ROWS = 12;
const MOST_POINTS = 2000;

/** The axes that a result is best drawn with, or null where no column has numbers or dates. */
export const axesOf = (columns: readonly string[], rows: Rows, hint: LibraryEntry['chart'] | null): Axes | null => {
  if (hint !== null && hint.x !== undefined && columns.includes(hint.x)) {
    const { kind, x, y, series, label } = hint;
    if (kind === 'bar' && y !== undefined) return { kind, x, y, series: null };
    if (kind === 'line' && y !== undefined) return { kind, x, y, series: series ?? null };
    if (kind === 'timeline') return { kind, x, y: y ?? null, series: y === undefined ? (label ?? null) : null };
  }
  const kinds = columns.map((name, index) => ({ name, kind: columnKind(rows, index) }));
  const y = kinds.find(({ kind }) => kind === 'number')?.name ?? null;
  const date = kinds.find(({ kind }) => kind === 'date')?.name;
  if (date !== undefined && y !== null) return { kind: 'line', x: date, y, series: null };
  const text = kinds.find(({ kind }) => kind === 'text')?.name;
  if (text !== undefined && y !== null) return { kind: 'bar', x: text, y, series: null };
  return date === undefined ? null : { kind: 'timeline', x: date, y: null, series: text ?? null };
};

const numeric = (value: Cell | undefined): number | null => (typeof value === 'number' ? value : null);

const barsOf = (columns: readonly string[], rows: Rows, { x, y }: Axes): Bars => {
  const [at, of] = [columns.indexOf(x), columns.indexOf(y ?? '')];
  // A second column tells two rows apart that begin alike (`one`, `other`).
  const second = columns.findIndex((_, index) => index > at && columnKind(rows, index) === 'text');
  const names = rows.map((row) => cellText(row[at] ?? null));
  const alike = new Set(names).size < names.length;
  const bars = rows.flatMap((row, index) => {
    const value = numeric(row[of]);
    const more = alike && second >= 0 ? ` – ${cellText(row[second] ?? null)}` : '';
    return value === null ? [] : [{ label: `${names[index] ?? ''}${more}`, value }];
  });
  return { kind: 'bar', bars: bars.slice(0, MOST_BARS), left: rows.length - Math.min(bars.length, MOST_BARS) };
};

const linesOf = (columns: readonly string[], rows: Rows, { kind, x, y, series }: Axes): Lines => {
  const at = columns.indexOf(x);
  const of = y === null ? -1 : columns.indexOf(y);
  const by = series === null ? -1 : columns.indexOf(series);
  const inRows = y === null;
  const groups = new Map<string, Point[]>();
  let drawn = 0;
  for (const row of rows.slice(0, MOST_POINTS)) {
    const date = cellText(row[at] ?? null);
    const month = monthOf(date);
    const value = inRows ? 0 : numeric(row[of]);
    if (month === null || value === null) continue;
    const name = by < 0 ? '' : cellText(row[by] ?? null);
    const label =
      row.flatMap((cell, index) => (index === at ? [] : [cellText(cell)])).find((text) => text !== '') ?? '';
    groups.set(name, [...(groups.get(name) ?? []), { at: month, date, value, label }]);
  }
  const shown = [...groups]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, inRows ? MOST_ROWS : MOST_SERIES)
    .map(([name, points]) => ({ name, points: points.toSorted((a, b) => a.at - b.at) }));
  for (const { points } of shown) drawn += points.length;
  return { kind: kind === 'timeline' ? 'timeline' : 'line', series: shown, inRows, left: rows.length - drawn };
};

/** What to draw; `left` says how many rows the drawing leaves out. */
export const chartOf = (columns: readonly string[], rows: Rows, axes: Axes): Bars | Lines =>
  axes.kind === 'bar' ? barsOf(columns, rows, axes) : linesOf(columns, rows, axes);
