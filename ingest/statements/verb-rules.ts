/**
 * Verbs of the codebook: for each verb the most demanding pattern whose words are there and whose slots are filled.
 * The words that a pattern uses up (the "sanctions" of "lifted sanctions") are told to the noun rules.
 */
import type { Codebook, CompiledVerb } from '../codebook/patterns.ts';
import type { ArgumentKind } from '../../graph/model/predicates.ts';
import { logicalSubjects } from './clause.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import { custodians, isAccident, orderers, wielders } from './agents.ts';
import { authorities, isDescribed } from './jurisdiction.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { officeDrafts } from './office-slot.ts';
import { crossed, paired, type Trigger } from './pairs.ts';
import { fillVerbSlots, headsOf, leavingBelow, objectsOf, predicateRow, reachFor, voiceFits } from './slots.ts';
import { childrenOf, conjuncts, isPredicate, lemmaOf, phrasesUnder, type Tree, tokenAt } from './tree.ts';
import { isPassive } from './voice.ts';

export interface VerbReading {
  readonly drafts: readonly Draft[];
  /** Tokens that the verb's pattern used as part of its trigger. */
  readonly used: readonly number[];
}

/** Reads one token as a verb of the codebook; empty where it is none or nobody fills its slots. */
export function readVerb(reading: Reading, codebook: Codebook, verb: number): VerbReading {
  const token = tokenAt(reading.tree, verb);
  if (!isPredicate(reading.tree, verb) && token.pos !== 'ADJ') return NOTHING;
  // "killed by Ukrainian shelling": a noun that the tagger took for a participle.
  if (token.tag === 'VBG' && childrenOf(reading.tree, verb, 'amod', 'det').length > 0) return NOTHING;
  // "the world governing body": what it does by nature, to nobody in particular.
  if (
    token.tag === 'VBG' &&
    token.dep === 'amod' &&
    token.head === verb + 1 &&
    childrenOf(reading.tree, verb).length === 0
  )
    return NOTHING;
  const beside: Draft[] = [];
  for (const pattern of codebook.verbs.get(lemmaOf(token)) ?? []) {
    const words = matchedWords(reading, verb, pattern);
    const obstacle = words === null ? 'its words are not there' : obstacleTo(reading, verb, pattern);
    if (words === null || obstacle !== null) {
      reading.why?.(verb, pattern.rule, `${pattern.predicate}: ${obstacle}`);
      continue;
    }
    const drafts = draftsOf(reading, verb, pattern, words);
    if (drafts.length > 0 && pattern.also) beside.push(...drafts);
    else if (drafts.length > 0) return { drafts: [...beside, ...drafts], used: words };
    reading.why?.(
      verb,
      pattern.rule,
      `${pattern.predicate}: nobody fills ${pattern.subject.join('/')} and ${pattern.object.join('/')}`,
    );
  }
  return beside.length > 0 ? { drafts: beside, used: [verb] } : NOTHING;
}

/** What keeps a pattern whose words are there from fitting the verb, or null. */
function obstacleTo(reading: Reading, verb: number, pattern: CompiledVerb): string | null {
  if (!voiceFits(reading, verb, pattern.voice)) return `only in the ${pattern.voice}`;
  if (pattern.complement === 'infinitive' && !hasInfinitive(reading, verb)) return 'only with an infinitive below';
  if (pattern.complement === 'finite' && childrenOf(reading.tree, verb, 'auxpass').length === 0)
    return 'only with its auxiliary';
  if (pattern.complement === 'leave' && leavingBelow(reading, verb).length === 0) return 'only with "to leave" below';
  if (pattern.complement === 'name' && !isNaming(reading, verb)) return 'only with what the object is called';
  return pattern.complement === 'none' && childrenOf(reading.tree, verb, 'dobj').length > 0
    ? 'only without an object'
    : null;
}

/** "took over" has a particle, "taken over allegations" a preposition. */
const PARTICLES = new Set(['over', 'in', 'on', 'down', 'up', 'out', 'off']);

