/**
 * From drafts to statements: polarity, status, holder, quote and sentence; the table's domain and range a last time;
 * one statement for each predicate, pair and sentence.
 */
import { accepts } from '../../graph/model/predicates.ts';
import type { Status } from '../../graph/model/vocabulary.ts';
import type { Argument, Span } from '../../graph/model/extraction.ts';
import type { Seams } from './seams.ts';
import { holderOf } from './attribution.ts';
import { contextOf, isBygone } from './context.ts';
import type { Unrated } from './confidence.ts';
import type { Draft } from './draft.ts';
import type { Filler, Reading } from './fillers.ts';
import { misreading } from './misread.ts';
import { placeOf } from './place.ts';
import { predicateRow } from './slots.ts';
import { tokenAt } from './tree.ts';
import { asMeant, unsoundness } from './unsound.ts';

/** Dresses the drafts and drops those that the table forbids or that say the same twice. */
export function dressAll(reading: Reading, drafts: readonly Draft[], seams: Seams): Unrated[] {
  const seen = new Set<string>();
  const statements: Unrated[] = [];
  for (const draft of drafts.map(asMeant).sort((a, b) => a.trigger - b.trigger)) {
    const row = predicateRow(draft.predicate);
    if (!accepts(row.subject, draft.subject.entity.type) || !accepts(row.object, draft.object?.entity.type ?? null)) {
      reading.why?.(draft.trigger, draft.rule, `${shown(draft)}: not in the domain or range of the predicate`);
      continue;
    }
    const unsound = unsoundness(reading, draft) ?? misreading(reading, draft);
    if (unsound !== null) {
      reading.why?.(draft.trigger, draft.rule, `${shown(draft)}: ${unsound}`);
      continue;
    }
    const key = identity(reading, draft, row.symmetric);
    if (seen.has(key)) {
      reading.why?.(draft.trigger, draft.rule, `${shown(draft)}: said before in this sentence`);
      continue;
    }
    seen.add(key);
    reading.why?.(draft.trigger, draft.rule, `gives ${shown(draft)}`);
    statements.push(dress(reading, draft, seams));
  }
  return statements;
}

function shown(draft: Draft): string {
  return [draft.subject.entity.name, draft.predicate, draft.object?.entity.name ?? '-'].join(' ');
}

function identity(reading: Reading, draft: Draft, symmetric: boolean): string {
  const pair = [draft.subject.entity.key, draft.object?.entity.key ?? ''];
  if (symmetric) pair.sort();
  return [draft.predicate, ...pair, reading.tree.sentenceOf[draft.trigger]].join('|');
}

function dress(reading: Reading, draft: Draft, seams: Seams): Unrated {
  const context = contextOf(reading.tree, draft.trigger);
  const polarity = draft.polarity ?? (draft.background === true ? 'affirmed' : context.polarity);
  const bygone = draft.status === 'ongoing' && isBygone(reading.tree, draft.trigger);
  const status = bygone ? 'occurred' : statusOf(draft, context.status);
  const speaker = draft.background === true ? null : holderOf(reading, draft.trigger);
  const holder = status === 'occurred' && isOwnSaying(draft, speaker) ? null : speaker;
  const place = draft.background === true ? null : placeOf(reading, draft);
  const date = draft.background ? null : seams.dateOf(draft.trigger, status);
  return {
    predicate: draft.predicate,
    subject: argument(draft.subject),
    object: draft.object === null ? null : argument(draft.object),
    lemma: draft.lemma,
    polarity,
    status,
    saidBy: holder === null ? null : argument(holder),
    place: place === null ? null : argument(place),
    date: date?.value ?? null,
    datePrecision: date?.precision ?? null,
    ...seams.codesOf(draft.predicate, draft.lemma, status, polarity),
    title: draft.title ?? null,
    quote: quoteOf(reading, draft),
    sentence: sentenceOf(reading, draft.trigger),
    rule: draft.rule,
  };
}

/** That somebody accuses or calls on another is what he does, also where it stands among what he says. */
function isOwnSaying({ predicate, subject, object, rule }: Draft, speaker: Filler | null): boolean {
  if (speaker === null || !OWN_SAYINGS.has(predicate)) return false;
  const { key } = speaker.entity;
  // "X says that Y should": the words below the verb of saying are not Y's.
  return key === subject.entity.key || (rule.startsWith('speech') && key === object?.entity.key);
}

const OWN_SAYINGS = new Set(['ACCUSED', 'CALLED_ON', 'CRITICIZED', 'THREATENED', 'DENIED', 'APOLOGIZED_TO']);

/** A pattern's own status counts unless the sentence says that it is yet to come; background is as the pattern says. */
function statusOf(draft: Draft, read: Status): Status {
  // "demanded the release of X by Y": background of the demand, and yet not done.
  if (draft.background === true) return draft.status ?? (read === 'demanded' ? read : 'occurred');
  if (draft.status === 'ongoing' && STANDING.has(draft.lemma)) return draft.status;
  return draft.status !== undefined && read === 'occurred' ? draft.status : read;
}

/** Nouns for what somebody is, whatever the act is around them: "a coup attempt by supporters of X". */
const STANDING = new Set(['supporter', 'opponent', 'ally', 'rival', 'critic', 'backer', 'member']);

function argument(filler: Filler): Argument {
  const { text, start, end } = filler.mention;
  return { entity: filler.entity.key, text, start, end };
}

/** The smallest stretch of the sentence that holds the trigger and those arguments that stand in it. */
function quoteOf(reading: Reading, draft: Draft): Span {
  const { text } = reading.tree.doc;
  const sentence = sentenceOf(reading, draft.trigger);
  const parts = [...draft.words.map((i) => tokenAt(reading.tree, i)), draft.subject.mention, draft.object?.mention]
    .filter((part) => part !== undefined)
    .filter((part) => part.start >= sentence.start && part.end <= sentence.end);
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return { text: text.slice(start, end), start, end };
}

function sentenceOf(reading: Reading, token: number): Span {
  const { doc, sentenceOf: at } = reading.tree;
  const sentence = doc.sentences[at[token] ?? 0];
  const start = sentence === undefined ? 0 : tokenAt(reading.tree, sentence.first).start;
  const end = sentence === undefined ? doc.text.length : tokenAt(reading.tree, sentence.last).end;
  return { text: doc.text.slice(start, end), start, end };
}
