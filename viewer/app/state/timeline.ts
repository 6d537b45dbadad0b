/** Statements over time: bins of a day, a month or a year, whichever gives a histogram that can be read. */
import type { Period, Relation } from './filters.ts';
import type { Day } from './traits.ts';
import { dayOf } from './traits.ts';

type BinWidth = 'day' | 'month' | 'year';

export interface Bin extends Period {
  readonly cooperation: number;
  readonly conflict: number;
  readonly neutral: number;
}

export interface Timeline {
  readonly width: BinWidth;
  readonly bins: readonly Bin[];
  /** Statements without any date, in no bin. */
  readonly undated: number;
  /** The highest bin. */
  readonly most: number;
}

/** More than this many days make months, more than as many months make years. */
const MOST_BINS = 120;
const DAY = 86_400_000;

const startOf = (day: Day, width: BinWidth): Day => {
  const date = new Date(day * DAY);
  if (width === 'day') return day;
  return dayOf(date.getUTCFullYear(), width === 'year' ? 1 : date.getUTCMonth() + 1, 1);
};

const nextOf = (start: Day, width: BinWidth): Day => {
  const date = new Date(start * DAY);
  if (width === 'day') return start + 1;
  return width === 'month'
    ? dayOf(date.getUTCFullYear(), date.getUTCMonth() + 2, 1)
    : dayOf(date.getUTCFullYear() + 1, 1, 1);
};

/** Share of the statements that may lie before the first bin or after the last one: one wrong year is no century. */
const OUTLIERS = 0.005;

const rangeOf = (days: readonly Day[]): Period | null => {
  if (days.length === 0) return null;
  const ordered = days.toSorted((a, b) => a - b);
  const cut = Math.floor(ordered.length * OUTLIERS);
  return { from: ordered[cut] ?? 0, to: ordered[ordered.length - 1 - cut] ?? 0 };
};

const widthOf = ({ from, to }: Period): BinWidth => {
  if (to - from < MOST_BINS) return 'day';
  return (to - from) / 30.44 < MOST_BINS ? 'month' : 'year';
};

/** Statements counted where their date begins; those outside the range count in the first or last bin. */
export const timelineOf = (relations: Iterable<Relation>): Timeline => {
  const dated: { day: Day; tone: 'cooperation' | 'conflict' | 'neutral' }[] = [];
  let undated = 0;
  for (const { edge, traits } of relations) {
    const tone = edge.quadClass === null ? 'neutral' : edge.quadClass <= 2 ? 'cooperation' : 'conflict';
    for (const { from } of traits ?? []) {
      if (Number.isNaN(from)) undated += 1;
      else dated.push({ day: from, tone });
    }
  }
  const range = rangeOf(dated.map(({ day }) => day));
  if (!range) return { width: 'day', bins: [], undated, most: 0 };
  const width = widthOf(range);
  const bins: { from: Day; to: Day; cooperation: number; conflict: number; neutral: number }[] = [];
  for (let start = startOf(range.from, width); start <= range.to; start = nextOf(start, width)) {
    bins.push({ from: start, to: nextOf(start, width) - 1, cooperation: 0, conflict: 0, neutral: 0 });
  }
  const at = new Map(bins.map((bin, index) => [bin.from, index]));
  const last = bins.length - 1;
  for (const { day, tone } of dated) {
    const clamped = Math.min(range.to, Math.max(range.from, day));
    const bin = bins[at.get(startOf(clamped, width)) ?? last];
    if (bin) bin[tone] += 1;
  }
  return { width, bins, undated, most: Math.max(0, ...bins.map(heightOf)) };
};

export const heightOf = (bin: Bin): number => bin.cooperation + bin.conflict + bin.neutral;

/** The days that a timeline covers. */
export const spanOf = ({ bins }: Timeline): Period | null => {
  const [first, last] = [bins[0], bins.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
};

/** The next window of a film: the same length one bin later, or null at the end. Without a window, the first bin. */
export const nextFrame = (timeline: Timeline, shown: Period | null): Period | null => {
  const { bins } = timeline;
  const [first] = bins;
  if (!first) return null;
  if (!shown) return { from: first.from, to: first.to };
  const start = bins.findIndex((bin) => bin.to >= shown.from);
  const end = bins.findLastIndex((bin) => bin.from <= shown.to);
  const [from, to] = [bins[start + 1], bins[end + 1]];
  return from && to ? { from: from.from, to: to.to } : null;
};
