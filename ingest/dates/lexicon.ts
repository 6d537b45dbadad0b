/** English words of the calendar with what they count for, and the regular expressions built from them. */

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, index): [string, number] => [name, index + 1]),
  ...MONTH_NAMES.map((name, index): [string, number] => [name.slice(0, 3), index + 1]),
  ['sept', 9],
]);

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name, index) => [name, index]),
);

const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ].map((name, value): [string, number] => [name, value]),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
]);

/** Tens and hundreds take a number behind them ("forty-two"); the article, which counts one, does not: "a two-day visit". */
const ARTICLES = new Set(['a', 'an', 'another']);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth'].map((name, index) => [name, index + 1]),
);

/** TIMEX3 letters of the units; a unit of time of day follows a `T` in durations. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['second', 'TS'],
  ['minute', 'TM'],
  ['hour', 'TH'],
  ['day', 'D'],
  ['night', 'D'],
  ['weekend', 'WE'],
  ['week', 'W'],
  ['fortnight', 'FN'],
  ['month', 'M'],
  ['quarter', 'Q'],
  ['year', 'Y'],
  ['decade', 'DE'],
  ['century', 'CE'],
  ['centurie', 'CE'],
]);

const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
]);

/** TIMEX3's codes for parts of the day. */
const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['midday', 'MI'],
  ['noon', '12:00'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['midnight', '24:00'],
]);

const alternatives = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|');

const ones = '(?:one|two|three|four|five|six|seven|eight|nine)';
const smallNumber = `(?:${alternatives(SMALL_NUMBERS.keys())})`;
const onesBehind = `(?:[- ]${ones})?`;

/** Sources of regular expressions, to be put between non-capturing or named groups. */
export const SOURCE = {
  month: `${MONTH_NAMES.join('|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?`,
  weekday: alternatives(WEEKDAYS.keys()),
  unit: 'seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries',
  season: alternatives(SEASONS.keys()),
  dayPart: 'morning|afternoon|evening|night|midday|noon|midnight',
  number: `\\d{1,4}(?:\\.\\d+)?|an?|another|(?:a|${ones}) hundred(?: and)?(?: ${smallNumber})?${onesBehind}|${smallNumber}${onesBehind}`,
  vagueNumber: 'several|some|many|a few|few|a couple of|a couple|a number of|dozens of|recent',
  day: '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?',
  year: '(?:1[5-9]|20)\\d\\d',
} as const;

const key = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** 1 to 12, or null where the word names no month. */
export const monthOf = (word: string): number | null => MONTHS.get(key(word)) ?? null;

/** 0 for Monday to 6 for Sunday, or null. */
export const weekdayIndex = (word: string): number | null => WEEKDAYS.get(key(word)) ?? null;

/** The value of a number in digits or words up to 999, or null where the words are vague ("several"). */
export function numberOf(words: string): number | null {
  if (/^[\d.]+$/.test(words)) return Number(words);
  if (ARTICLES.has(words.toLowerCase())) return 1;
  let total = 0;
  for (const word of words.toLowerCase().split(/[- ]/)) {
    if (word === 'and' || (word === 'a' && total === 0)) continue;
    const value = SMALL_NUMBERS.get(word);
    if (value === undefined) return null;
    total = value === 100 ? Math.max(total, 1) * 100 : total + value;
  }
  return total;
}

/** {@link numberOf}, and one half for "half a". */
export const countOf = (words: string): number | null => (/^half an?$/i.test(words) ? 0.5 : numberOf(words));

export const ordinalOf = (word: string): number | null => ORDINALS.get(key(word)) ?? null;

/** TIMEX3's letter for a unit in singular or plural, or null. */
export const unitOf = (word: string): string | null => UNITS.get(key(word).replace(/(?<=.)s$/, '')) ?? null;

export const seasonOf = (word: string): string | null => SEASONS.get(key(word)) ?? null;

export const dayPartOf = (word: string): string | null => DAY_PARTS.get(key(word)) ?? null;
