/** Expressions that count from the bulletin's date: "Wednesday", "last month", "two days ago", "this year", "now". */
import { addDays, addMonths, type Day, isoDay, isoMonth, isoWeek, isoYear, parseDay, weekdayOf } from './calendar.ts';
import { countOf, dayPartOf, monthOf, numberOf, seasonOf, SOURCE, unitOf, weekdayIndex } from './lexicon.ts';
import { type DateContext, type DateRule, date, type Reading, rule } from './rule.ts';

const { month, weekday, unit, season, dayPart, number, vagueNumber } = SOURCE;

/** A day `count` units on, written as precisely as the unit is. Units below the day stay on the day; null: unknown unit. */
function shifted(from: Day, count: number, unitCode: string): string | null {
  switch (unitCode) {
    case 'TS':
    case 'TM':
    case 'TH':
      return isoDay(from);
    case 'D':
      return isoDay(addDays(from, Math.trunc(count)));
    case 'W':
    case 'WE':
      return isoWeek(addDays(from, Math.trunc(count * 7)));
    case 'FN':
      return isoWeek(addDays(from, Math.trunc(count * 14)));
    case 'M':
      return isoMonth(addMonths(from, Math.trunc(count)));
    case 'Q': {
      const moved = addMonths(from, Math.trunc(count) * 3);
      return `${isoYear(moved)}-Q${Math.ceil(moved.month / 3)}`;
    }
    case 'Y':
      return isoYear(addMonths(from, Math.trunc(count * 12)));
    case 'DE':
      return isoYear(addMonths(from, Math.trunc(count * 120))).slice(0, 3);
    case 'CE':
      return isoYear(addMonths(from, Math.trunc(count * 1200))).slice(0, 2);
    default:
      return null;
  }
}

/** The weekday nearest to the reference in the tense's direction, or in either; the reference itself counts as both. */
function nearestWeekday(index: number, { reference, direction }: DateContext): Day | null {
  if (reference === null) return null;
  const back = (weekdayOf(reference) - index + 7) % 7;
  const isBehind = direction === 'past' || back === 0 || (direction === 'near' && back <= 3);
  return addDays(reference, isBehind ? -back : 7 - back);
}

function onDay(day: Day | null, part: string | undefined): Reading {
  const code = part === undefined ? null : dayPartOf(part);
  if (code === null) return date(day === null ? null : isoDay(day));
  return { value: day === null ? null : `${isoDay(day)}T${code}`, type: 'TIME' };
}

/**
 * What lies `count` units from an anchor, or null where the anchor is not as precise as the unit: nobody knows what day
 * "two days later" is after "in May".
 */
function fromAnchor({ anchor }: DateContext, count: number, unitCode: string): string | null {
  const iso = anchor?.replace(/T.*$/, '') ?? '';
  const day = parseDay(iso);
  const needed = ['Y', 'DE', 'CE'].includes(unitCode) ? 4 : ['M', 'Q'].includes(unitCode) ? 7 : 10;
  if (day === null || iso.length < needed) return null;
  // A week or two after a day is a day; years after a year are a year.
  const days = { W: 7, FN: 14 }[unitCode];
  return days === undefined ? shifted(day, count, unitCode) : isoDay(addDays(day, Math.trunc(count * days)));
}

/** What lies `count` units from the bulletin's date; null where it has none. */
function fromReference({ reference }: DateContext, count: number, unitCode: string): string | null {
  return reference === null ? null : shifted(reference, count, unitCode);
}

/** What lies `count` units from the date told before, or else from the bulletin's. */
const fromEither = (context: DateContext, count: number, unitCode: string): Reading =>
  date(fromAnchor(context, count, unitCode) ?? fromReference(context, count, unitCode));

const STEP: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};

/** "The following year" follows the year that was told; "next year" the bulletin's. */
const isRelating = (word: string | undefined): boolean => /^(?:previous|following)$/i.test(word ?? '');

const stepOf = (word: string | undefined): number => STEP[(word ?? '').toLowerCase()] ?? 0;

const which = '(?<which>last|past|previous|this|current|next|coming|following)';
const about = '(?:(?:about|around|nearly|almost|over|more than|some|exactly) )?';
const edge = '(?:(?:earlier|later|early|late) |the (?:beginning|start|middle|end) of )?';