const NOTHING: VerbReading = { drafts: [], used: [] };

function hasInfinitive(reading: Reading, verb: number): boolean {
  return childrenOf(reading.tree, verb, 'xcomp', 'ccomp', 'advcl').some(
    (i) =>
      tokenAt(reading.tree, i).tag === 'VB' &&
      childrenOf(reading.tree, i, 'aux').every((a) => tokenAt(reading.tree, a).tag !== 'MD'),
  );
}

function isNaming(reading: Reading, verb: number): boolean {
  const { tree } = reading;
  return (
    childrenOf(tree, verb, 'oprd', 'acomp', 'attr').length > 0 ||
    phrasesOf(tree, verb).some((phrase) => phrase.name === 'as')
  );
}

/** The trigger's tokens where the pattern's words are present, else null. */
function matchedWords(reading: Reading, verb: number, pattern: CompiledVerb): number[] | null {
  const { tree } = reading;
  const words = [verb];
  const below = childrenOf(tree, verb).flatMap((c) =>
    tokenAt(tree, c).dep === 'prep' ? [c, ...childrenOf(tree, c, 'pobj')] : [c],
  );
  for (const alternatives of pattern.with) {
    const hit = below.find((i) => {
      const token = tokenAt(tree, i);
      if (PARTICLES.has(token.text.toLowerCase()) && token.dep === 'prep' && childrenOf(tree, i, 'pobj').length > 0)
        return false;
      return alternatives.includes(lemmaOf(token)) || alternatives.includes(token.text.toLowerCase());
    });
    if (hit === undefined) return null;
    words.push(hit);
  }
  if (pattern.nouns.size > 0) {
    const hit = nounsAt(reading, verb, pattern.nounAt)
      .flatMap((i) => conjuncts(tree, i))
      .map((i) => eventNounWithin(reading, i, pattern.nouns))
      .find((i) => i !== undefined);
    if (hit === undefined) return null;
    if (pattern.nounWords.size > 0 && !modifiedBy(reading, hit, pattern.nounWords)) return null;
    words.push(hit);
  }
  return words;
}

function modifiedBy(reading: Reading, noun: number, words: ReadonlySet<string>): boolean {
  return childrenOf(reading.tree, noun, 'amod', 'compound', 'nmod').some((i) =>
    words.has(lemmaOf(tokenAt(reading.tree, i))),
  );
}

function nounsAt(reading: Reading, verb: number, where: string): readonly number[] {
  const { tree } = reading;
  if (where === 'obj') return [...logicalObjects(tree, verb), ...childrenOf(tree, verb, 'attr', 'oprd')];
  if (where === 'receiver') return headsOf(reading, verb, where);
  if (where === 'attr') return childrenOf(tree, verb, 'attr', 'oprd');
  const found = objectsOf(phrasesOf(tree, verb), where);
  return where === 'as'
    ? [...found, ...childrenOf(tree, verb, 'oprd', 'xcomp', 'attr'), ...smallClauses(tree, verb)]
    : found;
}

/** "deems the appointment illegal", "calls the vote a sham" as a clause without a verb. */
function smallClauses(tree: Tree, verb: number): readonly number[] {
  return childrenOf(tree, verb, 'ccomp').filter(
    (i) =>
      ['ADJ', 'NOUN'].includes(tokenAt(tree, i).pos) &&
      childrenOf(tree, i, 'aux', 'cop', 'mark', 'auxpass').length === 0,
  );
}

