/** Expressions that count from the bulletin's date: "Wednesday", "last month", "two days ago", "this year", "now". */
import { addDays, addMonths, type Day, isoDay, isoMonth, isoWeek, isoYear, weekdayOf } from './calendar.ts';
import { dayPartOf, monthOf, numberOf, seasonOf, SOURCE, unitOf, weekdayIndex } from './lexicon.ts';
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

/** The weekday nearest to the reference in the tense's direction; the reference itself counts as both. */
function nearestWeekday(index: number, { reference, direction }: DateContext): Day | null {
  if (reference === null) return null;
  const back = (weekdayOf(reference) - index + 7) % 7;
  return addDays(reference, direction === 'past' || back === 0 ? -back : 7 - back);
}

function onDay(day: Day | null, part: string | undefined): Reading {
  const code = part === undefined ? null : dayPartOf(part);
  if (code === null) return date(day === null ? null : isoDay(day));
  return { value: day === null ? null : `${isoDay(day)}T${code.replace(/^T/, '')}`, type: 'TIME' };
}

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

const stepOf = (word: string | undefined): number => STEP[(word ?? '').toLowerCase()] ?? 0;

const which = '(?<which>last|past|previous|this|current|next|coming|following)';
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
  rule('day-word', `(?<word>today|yesterday|tomorrow)(?: (?<part>${dayPart}))?`, (groups, { reference }) => {
    const offset = { today: 0, yesterday: -1, tomorrow: 1 }[(groups['word'] ?? '').toLowerCase()] ?? 0;
    return onDay(reference === null ? null : addDays(reference, offset), groups['part']);
  }),
  rule('tonight', 'tonight', (_, { reference }) => onDay(reference, 'night')),
  rule('this-part', '(?:this|last) (?<part>morning|afternoon|evening|night)', (groups, { reference }, text) =>
    onDay(reference !== null && /^last/i.test(text) ? addDays(reference, -1) : reference, groups['part']),
  ),
  rule('which-unit', `${edge}(?:the )?${which} (?<unit>${unit})`, (groups, { reference }) => {
    const code = unitOf(groups['unit'] ?? '');
    if (code === null || code.startsWith('T')) return null;
    const plural = /s$/i.test(groups['unit'] ?? '');
    if (plural) return null;
    return date(reference === null ? null : shifted(reference, stepOf(groups['which']), code));
  }),
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
    `(?:(?:about|around|nearly|almost|over|more than|some|exactly) )?(?<count>${number}) (?<unit>${unit}) (?<where>ago|earlier|before)`,
    (groups, { reference }) => {
      const count = numberOf(groups['count'] ?? '');
      const code = unitOf(groups['unit'] ?? '');
      if (count === null || code === null) return null;
      return date(reference === null ? null : shifted(reference, -count, code));
    },
  ),
  rule(
    'in-units',
    `(?:in|within) (?<count>${number}) (?<unit>${unit})(?: time)?`,
    (groups, { reference, direction }) => {
      const count = numberOf(groups['count'] ?? '');
      const code = unitOf(groups['unit'] ?? '');
      if (count === null || code === null || direction === 'past') return null;
      return date(reference === null ? null : shifted(reference, count, code));
    },
  ),
  rule('vague-ago', `(?:${vagueNumber}) (?:${unit}) (?:ago|earlier)`, () => date('PAST_REF')),
  rule('same-day', '(?:the )?(?:same|that) (?<unit>day|week|month|year)', (groups, { reference }) => {
    const code = unitOf(groups['unit'] ?? '');
    return code === null || reference === null ? date(null) : date(shifted(reference, 0, code));
  }),
  rule('now', 'now|currently|at present|at the moment|presently|these days', () => date('PRESENT_REF')),
  rule(
    'past',
    'recently|in the past|previously|formerly|once|lately|in recent (?:days|weeks|months|years)',
    (_, __, text) => (/^once$/i.test(text) ? null : date('PAST_REF')),
  ),
  rule('future', 'soon|shortly|in the (?:near )?future|in the coming (?:days|weeks|months|years)', () =>
    date('FUTURE_REF'),
  ),
];
