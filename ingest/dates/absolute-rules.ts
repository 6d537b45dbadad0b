/** Expressions that name their year, month or day themselves: "25 December 2024", "in May", "the 1990s", "10 a.m.". */
import { addDays, addMonths, type Day, isDay, isoDay, isoMonth, isoYear, parseDay } from './calendar.ts';
import { dayPartOf, monthOf, ordinalOf, seasonOf, SOURCE } from './lexicon.ts';
import { type DateContext, type DateRule, date, type Groups, type Reading, rule } from './rule.ts';

const { month, day, year, weekday, dayPart, season } = SOURCE;

const before = (a: Day, b: Day): boolean => isoDay(a) < isoDay(b);

/**
 * The year that a month or day without one belongs to: the nearest in the direction of the verb's tense, or in either
 * where the tense tells neither.
 */
function yearFor(partial: { month: number; day: number | null }, { reference, direction }: DateContext): number | null {
  if (reference === null) return null;
  const here = { year: reference.year, month: partial.month, day: partial.day ?? reference.day };
  if (partial.day === null && partial.month === reference.month) return reference.year;
  if (direction === 'past') return before(reference, here) ? reference.year - 1 : reference.year;
  if (direction === 'future') return before(here, reference) ? reference.year + 1 : reference.year;
  const months = (here.year - reference.year) * 12 + here.month - reference.month + (here.day - reference.day) / 31;
  return months > 6 ? reference.year - 1 : months < -6 ? reference.year + 1 : reference.year;
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
  return part === null ? date(value) : { value: `${value}T${part}`, type: 'TIME' };
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

/** Feasts that fall on the same day every year, with month and day. */
const HOLIDAYS: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ["new year's day", [1, 1]],
  ["valentine's day", [2, 14]],
  ['may day', [5, 1]],
  ['halloween', [10, 31]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['christmas', [12, 25]],
  ['boxing day', [12, 26]],
  ["new year's eve", [12, 31]],
]);
const HOLIDAY_NAMES = [...HOLIDAYS.keys()].join('|').replaceAll("'", "['’]");

export const ABSOLUTE_RULES: readonly DateRule[] = [
  rule('iso-day', `(?<year>${year})-(?<month>\\d\\d)-(?<day>\\d\\d)`, ({ year: y, month: m, day: d }) => {
    const read = { year: Number(y), month: Number(m), day: Number(d) };
    return isDay(read) ? date(isoDay(read)) : null;
  }),
  // Written with strokes the order of day and month is the writer's: only where one is above 12 do the numbers tell.
  rule('stroke-day', `(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>${year})`, (groups) => {
    const [first, second] = [Number(groups['first']), Number(groups['second'])];
    const [dayNumber, monthNumber] = first > 12 ? [first, second] : [second, first];
    const read = { year: Number(groups['year']), month: monthNumber, day: dayNumber };
    if (!isDay(read)) return null;
    return date(first <= 12 && second <= 12 && first !== second ? isoYear(read) : isoDay(read));
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
  // "From 10 to 12 March": the first day takes its month from the last.
  rule(
    'day-to-day-month',
    `(?<day>${day})(?= ?(?:-|–|to|and|or|until) ?(?:${day}) (?:of )?(?<month>${month})(?:,? (?<year>${year}))?)`,
    readMonthDay,
  ),
  rule(
    'edge-day',
    `(?:the )?(?<which>first|last) day of (?<month>${month})(?:,? (?<year>${year}))?`,
    (groups, context) => {
      const first = readMonthDay({ ...groups, day: '1' }, context);
      const start = parseDay(first?.value ?? '');
      if (start === null || /^first/i.test(groups['which'] ?? '')) return first;
      return date(isoDay(addDays(addMonths({ ...start, day: 1 }, 1), -1)));
    },
  ),
  rule('holiday', `(?<name>${HOLIDAY_NAMES})(?:,? (?<year>${year}))?`, (groups, context) => {
    const [monthNumber, dayNumber] = HOLIDAYS.get((groups['name'] ?? '').toLowerCase().replace('’', "'")) ?? [0, 0];
    const yearNumber =
      groups['year'] === undefined ? yearFor({ month: monthNumber, day: dayNumber }, context) : Number(groups['year']);
    return date(yearNumber === null ? null : isoDay({ year: yearNumber, month: monthNumber, day: dayNumber }));
  }),
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
      const quarter = ordinalOf(groups['which'] ?? '');
      if (quarter === null) return null;
      const yearText = groups['year'] ?? yearFor({ month: quarter * 3 - 2, day: 1 }, context);
      return date(yearText === null ? null : `${yearText}-Q${quarter}`);
    },
  ),
  rule('half', `(?:the )?(?<which>first|second) half of (?:the year )?(?<year>${year})`, (groups) =>
    date(`${groups['year']}-H${ordinalOf(groups['which'] ?? '')}`),
  ),
  rule('quarter-short', `Q(?<which>[1-4]) (?<year>${year})`, (groups) => date(`${groups['year']}-Q${groups['which']}`)),
  rule('decade', "(?:the )?(?:early |mid[- ]?|late )?(?<decade>(?:1[5-9]|20)\\d)0'?s", (groups) =>
    date(groups['decade'] ?? null),
  ),
  rule('short-decade', "the (?:early |mid[- ]?|late )?['’](?<decade>[2-9])0s", (groups) =>
    date(`19${groups['decade']}`),
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
  rule('clock-digits', '(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d) (?:GMT|UTC|local time|hours)', readClock),
  rule('clock-hour', '(?<hour>1[0-2]|[1-9]) ?(?<half>[ap]\\.?m\\.?)(?: (?:GMT|UTC|local time))?', readClock),
];
