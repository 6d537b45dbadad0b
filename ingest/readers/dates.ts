/**
 * The date of publication as sources write it, to an ISO calendar date or a prefix of one. Only forms that mean one day
 * everywhere are read: 01/02/2024 is not.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function iso(year: string, month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const prefix = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return prefix;
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = Number(day);
  return dayNumber >= 1 && dayNumber <= last ? `${prefix}-${day.padStart(2, '0')}` : null;
}

function named(year: string, month: string, day: string): string | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : iso(year, String(index + 1), day);
}

/**
 * Reads `2024`, `2024-12`, `2024-12-25`, `20241225`, an ISO date with a time, an RFC 2822 date, `25 December 2024` and
 * `December 25, 2024`. A time of day is dropped: the date is the one written, in the writer's own time zone.
 * @returns null where it is none of these, or no day of the calendar
 */
export function readDate(written: string): string | null {
  const text = written.trim();
  const plain =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:?\d{2}/.exec(text);
  if (plain?.[1]) return iso(plain[1], plain[2], plain[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact?.[1]) return iso(compact[1], compact[2], compact[3]);
  const dayFirst = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?:\s+\d{1,2}:\d{2}.*)?$/.exec(
    text,
  );
  if (dayFirst?.[1] && dayFirst[2] && dayFirst[3]) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(text);
  if (monthFirst?.[1] && monthFirst[2] && monthFirst[3]) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  return null;
}

/** The date that a file's name starts with (`2024-12-25-talks.txt`), or null. */
export function dateOfFileName(name: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(name);
  return match?.[1] ? readDate(match[1]) : null;
}