/** The noun, or what a "series of", "number of" or "wave of" consists of. */
function eventNounWithin(reading: Reading, i: number, nouns: ReadonlySet<string>): number | undefined {
  const { tree } = reading;
  if (nouns.has(lemmaOf(tokenAt(tree, i)))) return i;
  for (const prep of childrenOf(tree, i, 'prep')) {
    if (tokenAt(tree, prep).text.toLowerCase() !== 'of') continue;
    const inside = childrenOf(tree, prep, 'pobj')
      .flatMap((o) => conjuncts(tree, o))
      .find((o) => nouns.has(lemmaOf(tokenAt(tree, o))));
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function draftsOf(reading: Reading, verb: number, pattern: CompiledVerb, words: readonly number[]): Draft[] {
  const row = predicateRow(pattern.predicate);
  const kinds = pattern.subjectKinds ?? row.subject;
  const own = fillVerbSlots(reading, verb, pattern.subject, kinds);
  const beside =
    own.length > 0
      ? own
      : [
          ...wielders(reading, verb, pattern, kinds),
          ...orderers(reading, verb, kinds),
          ...custodians(reading, verb, pattern.predicate, kinds),
        ];
  const implied = beside.length > 0 ? [] : authorities(reading, verb, pattern.predicate, kinds);
  const subjects = beside.length > 0 ? beside : implied;
  if (subjects.length === 0 || isAccident(reading, verb, pattern, subjects)) return [];
  const trigger: Trigger = {
    predicate: pattern.predicate,
    trigger: verb,
    words,
    lemma: lemmaOf(tokenAt(reading.tree, verb)),
    rule: implied.length > 0 ? `implied:${lemmaOf(tokenAt(reading.tree, verb))}` : pattern.rule,
    status: pattern.status,
    polarity: pattern.polarity,
  };
  for (const slot of pattern.object) {
    const drafts = objectDrafts(reading, verb, words, slot, trigger, subjects, pattern.objectKinds ?? row.object);
    if (drafts.length > 0)
      return implied.length === 0 ? drafts : drafts.filter(({ object }) => object !== null && isDescribed(object));
  }
  return [];
}

function objectDrafts(
  reading: Reading,
  verb: number,
  words: readonly number[],
  slot: string,
  trigger: Trigger,
  subjects: readonly Filler[],
  kinds: readonly ArgumentKind[],
): Draft[] {
  const row = predicateRow(trigger.predicate);
  if (slot === 'none') return subjects.slice(0, 1).map((subject) => ({ ...trigger, subject, object: null }));
  const isMutual = slot === 'each' || slot === 'each!';
  if (isMutual && (isOnlyAgreed(reading, verb, trigger.predicate) || hasOtherObject(reading, verb, words))) return [];
  if (isMutual) return row.symmetric ? paired(trigger, subjects) : crossed(trigger, subjects, subjects);
  if (slot === 'obj:name')
    return crossed(trigger, subjects, fillVerbSlots(reading, verb, ['obj!'], kinds).filter(isNamedSomewhere));
  if (slot === 'office!') return officeDrafts(reading, trigger, subjects);
  if (isReciprocal(reading, verb, slot))
    return row.symmetric ? paired(trigger, subjects) : crossed(trigger, subjects, subjects);
  const direct = fillVerbSlots(reading, verb, [slot], kinds, trigger.predicate);
  const found = direct.length > 0 ? direct : underNoun(reading, words, slot, kinds);
  if (slot === 'between' && found.length > 1 && !AMONG_OTHERS.has(trigger.predicate))
    return row.symmetric ? paired(trigger, found) : crossed(trigger, found, found);
  return crossed(trigger, doersBeside(subjects, found), found);
}

/** "France and Germany offer refuge to some of them": a pronoun that is not reflexive means none of those who act. */
function doersBeside(subjects: readonly Filler[], objects: readonly Filler[]): readonly Filler[] {
  const meant = new Set(objects.flatMap(({ mention, entity }) => (mention.kind === 'pronoun' ? [entity.key] : [])));
  return subjects.length > 1 ? subjects.filter(({ entity }) => !meant.has(entity.key)) : subjects;
}

/** "A and B fail to meet their obligations": what they meet is not each other. */
function hasOtherObject(reading: Reading, verb: number, words: readonly number[]): boolean {
  return childrenOf(reading.tree, verb, 'dobj').some(
    (o) =>
      tokenAt(reading.tree, o).pos !== 'PRON' &&
      !words.includes(o) &&
      !isOther(reading, o) &&
      !words.some((word) => isUnder(reading, word, o)),
  );
}

/** Whether the word stands within a few steps below `top`: "talks" in "a series of talks". */
function isUnder({ tree }: Reading, i: number, top: number): boolean {
  let at = i;
  for (let step = 0; step < 4; step++) {
    if (at === top) return true;
    at = tokenAt(tree, at).head;
  }
  return false;
}

/** "they agreed to cooperate": that is what they agreed on, and no further statement. */
function isOnlyAgreed(reading: Reading, verb: number, predicate: string): boolean {
  const { dep, head } = tokenAt(reading.tree, verb);
  return predicate === 'COOPERATED_WITH' && dep === 'xcomp' && lemmaOf(tokenAt(reading.tree, head)) === 'agree';
}

/** What somebody does for two others who are named after "between". */
const AMONG_OTHERS = new Set(['MEDIATED_BETWEEN', 'HOSTED']);

/** "blamed each other", "clashed with one another": each of the subjects is the other's object. */
function isReciprocal(reading: Reading, verb: number, slot: string): boolean {
  return headsOf(reading, verb, slot.replace('!', '')).some((i) => isOther(reading, i) || isOneOfTwo(reading, verb, i));
}

/** "each side accused the other": one of those that the subject stands for. */
function isOneOfTwo(reading: Reading, verb: number, other: number): boolean {
  const { tree } = reading;
  if (!/^the other$/i.test(`${tree.doc.tokens[other - 1]?.text ?? ''} ${tokenAt(tree, other).text}`)) return false;
  return headsOf(reading, verb, 'subj').some((i) =>
    childrenOf(tree, i, 'det').some((d) => /^(each|both)$/i.test(tokenAt(tree, d).text)),
  );
}

function isOther({ tree }: Reading, i: number): boolean {
  const before = tree.doc.tokens[i - 1]?.text.toLowerCase();
  const own = tokenAt(tree, i).text.toLowerCase();
  return (own === 'other' && before === 'each') || (own === 'another' && before === 'one');
}

function isNamedSomewhere(filler: Filler): boolean {
  return filler.entity.mentions.some((mention) => mention.kind === 'name');
}

/** Phrases of the noun that belongs to the trigger: "sanctions on Russia" as the object of a preposition or a partitive. */
function underNoun(reading: Reading, words: readonly number[], slot: string, kinds: readonly ArgumentKind[]): Filler[] {
  const noun = words.at(-1);
  if (noun === undefined || words.length < 2) return [];
  const { tree } = reading;
  const imposed = childrenOf(tree, noun, 'acl').filter((i) => tokenAt(tree, i).tag === 'VBN');
  const phrases = [...phrasesOf(tree, noun), ...imposed.flatMap((i) => phrasesUnder(tree, i))];
  return objectsOf(phrases, slot).flatMap((head) => fillersAt(reading, head, kinds, reachFor(kinds)));
}

/** A verb that the codebook does not know, or whose slots nobody there fills, between two that the text names. */
export function readUnknownVerb(reading: Reading, verb: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, verb);
  if (token.pos !== 'VERB') return [];
  const subjects = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  const heads = [
    ...logicalObjects(tree, verb),
    ...phrasesOf(tree, verb)
      .filter((p) => p.name !== 'by' || !isPassive(tree, verb))
      .flatMap((p) => p.objects),
  ];
  const objects = heads.flatMap((i) => fillersAt(reading, i, ['any'], REACH_ACTOR));
  const trigger: Trigger = {
    predicate: 'RELATED_TO',
    trigger: verb,
    words: [verb],
    lemma: lemmaOf(token),
    rule: 'verb:unknown',
  };
  return crossed(trigger, subjects.filter(isSpecific), objects.filter(isSpecific));
}

function isSpecific(filler: Filler): boolean {
  return filler.mention.kind !== 'nominal';
}
