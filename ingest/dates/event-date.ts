/** The date of what a trigger word tells: the expression that the tree attaches to it, else the bulletin's own date. */
import type { DatePrecision } from '../../graph/model/vocabulary.ts';
import type { Doc, Token } from '../nlp/doc.ts';
import { addDays, isoDay, isoMonth, mondayOf, parseDay } from './calendar.ts';
import type { DateExpression } from './resolve.ts';
import { ancestors } from './tense.ts';

/** An ISO date or prefix of one, as statements carry it. */
export interface EventDate {
  readonly date: string;
  readonly precision: DatePrecision;
}

/** Edges above which another clause begins: a date inside does not date what is outside. */
const CLAUSE_EDGES = new Set(['relcl', 'acl', 'advcl', 'ccomp', 'csubj', 'parataxis', 'pcomp']);
/** Edges from a trigger up to the word that carries its tense and adverbs: "held" above "talks". */
const CARRIER_EDGES = new Set([
  'dobj',
  'pobj',
  'prep',
  'xcomp',
  'nsubj',
  'nsubjpass',
  'attr',
  'oprd',
  'compound',
  'agent',
  'dative',
  'conj',
  'appos',
  'nmod',
]);

/** The statement's date that a TIMEX3 value stands for; null for spans, vague times and what is longer than a year. */
export function toEventDate(value: string | null): EventDate | null {
  if (value === null) return null;
  const iso = /^(\d{4})(-\d{2})?(-\d{2})?(?:T.*)?$/.exec(value);
  if (iso !== null) {
    const date = `${iso[1]}${iso[2] ?? ''}${iso[3] ?? ''}`;
    return { date, precision: iso[3] !== undefined ? 'day' : iso[2] !== undefined ? 'month' : 'year' };
  }
  const monday = mondayOf(value);
  if (monday !== null) return { date: isoMonth(monday), precision: 'month' };
  const partOfYear = /^(\d{4})-(?:Q\d|H\d|SP|SU|FA|WI)$/.exec(value);
  return partOfYear?.[1] === undefined ? null : { date: partOfYear[1], precision: 'year' };
}

/** A date in front of a noun is part of what it names ("the 2015 accord", "last week's vote") and dates that alone. */
const MODIFIER_EDGES = new Set(['nummod', 'compound', 'nmod', 'amod', 'poss']);
/** Prepositions whose date bounds a state and is not the date of what happened. */
const BOUNDS = new Set(['since', 'until', 'till', 'before', 'after']);

/** How many edges lie between each word that the date may belong to and the date itself. */
function reach(doc: Doc, expression: DateExpression): Map<number, number> {
  const head = doc.tokens
    .slice(expression.first, expression.last + 1)
    .find((token) => token.head < expression.first || token.head > expression.last || token.head === token.i);
  const distances = new Map<number, number>();
  if (head === undefined) return distances;
  if (BOUNDS.has(doc.tokens[head.head]?.text.toLowerCase() ?? '') && head.dep === 'pobj') return distances;
  // Right behind a preposition ("On Monday Chile ...") the tree's modifier is a misreading.
  const modifies =
    MODIFIER_EDGES.has(head.dep) && head.head > head.i && doc.tokens[expression.first - 1]?.pos !== 'ADP';
  for (const [distance, token] of ancestors(doc, head).entries()) {
    distances.set(token.i, distance);
    if (distance === 0) continue;
    // What hangs on a later conjunct does not date the first: "met A and is to see B next week".
    if (modifies || CLAUSE_EDGES.has(token.dep) || (token.dep === 'conj' && token.pos === 'VERB')) break;
  }
  return distances;
}

/** The trigger and the words above it whose adverbs date it too. */
function carriers(doc: Doc, trigger: Token): Token[] {
  const chain = ancestors(doc, trigger);
  const end = chain.findIndex((token) => !CARRIER_EDGES.has(token.dep));
  return end === -1 ? chain : chain.slice(0, end + 1);
}

/**
 * The date that the sentence gives for the trigger, or null where it gives none.
 * @param trigger index of the token that carries the predicate
 */
