/**
 * Statements of one resolved bulletin. The rules run in a fixed order over each token: compounds, verbs, event nouns;
 * then verbs that nobody knows; offices come from the entities. Rules only draft; dress.ts finishes.
 */
import type { ExtractedStatement } from '../../graph/model/extraction.ts';
import type { Codebook } from '../codebook/patterns.ts';
import type { ResolvedDocument } from '../document.ts';
import { readCompound, readDisputed } from './compound-rules.ts';
import { rated } from './confidence.ts';
import { withAccusers } from './denials.ts';
import { closeOffices } from './departures.ts';
import type { Draft } from './draft.ts';
import { dressAll } from './dress.ts';
import { readReactions } from './event-reference.ts';
import type { Reading, Why } from './fillers.ts';
import { readMembership } from './membership-rules.ts';
import { readNoun } from './noun-rules.ts';
import { readOffices } from './office-rules.ts';
import { readProtest } from './protest-rules.ts';
import type { Seams } from './seams.ts';
import { readSpeech } from './speech-rules.ts';
import { treeOf } from './tree.ts';
import { readUnknownVerb, readVerb } from './verb-rules.ts';

/** Reads all statements; the order is that of their triggers in the text. `why` is told of every trigger, if given. */
export function extractStatements(
  resolved: ResolvedDocument,
  codebook: Codebook,
  seams: Seams,
  why?: Why,
): ExtractedStatement[] {
  const reading: Reading = { tree: treeOf(resolved.doc), resolved, ...(why === undefined ? {} : { why }) };
  const used = new Set<number>();
  const drafts: Draft[] = [...readOffices(resolved)];
  const unknown: Draft[] = [];
  const protests: Draft[] = [];
  for (const { i } of resolved.doc.tokens) {
    drafts.push(
      ...readCompound(reading, i),
      ...readDisputed(reading, i),
      ...readMembership(reading, i),
      ...readSpeech(reading, i),
    );
    const verb = readVerb(reading, codebook, i);
    drafts.push(...verb.drafts);
    for (const word of verb.used) used.add(word);
    if (verb.drafts.length === 0) {
      unknown.push(...readUnknownVerb(reading, i));
      protests.push(...readProtest(reading, i));
    }
  }
  for (const { i } of resolved.doc.tokens) drafts.push(...readNoun(reading, codebook, i, used.has(i)));
  drafts.push(...readReactions(reading, codebook, drafts));
  const told = new Set(drafts.map((draft) => draft.trigger));
  drafts.push(...protests.filter((draft) => !told.has(draft.trigger)));
  const answered = withAccusers(reading, withoutMereComments(drafts));
  const statements = dressAll(reading, [...answered, ...withoutKnownPairs(unknown, drafts)], seams);
  return rated(closeOffices(reading, statements));
}

/** Whoever accuses or criticizes somebody with some words says no further thing of him with them. */
function withoutMereComments(drafts: readonly Draft[]): readonly Draft[] {
  const key = ({ trigger, subject, object }: Draft): string =>
    `${trigger}|${subject.entity.key}|${object?.entity.key ?? ''}`;
  const judged = new Set(drafts.filter((draft) => draft.rule === 'speech:verdict').map(key));
  return drafts.filter((draft) => draft.predicate !== 'COMMENTED_ON' || !judged.has(key(draft)));
}

/** A relation that no predicate fits is worth stating only where nothing better is known of the two. */
function withoutKnownPairs(unknown: readonly Draft[], drafts: readonly Draft[]): Draft[] {
  const pair = (draft: Draft): string => [draft.subject.entity.key, draft.object?.entity.key ?? ''].sort().join('|');
  const known = new Set(drafts.map(pair));
  return unknown.filter((draft) => !known.has(pair(draft)));
}