export const RELATIVE_RULES: readonly DateRule[] = [
  rule('weekday', `(?<weekday>${weekday})(?: (?<part>${dayPart}))?`, (groups, context) => {
    const index = weekdayIndex(groups['weekday'] ?? '');
    return index === null ? null : onDay(nearestWeekday(index, context), groups['part']);
  }),
  rule('which-weekday', `${which} (?<weekday>${weekday})(?: (?<part>${dayPart}))?`, (groups, { reference }) => {
    const index = weekdayIndex(groups['weekday'] ?? '');
    if (index === null) return null;
    if (reference === null) return onDay(null, groups['part']);
    const step = stepOf(groups['which']);
    const back = (weekdayOf(reference) - index + 7) % 7;
    if (step < 0) return onDay(addDays(reference, back === 0 ? -7 : -back), groups['part']);
    const ahead = (7 - back) % 7;
    return onDay(addDays(reference, step > 0 && ahead === 0 ? 7 : ahead), groups['part']);
  }),
  rule('weekday-of-week', `(?<weekday>${weekday})(?: of)? (?<which>last|this|next) week`, (groups, { reference }) => {
    const index = weekdayIndex(groups['weekday'] ?? '');
    if (index === null || reference === null) return index === null ? null : date(null);
    const monday = addDays(reference, 7 * stepOf(groups['which']) - weekdayOf(reference));
    return date(isoDay(addDays(monday, index)));
  }),
  rule('day-but-one', '(?:the )?day (?<which>after tomorrow|before yesterday)', (groups, { reference }) =>
    onDay(reference === null ? null : addDays(reference, /^after/i.test(groups['which'] ?? '') ? 2 : -2), undefined),
  ),
  rule('day-word', `(?<word>today|yesterday|tomorrow)(?: (?<part>${dayPart}))?`, (groups, { reference }) => {
    const offset = { today: 0, yesterday: -1, tomorrow: 1 }[(groups['word'] ?? '').toLowerCase()] ?? 0;
    return onDay(reference === null ? null : addDays(reference, offset), groups['part']);
  }),
  rule('tonight', 'tonight|overnight', (_, { reference }) => onDay(reference, 'night')),
  rule(
    'day-part',
    '(?:(?:the )?(?<part>morning|afternoon|evening)|(?<hour>noon|midday|midnight))',
    (groups, { reference }, text) =>
      // "A morning ritual" names no time.
      groups['part'] !== undefined && !/^the /i.test(text) ? null : onDay(reference, groups['part'] ?? groups['hour']),
  ),
  rule('this-part', '(?:this|last) (?<part>morning|afternoon|evening|night)', (groups, { reference }, text) =>
    onDay(reference !== null && /^last/i.test(text) ? addDays(reference, -1) : reference, groups['part']),
  ),
  rule(
    'which-unit',
    `${edge}(?:the )?${which} (?<unit>${unit})(?! of (?:${month}|${SOURCE.year}|the (?:${unit})))`,
    (groups, context, text) => {
      const code = unitOf(groups['unit'] ?? '');
      // "The past decade" is ten years long; "the last day of April" is another's.
      if (code === null || code.startsWith('T') || /^the past/i.test(text)) return null;
      const plural = /s$/i.test(groups['unit'] ?? '');
      if (plural) return null;
      const step = stepOf(groups['which']);
      return isRelating(groups['which']) ? fromEither(context, step, code) : date(fromReference(context, step, code));
    },
  ),
  rule(
    'edge-of-unit',
    'the (?:beginning|start|middle|end) of the (?<unit>week|month|year|decade|century)',
    (groups, context) => {
      const code = unitOf(groups['unit'] ?? '');
      return date(code === null ? null : fromReference(context, 0, code));
    },
  ),
  rule('the-day', 'the day (?<which>before|after)(?= ?[,.;:)]|$)', (groups, context) =>
    fromEither(context, /^before/i.test(groups['which'] ?? '') ? -1 : 1, 'D'),
  ),
  rule('which-month', `${edge}${which} (?<month>${month})`, (groups, { reference }) => {
    const monthNumber = monthOf(groups['month'] ?? '');
    if (monthNumber === null) return null;
    if (reference === null) return date(null);
    const step = stepOf(groups['which']);
    const year =
      step < 0 && monthNumber >= reference.month
        ? reference.year - 1
        : step > 0 && monthNumber <= reference.month
          ? reference.year + 1
          : reference.year;
    return date(isoMonth({ year, month: monthNumber, day: 1 }));
  }),
  rule('which-season', `${which} (?<season>${season})`, (groups, { reference }) => {
    const code = seasonOf(groups['season'] ?? '');
    if (code === null) return null;
    return date(reference === null ? null : `${isoYear(addMonths(reference, stepOf(groups['which']) * 12))}-${code}`);
  }),
  rule(
    'ago',
    `${about}(?<count>${number}|half an?) (?<unit>${unit}) (?<where>ago|earlier(?! than)|before(?= ?[,.;:)]|$))`,
    (groups, context) => {
      const count = countOf(groups['count'] ?? '');
      const code = unitOf(groups['unit'] ?? '');
      if (count === null || code === null) return null;
      const [units, unitCode] = count === 0.5 && code === 'Y' ? [6, 'M'] : [count, code];
      return /^ago/i.test(groups['where'] ?? '')
        ? date(fromReference(context, -units, unitCode))
        : fromEither(context, -units, unitCode);
    },
  ),
  rule(
    'later',
    `${about}(?<count>${number}) (?<unit>${unit}) (?:later(?! than)|after(?= ?[,.;:)]|$))`,
    (groups, context) => {
      const count = numberOf(groups['count'] ?? '');
      const code = unitOf(groups['unit'] ?? '');
      return count === null || code === null ? null : date(fromAnchor(context, count, code));
    },
  ),
  rule('in-units', `in (?<count>${number}) (?<unit>${unit})(?: time)?`, (groups, context) => {
    const count = numberOf(groups['count'] ?? '');
    const code = unitOf(groups['unit'] ?? '');
    // "The worst in 50 years" looks back; only what is to come counts on.
    if (count === null || code === null || context.direction !== 'future') return null;
    return date(fromReference(context, count, code));
  }),
  rule('vague-ago', `(?:${vagueNumber}) (?:${unit}) (?:ago|earlier)`, () => date('PAST_REF')),
  rule('same-day', '(?:the )?(?:same|that) (?<unit>day|week|month|year)', (groups, context) => {
    const code = unitOf(groups['unit'] ?? '');
    return code === null ? null : fromEither(context, 0, code);
  }),
  rule('now', 'now|currently|at present|at the moment|presently|these days', () => date('PRESENT_REF')),
  rule(
    'past',
    `recently|in the past(?! (?:${number}|${vagueNumber}|${unit}))|previously|formerly|once|lately|in recent (?:days|weeks|months|years)`,
    (_, __, text) => (/^once$/i.test(text) ? null : date('PAST_REF')),
  ),
  rule(
    'future',
    'soon|shortly(?! (?:after|before))|in the (?:near )?future|in the coming (?:days|weeks|months|years)',
    () => date('FUTURE_REF'),
  ),
];
