/**
 * Calendar arithmetic on ISO dates of any precision. Days are counted in UTC, so that no time zone shifts them.
 * All functions take and give proleptic Gregorian dates between the years 1000 and 9999.
 */

/** A day of the calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;

/** The day that an ISO date names, the first day where it names a month or year; null where it is no date. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) };
  return isDay(day) ? day : null;
}

/** Whether the calendar has such a day (no 30 February). */
export function isDay({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function epochDays({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function addDays(day: Day, count: number): Day {
  const date = new Date((epochDays(day) + count) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The month `count` months on; the day is kept where the month has it, else the month's last. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + (day.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day: Math.min(day.day, last) };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((epochDays(day) + 3) % 7) + 7) % 7;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const isoYear = (day: Day): string => pad(day.year, 4);
export const isoMonth = (day: Day): string => `${pad(day.year, 4)}-${pad(day.month, 2)}`;
export const isoDay = (day: Day): string => `${isoMonth(day)}-${pad(day.day, 2)}`;

/** ISO 8601 week of the day, `2024-W52`. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 3 - weekdayOf(day));
  const first = { year: thursday.year, month: 1, day: 1 };
  const week = Math.floor((epochDays(thursday) - epochDays(first)) / 7) + 1;
  return `${pad(thursday.year, 4)}-W${pad(week, 2)}`;
}

/** The Monday of an ISO week written `2024-W52`, or null. */
export function mondayOf(week: string): Day | null {
  const match = /^(\d{4})-W(\d{2})/.exec(week);
  if (match === null) return null;
  const fourth = { year: Number(match[1]), month: 1, day: 4 };
  return addDays(fourth, -weekdayOf(fourth) + (Number(match[2]) - 1) * 7);
}
