/** Expressions that name their year, month or day themselves: "25 December 2024", "in May", "the 1990s", "10 a.m.". */
import { type Day, isDay, isoDay, isoMonth } from './calendar.ts';
import { dayPartOf, monthOf, ordinalOf, seasonOf, SOURCE } from './lexicon.ts';
import { type DateContext, type DateRule, date, type Groups, type Reading, rule } from './rule.ts';

const { month, day, year, weekday, dayPart, season } = SOURCE;

const before = (a: Day, b: Day): boolean => isoDay(a) < isoDay(b);

/** The year that a month or day without one belongs to: the nearest in the direction of the verb's tense. */
function yearFor(partial: { month: number; day: number | null }, { reference, direction }: DateContext): number | null {
  if (reference === null) return null;
  const here = { year: reference.year, month: partial.month, day: partial.day ?? reference.day };
  const same = partial.day === null && partial.month === reference.month;
  if (direction === 'past') return !same && before(reference, here) ? reference.year - 1 : reference.year;
  return !same && before(here, reference) ? reference.year + 1 : reference.year;
}

function readMonthDay(groups: Groups, context: DateContext): Reading | null {
  const monthNumber = monthOf(groups['month'] ?? '');
  if (monthNumber === null) return null;
  const dayNumber = groups['day'] === undefined ? null : Number.parseInt(groups['day'], 10);
  const yearNumber =
    groups['year'] === undefined ? yearFor({ month: monthNumber, day: dayNumber }, context) : Number(groups['year']);
  if (yearNumber === null) return date(null);
  const read: Day = { year: yearNumber, month: monthNumber, day: dayNumber ?? 1 };
  if (!isDay(read)) return null;
  const value = dayNumber === null ? isoMonth(read) : isoDay(read);
  const part = dayPartOf(groups['part'] ?? '');
  return part === null ? date(value) : { value: `${value}T${part.replace(/^T/, '')}`, type: 'TIME' };
}

function readClock(groups: Groups, { reference }: DateContext): Reading | null {
  const hour = Number(groups['hour']);
  const minute = Number(groups['minute'] ?? 0);
  if (hour > 24 || minute > 59) return null;
  const afternoon = /^p/i.test(groups['half'] ?? '');
  const hours = (hour % 12) + (afternoon ? 12 : 0);
  const clock = `T${String(groups['half'] === undefined ? hour : hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { value: reference === null ? null : `${isoDay(reference)}${clock}`, type: 'TIME' };
}

const edge = '(?:(?:early|mid|late|the (?:beginning|start|middle|end) of)[- ]?)?';
const weekdayBefore = `(?:(?:${weekday}),? )?`;

export const ABSOLUTE_RULES: readonly DateRule[] = [
  rule('iso-day', `(?<year>${year})-(?<month>\\d\\d)-(?<day>\\d\\d)`, ({ year: y, month: m, day: d }) => {
    const read = { year: Number(y), month: Number(m), day: Number(d) };
    return isDay(read) ? date(isoDay(read)) : null;
  }),
  rule(
    'month-day-year',
    `${weekdayBefore}(?<month>${month}) (?:the )?(?<day>${day}),? (?<year>${year})(?: (?<part>${dayPart}))?`,
    readMonthDay,
  ),
  rule(
    'month-day',
    `${weekdayBefore}(?<month>${month}) (?:the )?(?<day>${day})(?: (?<part>${dayPart}))?`,
    readMonthDay,
  ),
  rule(
    'day-month',
    `${weekdayBefore}(?:the )?(?<day>${day}) (?:of )?(?<month>${month})(?:,? (?<year>${year}))?`,
    readMonthDay,
  ),
  rule('month-year', `${edge}(?<month>${month}),? (?:of )?(?<year>${year})`, readMonthDay),
  rule('month-of-year', `${edge}(?<month>${month}) (?:of )?(?<which>last|this|next) year`, (groups, { reference }) => {
    const monthNumber = monthOf(groups['month'] ?? '');
    if (monthNumber === null) return null;
    const step = { last: -1, this: 0, next: 1 }[(groups['which'] ?? '').toLowerCase()] ?? 0;
    return date(reference === null ? null : isoMonth({ year: reference.year + step, month: monthNumber, day: 1 }));
  }),
  rule(
    'month-to-month-year',
    `(?<month>${month})(?= (?:to|until|through|and) (?:${month}) (?<year>${year}))`,
    readMonthDay,
  ),
  // Capitals tell the month from the verb ("may", "march").
  rule(
    'month',
    `(?:[Ee]arly|[Mm]id|[Ll]ate)?[- ]?(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.)`,
    readMonthDay,
    true,
  ),
  rule('season-year', `(?:the )?${edge}(?<season>${season}) (?:of )?(?<year>${year})`, (groups) => {
    const code = seasonOf(groups['season'] ?? '');
    return code === null ? null : date(`${groups['year']}-${code}`);
  }),
  rule(
    'quarter',
    `(?:the )?(?<which>first|second|third|fourth) quarter(?: of (?<year>${year}))?`,
    (groups, context) => {
      const yearText = groups['year'] ?? context.reference?.year;
      return date(yearText === undefined ? null : `${yearText}-Q${ordinalOf(groups['which'] ?? '')}`);
    },
  ),
  rule('half', `(?:the )?(?<which>first|second) half of (?:the year )?(?<year>${year})`, (groups) =>
    date(`${groups['year']}-H${ordinalOf(groups['which'] ?? '')}`),
  ),
  rule('quarter-short', `Q(?<which>[1-4]) (?<year>${year})`, (groups) => date(`${groups['year']}-Q${groups['which']}`)),
  rule('decade', "(?:the )?(?:early |mid[- ]?|late )?(?<decade>(?:1[5-9]|20)\\d)0'?s", (groups) =>
    date(groups['decade'] ?? null),
  ),
  rule('century', '(?:the )?(?:early |mid[- ]?|late )?(?<which>1\\d|2[01])(?:th|st|nd|rd)[- ]century', (groups) =>
    date(String(Number(groups['which']) - 1)),
  ),
  rule('year', `${edge}(?<year>${year})`, (groups) => date(groups['year'] ?? null)),
  rule(
    'clock',
    '(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)(?: ?(?<half>[ap]\\.?m\\.?))?(?: (?:GMT|UTC|local time))?',
    readClock,
  ),
  rule('clock-hour', '(?<hour>1[0-2]|[1-9]) ?(?<half>[ap]\\.?m\\.?)(?: (?:GMT|UTC|local time))?', readClock),
];
