/** Statements over time: bins of a day, a month or a year, whichever gives a histogram that can be read. */
import type { Period } from './filters.ts';
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
  /** From the first day on which something is stated to the last. */
  readonly stated: Period | null;
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

/** Statements of one day by tone. */
interface OfDay {
  readonly day: Day;
  cooperation: number;
  conflict: number;
  neutral: number;
}

/** `days` in order. */
const rangeOf = (days: readonly OfDay[]): Period | null => {
  const total = days.reduce((sum, day) => sum + heightOf(day), 0);
  if (total === 0) return null;
  const cut = Math.floor(total * OUTLIERS);
  const beyond = (ordered: readonly OfDay[]): Day => {
    let passed = 0;
    return ordered.find((day) => (passed += heightOf(day)) > cut)?.day ?? 0;
  };
  return { from: beyond(days), to: beyond(days.toReversed()) };
};

const widthOf = ({ from, to }: Period): BinWidth => {
  if (to - from < MOST_BINS) return 'day';
  return (to - from) / 30.44 < MOST_BINS ? 'month' : 'year';
};

/** Collects statements one by one, and makes a timeline of them. */
export const createCount = () => {
  const byDay = new Map<Day, OfDay>();
  let undated = 0;
  return {
    /** `day`: where the statement's date begins, NaN for none. */
    add(day: Day, quadClass: number | null): void {
      if (Number.isNaN(day)) {
        undated += 1;
        return;
      }
      let of = byDay.get(day);
      if (!of) {
        of = { day, cooperation: 0, conflict: 0, neutral: 0 };
        byDay.set(day, of);
      }
      if (quadClass === null) of.neutral += 1;
      else if (quadClass <= 2) of.cooperation += 1;
      else of.conflict += 1;
    },
    timeline: (): Timeline =>
      timelineOf(
        [...byDay.values()].toSorted((a, b) => a.day - b.day),
        undated,
      ),
  };
};

/** Statements counted where their date begins; those outside the range count in the first or last bin. */
const timelineOf = (days: readonly OfDay[], undated: number): Timeline => {
  const range = rangeOf(days);
  if (!range) return { width: 'day', bins: [], undated, most: 0, stated: null };
  const width = widthOf(range);
  const bins: { from: Day; to: Day; cooperation: number; conflict: number; neutral: number }[] = [];
  for (let start = startOf(range.from, width); start <= range.to; start = nextOf(start, width)) {
    bins.push({ from: start, to: nextOf(start, width) - 1, cooperation: 0, conflict: 0, neutral: 0 });
  }
  const at = new Map(bins.map((bin, index) => [bin.from, index]));
  const last = bins.length - 1;
  for (const { day, cooperation, conflict, neutral } of days) {
    const clamped = Math.min(range.to, Math.max(range.from, day));
    const bin = bins[at.get(startOf(clamped, width)) ?? last];
    if (!bin) continue;
    bin.cooperation += cooperation;
    bin.conflict += conflict;
    bin.neutral += neutral;
  }
  const [first, final] = [days[0], days.at(-1)];
  const stated = first && final ? { from: first.day, to: final.day } : null;
  return { width, bins, undated, most: Math.max(0, ...bins.map(heightOf)), stated };
};

export const heightOf = (bin: Pick<Bin, 'cooperation' | 'conflict' | 'neutral'>): number =>
  bin.cooperation + bin.conflict + bin.neutral;

/** The days that a timeline covers. */
export const spanOf = ({ bins }: Timeline): Period | null => {
  const [first, last] = [bins[0], bins.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
};

/**
 * The next window of a film: the same length, at the next place where something was stated, or null at the end. Without a
 * window, the first bin that holds `begin` or a later day.
 */
export const nextFrame = (timeline: Timeline, shown: Period | null, begin = -Infinity): Period | null => {
  const { bins } = timeline;
  let start = shown ? bins.findIndex((bin) => bin.to >= shown.from) + 1 : bins.findIndex((bin) => bin.to >= begin);
  if (start < 0) start = 0;
  const length = shown ? bins.findLastIndex((bin) => bin.from <= shown.to) - start + 1 : 0;
  for (; start + length < bins.length; start += 1) {
    const window = bins.slice(start, start + length + 1);
    const [first, last] = [window[0], window.at(-1)];
    if (first && last && window.some((bin) => heightOf(bin) > 0)) return { from: first.from, to: last.to };
  }
  return null;
};
