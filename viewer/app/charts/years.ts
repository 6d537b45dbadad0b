/** Statements by predicate and year, laid out as rows: the most frequent predicates, each with one number a year. Pure. */
import type { EntityHistory } from '../../contract.ts';

interface YearRow {
  readonly predicate: string;
  /** All of it, also what lies in none of `years`. */
  readonly total: number;
  /** One for each of `years`. */
  readonly counts: readonly number[];
}

export interface YearTable {
  /** Without gaps. */
  readonly years: readonly number[];
  readonly rows: readonly YearRow[];
  /** Of all rows: bars are comparable. */
  readonly most: number;
  /** Statements before the first year that is shown, and without a year. */
  readonly earlier: number;
  readonly undated: number;
}

/** As many bars as the chart has room for: older years are told as a number. */
const MOST_YEARS = 40;

export const yearTable = (counted: EntityHistory['years']): YearTable => {
  const dated = counted.flatMap(({ year, ...each }) => {
    const value = Number(year);
    return year === null || !Number.isInteger(value) ? [] : [{ ...each, year: value }];
  });
  const total = (rows: readonly { statements: number }[]): number => rows.reduce((sum, row) => sum + row.statements, 0);
  const undated = total(counted) - total(dated);
  const last = Math.max(...dated.map(({ year }) => year));
  const first = Math.max(Math.min(...dated.map(({ year }) => year)), last - MOST_YEARS + 1);
  if (dated.length === 0) return { years: [], rows: [], most: 0, earlier: 0, undated };
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const byPredicate = new Map<string, { counts: number[]; total: number }>();
  for (const { predicate, year, statements } of counted) {
    const row = byPredicate.get(predicate) ?? { counts: years.map(() => 0), total: 0 };
    byPredicate.set(predicate, row);
    row.total += statements;
    const at = year === null ? NaN : Number(year) - first;
    if (at >= 0) row.counts[at] = (row.counts[at] ?? 0) + statements;
  }
  const rows = [...byPredicate]
    .map(([predicate, row]): YearRow => ({ predicate, ...row }))
    .toSorted((a, b) => b.total - a.total || (a.predicate < b.predicate ? -1 : 1));
  return {
    years,
    rows,
    most: Math.max(...rows.flatMap(({ counts }) => counts)),
    earlier: total(dated.filter(({ year }) => year < first)),
    undated,
  };
};
