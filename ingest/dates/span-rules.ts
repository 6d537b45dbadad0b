/** Lengths of time and repetitions: "three days", "a 40-year war", "every week", "daily". TIMEX3's DURATION and SET. */
import { numberOf, SOURCE, unitOf, weekdayIndex } from './lexicon.ts';
import { type DateRule, type Reading, rule } from './rule.ts';

const { unit, number, vagueNumber, weekday } = SOURCE;

/** `P3D`, `PT2H`, `P2Y`; an X stands for a number that the words do not give. */
function period(count: string, code: string): string {
  const multiple = (factor: number, letter: string): string =>
    count === 'X' ? `PX${letter}` : `P${Number(count) * factor}${letter}`;
  switch (code) {
    case 'FN':
      return multiple(2, 'W');
    case 'DE':
      return count === 'X' ? 'PXDE' : multiple(10, 'Y');
    case 'CE':
      return count === 'X' ? 'PXCE' : multiple(100, 'Y');
    default:
      return code.startsWith('T') ? `PT${count}${code.slice(1)}` : `P${count}${code}`;
  }
}

function duration(count: string | null, unitWord: string | undefined): Reading | null {
  const code = unitOf(unitWord ?? '');
  return code === null || count === null ? null : { value: period(count, code), type: 'DURATION' };
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
  rule('vague-duration', `(?:the )?(?:(?:last|past|next|coming) )?(?:${vagueNumber}) (?<unit>${unit})`, (groups) =>
    duration('X', groups['unit']),
  ),
  rule('plural-duration', '(?:for )?(?<unit>hours|days|weeks|months|years|decades|centuries)', (groups, _, text) =>
    /^for /i.test(text) ? duration('X', groups['unit']) : null,
  ),
  rule('every', `(?:every|each) (?<unit>${unit}|${weekday})`, (groups) => {
    const word = groups['unit'] ?? '';
    const day = weekdayIndex(word);
    if (day !== null) return { value: `XXXX-WXX-${day + 1}`, type: 'SET' };
    const code = unitOf(word);
    return code === null ? null : { value: period('1', code), type: 'SET' };
  }),
  rule('frequency', Object.keys(DAILY).join('|'), (_, __, text) => ({
    value: DAILY[text.toLowerCase()] ?? null,
    type: 'SET',
  })),
];