function statedDate(doc: Doc, expressions: readonly DateExpression[], trigger: number): EventDate | null {
  const token = doc.tokens[trigger];
  if (token === undefined) return null;
  const chain = carriers(doc, token);
  let nearest: { date: EventDate; distance: number } | null = null;
  for (const expression of expressions) {
    if (Math.abs(expression.first - trigger) > 120) continue;
    const date = toEventDate(expression.value);
    if (date === null) continue;
    const distances = reach(doc, expression);
    for (const [steps, carrier] of chain.entries()) {
      const below = distances.get(carrier.i);
      if (below === undefined) continue;
      // What hangs on a later conjunct dates that one alone: "met A and flew home on Friday".
      const viaConjunct = chain.slice(0, steps).some((step) => step.dep === 'conj');
      if (viaConjunct && expression.first > token.i) break;
      const distance = steps * 2 + below;
      if (nearest === null || distance < nearest.distance) nearest = { date, distance };
      break;
    }
  }
  return nearest?.date ?? null;
}

/**
 * Whether the sentence puts the trigger before the time of the bulletin without saying when: "had accused", "a citizen
 * detained by", "who fought". The bulletin's date would be a guess there.
 */
function isBackground(doc: Doc, trigger: Token): boolean {
  const clause = ancestors(doc, trigger).find((token) => token.pos === 'VERB' || token.pos === 'AUX');
  if (clause === undefined) return false;
  if (clause.dep === 'relcl' && (clause.tag === 'VBD' || clause.tag === 'VBN')) return true;
  if (clause.dep === 'acl' && clause.tag === 'VBN') return true;
  return doc.tokens
    .slice(Math.max(0, clause.i - 6), clause.i)
    .some((token) => token.head === clause.i && token.dep === 'aux' && token.text.toLowerCase() === 'had');
}

const NUMBERS = new Map(
  ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((word, at) => [word, Math.max(1, at)]),
);

/** "a day after protesters stormed", "two weeks after": as long before the main clause as it says; days and weeks only to the day. */
function offsetDate(
  doc: Doc,
  expressions: readonly DateExpression[],
  trigger: number,
  reference: string | null,
): EventDate | null {
  const token = doc.tokens[trigger];
  const clause = token === undefined ? undefined : carriers(doc, token).find((word) => word.dep === 'advcl');
  if (clause === undefined) return null;
  const below = doc.tokens.slice(Math.max(0, clause.i - 20), clause.i).filter((word) => word.head === clause.i);
  const unit = below.find((word) => word.dep === 'npadvmod');
  if (unit === undefined || !below.some((word) => word.dep === 'mark' && word.text.toLowerCase() === 'after'))
    return null;
  const amount = doc.tokens[unit.i - 1]?.text.toLowerCase() ?? '';
  const count = NUMBERS.get(amount) ?? Number(amount);
  const main = statedDate(doc, expressions, clause.head) ?? toEventDate(reference);
  if (main === null || !Number.isInteger(count) || count < 1) return null;
  const lemma = unit.lemma.toLowerCase();
  if (lemma === 'year') return { date: String(Number(main.date.slice(0, 4)) - count), precision: 'year' };
  const days = lemma === 'day' ? count : lemma === 'week' ? 7 * count : 0;
  if (days === 0 || main.precision !== 'day') return null;
  const day = parseDay(main.date);
  return day === null ? null : { date: isoDay(addDays(day, -days)), precision: 'day' };
}

/**
 * The date of an event: stated, or else the bulletin's day for what it reports as news.
 * @param reference ISO date of the bulletin, or null
 * @param reported false for what is planned, possible or standing: the bulletin's day says nothing of those
 */
export function eventDate(
  doc: Doc,
  expressions: readonly DateExpression[],
  trigger: number,
  reference: string | null,
  reported: boolean,
): EventDate | null {
  const stated = statedDate(doc, expressions, trigger) ?? offsetDate(doc, expressions, trigger, reference);
  if (stated !== null || !reported || reference === null) return stated;
  const token = doc.tokens[trigger];
  return token === undefined || isBackground(doc, token) ? null : toEventDate(reference);
}
