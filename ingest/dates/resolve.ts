/**
 * Finds the date expressions of a document and resolves them against the bulletin's date. Values are those of TIMEX3
 * (TimeML 1.2.1). Where several rules match at a token the longest match counts, and of equals the first in order.
 */
import type { Doc, Token, TokenSpan } from '../nlp/doc.ts';
import { ABSOLUTE_RULES } from './absolute-rules.ts';
import { parseDay } from './calendar.ts';
import { RELATIVE_RULES } from './relative-rules.ts';
import type { DateContext, DateRule, Reading } from './rule.ts';
import { SPAN_RULES } from './span-rules.ts';
import { directionAt } from './tense.ts';

export interface DateExpression extends TokenSpan, Reading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The rule that read it. */
  readonly rule: string;
}

const RULES: readonly DateRule[] = [...ABSOLUTE_RULES, ...RELATIVE_RULES, ...SPAN_RULES];

/** Words after which a bare number from 1500 to 2099 is a year. */
const YEAR_CUES = new Set(
  'in since of from until till by before after during between and to early late mid around year circa for ('.split(' '),
);

function isYear(doc: Doc, token: Token): boolean {
  const following = doc.tokens[token.i + 1];
  if (token.entType === 'DATE') return true;
  if (token.entType !== '' || following?.tag === 'NNS' || following?.text === '%') return false;
  return YEAR_CUES.has(doc.tokens[token.i - 1]?.text.toLowerCase() ?? '');
}

/** Whether a length of time is a person's age or a name's part, and so dates nothing. */
function isName(token: Token): boolean {
  return token.entIob === 'I' && ['ORG', 'PERSON', 'GPE', 'FAC', 'LAW', 'WORK_OF_ART', 'EVENT'].includes(token.entType);
}

interface Match {
  readonly rule: DateRule;
  readonly reading: Reading;
  readonly end: number;
}

function longestMatch(doc: Doc, token: Token, context: DateContext): Match | null {
  let longest: Match | null = null;
  for (const candidate of RULES) {
    candidate.pattern.lastIndex = token.start;
    const match = candidate.pattern.exec(doc.text);
    if (match === null || match[0] === '') continue;
    const end = token.start + match[0].length;
    if (longest !== null && end <= longest.end) continue;
    const reading = candidate.read(match.groups ?? {}, context, match[0]);
    if (reading !== null) longest = { rule: candidate, reading, end };
  }
  return longest;
}

/** The last token that begins before `end`. Expressions end at a token's end but for "2024," and the like. */
function lastTokenBefore(doc: Doc, from: number, end: number): number {
  let last = from;
  while ((doc.tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1;
  return last;
}

/** A calendar day or part of one that was just told and that later words count from; weeks and seasons are none. */
const ANCHOR = /^\d{4}(?:-\d{2}){0,2}(?:T.*)?$/;

/** "9 p.m. on Saturday", "the evening of 13 May": the time and the day are one expression. */
function joined(text: string, time: DateExpression, day: DateExpression): DateExpression | null {
  const between = text.slice(time.end, day.start);
  const isDay = day.type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(day.value ?? '');
  if (time.type !== 'TIME' || time.value === null || !isDay || !JOINED_BY.test(between)) return null;
  if (!TIME_ALONE.has(time.rule)) return null;
  const value = `${day.value}${time.value.replace(/^[^T]*/, '')}`;
  return { ...time, value, last: day.last, end: day.end, text: text.slice(time.start, day.end) };
}

const JOINED_BY = /^(?:,? (?:(?:on|of) )?)$/;
/** Rules whose times name no day themselves. */
const TIME_ALONE = new Set(['clock', 'clock-hour', 'clock-digits', 'day-part']);

/**
 * All date expressions, in the order of the text and without overlap.
 * @param reference ISO date of the bulletin. Null: relative expressions get the value null.
 */
export function resolveDates(doc: Doc, reference: string | null): DateExpression[] {
  const day = reference === null ? null : parseDay(reference);
  const found: DateExpression[] = [];
  let anchor: string | null = null;
  for (let i = 0; i < doc.tokens.length; i += 1) {
    const token = doc.tokens[i];
    if (token === undefined || isName(token) || !/[\p{L}\p{N}]/u.test(token.text[0] ?? '')) continue;
    const match = longestMatch(doc, token, {
      reference: day,
      anchor,
      // Asked for by few rules, and a walk up the tree.
      get direction() {
        return directionAt(doc, token);
      },
    });
    if (match === null || (match.rule.name === 'year' && match.end <= token.end && !isYear(doc, token))) continue;
    const last = lastTokenBefore(doc, i, match.end);
    const expression: DateExpression = {
      ...match.reading,
      first: i,
      last,
      start: token.start,
      end: match.end,
      text: doc.text.slice(token.start, match.end),
      rule: match.rule.name,
    };
    const before = found.at(-1);
    const whole = before === undefined ? null : joined(doc.text, before, expression);
    if (whole === null) found.push(expression);
    else found[found.length - 1] = whole;
    if (expression.type === 'DATE' && ANCHOR.test(expression.value ?? '')) anchor = expression.value;
    i = last;
  }
  return found;
}
