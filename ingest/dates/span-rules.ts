/** Lengths of time and repetitions: "three days", "a 40-year war", "every week", "daily". TIMEX3's DURATION and SET. */
import { numberOf, seasonOf, SOURCE, unitOf, weekdayIndex } from './lexicon.ts';
import { type DateRule, type Reading, rule } from './rule.ts';

const { unit, number, vagueNumber, weekday, season } = SOURCE;

/** `P3D`, `PT2H`, `P2Y`; an X stands for a number that the words do not give. */
function period(count: string, code: string): string {
  if (code === 'FN') return count === 'X' ? 'PXW' : `P${Number(count) * 2}W`;
  return code.startsWith('T') ? `PT${count}${code.slice(1)}` : `P${count}${code}`;
}

function duration(count: string | null, unitWord: string | undefined): Reading | null {
  const code = unitOf(unitWord ?? '');
  return code === null || count === null ? null : { value: period(count, code), type: 'DURATION' };
}

const weekly = (day: number): string => `XXXX-WXX-${day + 1}`;

function repeated(count: number | null, unitWord: string | undefined): Reading | null {
  const code = unitOf(unitWord ?? '');
  return code === null || count === null ? null : { value: period(String(count), code), type: 'SET' };
}

const DAILY: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annually: 'P1Y',
  annual: 'P1Y',
};

export const SPAN_RULES: readonly DateRule[] = [
  rule(
    'duration',
    `(?:the )?(?:(?:last|past|next|coming|previous|first|following) )?(?<count>${number})[- ](?<unit>${unit})(?:-(?:long|old))?`,
    (groups, _, text) => {
      // "A second" is more often an ordinal than a length of time.
      if (/^an? second$/i.test(text)) return null;
      const count = numberOf(groups['count'] ?? '');
      return duration(count === null ? null : String(count), groups['unit']);
    },
  ),
  rule('half-duration', `half an? (?<unit>hour|year|century|decade)|half-(?<joined>hour)`, (groups) => {
    const value = { hour: 'PT30M', year: 'P6M', decade: 'P5Y', century: 'P50Y' }[
      (groups['unit'] ?? groups['joined'] ?? '').toLowerCase()
    ];
    return value === undefined ? null : { value, type: 'DURATION' };
  }),
  rule(
    'long',
    '(?<unit>hours?|days?|weeks?|months?|years?|decades?|centuries|century)-?(?<what>long|old)',
    (groups) => {
      const plural = /s$/i.test(groups['unit'] ?? '');
      return plural || /^long$/i.test(groups['what'] ?? '') ? duration(plural ? 'X' : '1', groups['unit']) : null;
    },
  ),
  rule('the-past', 'the past (?<unit>hour|day|week|month|year|decade|century)', (groups) =>
    duration('1', groups['unit']),
  ),
  rule('vague-duration', `(?:the )?(?:(?:last|past|next|coming) )?(?:${vagueNumber}) (?<unit>${unit})`, (groups) =>
    duration('X', groups['unit']),
  ),
  rule('plural-duration', '(?:for )?(?<unit>hours|days|weeks|months|years|decades|centuries)', (groups) =>
    duration('X', groups['unit']),
  ),
  rule('every', `(?:every|each) (?:(?<count>${number}|other) )?(?<unit>${unit}|${weekday}|${season})`, (groups) => {
    const word = groups['unit'] ?? '';
    const day = weekdayIndex(word);
    if (day !== null) return { value: weekly(day), type: 'SET' };
    const part = seasonOf(word);
    if (part !== null) return { value: `XXXX-${part}`, type: 'SET' };
    return repeated(
      groups['count'] === undefined ? 1 : /^other$/i.test(groups['count']) ? 2 : numberOf(groups['count']),
      word,
    );
  }),
  rule('times-a', `(?:once|twice|(?:${number}) times) (?:an?|per|every|each) (?<unit>${unit})`, (groups) =>
    repeated(1, groups['unit']),
  ),
  rule('weekdays', `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days`, (_, __, text) => {
    const day = weekdayIndex(text.replace(/s$/i, ''));
    return day === null ? null : { value: weekly(day), type: 'SET' };
  }),
  rule('frequency', Object.keys(DAILY).join('|'), (_, __, text) => ({
    value: DAILY[text.toLowerCase()] ?? null,
    type: 'SET',
  })),
];
