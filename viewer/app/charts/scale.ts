/** Numbers to pixels, and round numbers for axes. Pure; the charts are SVG of our own over these. */

/** A linear scale from `domain` to `range`; a domain without extent maps to the middle. */
export const linear =
  ([low, high]: readonly [number, number], [from, to]: readonly [number, number]) =>
  (value: number): number =>
    high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);

/** Round values (1, 2 or 5 times a power of ten) that cover low to high, about `count` of them. */
export const ticks = (low: number, high: number, count: number): number[] => {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
  if (high <= low) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // Multiples, not sums: 0.1 added thirty times is not 3.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
};

/** Months since year 0 of an ISO date; a date without a month stands at the middle of its year. Null for no date. */
export const monthOf = (date: string): number | null => {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const months = month === undefined ? 6 : Number(month) - 1;
  return Number(year) * 12 + months + (day === undefined ? 0 : (Number(day) - 1) / 31);
};

/** Marks for a time axis: years, or months where there are few. */
export const timeTicks = (from: number, to: number, count: number): { at: number; label: string }[] => {
  const months = to - from;
  const step = [1, 3, 6, 12, 24, 60, 120, 240, 600].find((each) => months / each <= count) ?? 1200;
  const first = Math.ceil(from / step) * step;
  const marks: { at: number; label: string }[] = [];
  for (let at = first; at <= to; at += step) {
    const year = String(Math.floor(at / 12)).padStart(4, '0');
    marks.push({ at, label: step >= 12 ? year : `${year}-${String((at % 12) + 1).padStart(2, '0')}` });
  }
  return marks;
};
