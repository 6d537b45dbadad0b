/**
 * Event nouns of the codebook: "a meeting between", "Israeli airstrikes on", "sanctions against". The agent is a
 * by-phrase, a possessor, a modifier, or the subject of the verb that carries the noun ("launched an attack").
 */
import type { Codebook, CompiledNoun } from '../codebook/patterns.ts';
import { accepts, type ArgumentKind } from '../../graph/model/predicates.ts';
import { logicalSubjects, ownersOf, surfaceSubjects } from './clause.ts';
import { phrasesOf } from './objects.ts';
import { complementSubjects } from './complements.ts';
import { authoritiesOfNoun, isDescribed } from './jurisdiction.ts';
import type { Draft } from './draft.ts';
import { FORCEFUL } from './deeds.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { contentOfNoun, guestsAt, ownersBesideVictim, recipientsOf } from './inner-agents.ts';
import { named, reached } from './reach.ts';
import { crossed, paired, type Trigger } from './pairs.ts';
import { objectsOf, predicateRow, reachFor } from './slots.ts';
import {
  CONTAINERS,
  ENGAGE_VERBS,
  LENDING,
  OCCURRENCE_VERBS,
  SUPPORT_VERBS,
  UNDERGO_NOUNS,
  UNDERGO_VERBS,
} from './support.ts';
import { childrenOf, isNoun, isVerb, lemmaOf, MAX_CLIMB, phrasesUnder, tokenAt } from './tree.ts';
import { agentsOfNoun, isPassive } from './voice.ts';

/** Ways in which a noun has an agent of its own, whoever is the subject around it. */
const OWN_AGENT = new Set(['by', 'poss', 'mod', 'poss:of', 'mod:of', 'from']);

/**
 * Reads one token as an event noun; empty where it is none or its two sides are not there.
 * @param used whether a verb's pattern has read it ("lifted EU sanctions"): then it counts only with an agent of its own
 */
export function readNoun(reading: Reading, codebook: Codebook, noun: number, used: boolean): Draft[] {
  const token = tokenAt(reading.tree, noun);
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN') return [];
  // In "arrest warrant" nobody is arrested.
  if (token.dep === 'compound' && isNoun(tokenAt(reading.tree, token.head)) && !isContainer(reading, token.head))
    return [];
  // In "the National Audience" nobody has one.
  const mention = reading.resolved.mentionByHead[noun];
  if (token.pos === 'PROPN' && mention?.kind === 'name' && mention.first < mention.last && isBody(reading, mention.id))
    return [];
  for (const pattern of codebook.nouns.get(nameOfDeed(reading, noun)) ?? []) {
    const words = matchedWords(reading, noun, pattern);
    if (words === null) {
      reading.why?.(noun, pattern.rule, `${pattern.predicate}: its words are not there`);
      continue;
    }
    const own = used ? { ...pattern, subject: pattern.subject.filter((slot) => OWN_AGENT.has(slot)) } : pattern;
    const drafts = draftsOf(reading, noun, own, words);
    if (drafts.length > 0) return used ? drafts.map((draft) => ({ ...draft, background: true })) : drafts;
    reading.why?.(
      noun,
      pattern.rule,
      `${pattern.predicate}: nobody fills ${own.subject.join('/')} and ${own.object.join('/')}`,
    );
  }
  return [];
}

const isBody = ({ resolved }: Reading, mention: number): boolean =>
  ['Organization', 'Facility', 'Person'].includes(resolved.referents[mention]?.[0]?.type ?? '');

/** "air-strikes" in three tokens are no strike of workers. */
function nameOfDeed({ tree }: Reading, noun: number): string {
  const lemma = lemmaOf(tokenAt(tree, noun));
  const isJoined = lemma === 'strike' && /^[-–]$/.test(tree.doc.tokens[noun - 1]?.text ?? '');
  return isJoined && /^(air|drone|missile|rocket)$/i.test(tree.doc.tokens[noun - 2]?.text ?? '') ? 'airstrike' : lemma;
}

function matchedWords(reading: Reading, noun: number, pattern: CompiledNoun): number[] | null {
  if (pattern.words.size === 0) return [noun];
  const { tree } = reading;
  const hit = [...childrenOf(tree, noun, 'amod', 'compound', 'nmod'), ...saidOf(reading, noun)].find((i) =>
    pattern.words.has(lemmaOf(tokenAt(tree, i))),
  );
  return hit === undefined ? null : [hit, noun];
}

/** What the sentence says of the noun: "relations are strained", "ties remain close". */
function saidOf(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  if (token.dep !== 'nsubj' && token.dep !== 'nsubjpass') return [];
  return [token.head, ...childrenOf(tree, token.head, 'acomp', 'attr')];
}

function draftsOf(reading: Reading, noun: number, pattern: CompiledNoun, words: readonly number[]): Draft[] {
  const row = predicateRow(pattern.predicate);
  const trigger: Trigger = {
    predicate: pattern.predicate,
    trigger: noun,
    words: [...words, ...supportOf(reading, noun)],
    lemma: lemmaOf(tokenAt(reading.tree, noun)),
    rule: pattern.rule,
    status: pattern.status,
  };
  const between = nounSlot(reading, noun, 'between', row.subject);
  if (row.symmetric && between.length > 1) {
    const pairs = paired(trigger, between);
    // "between insurgents and Afghan troops and NATO": the first against the others.
    return pattern.predicate === 'FOUGHT' ? pairs.filter(({ subject }) => subject === between[0]) : pairs;
  }
  const border = pattern.subject.includes('border') ? nounSlot(reading, noun, 'border', row.subject) : [];
  if (border.length > 1) return paired(trigger, border);
  const told = firstFilled(reading, noun, slotsOfDoer(reading, noun, pattern), row.subject);
  const subjects = authoritiesOfNoun(reading, noun, told);
  const isImplied = told.length === 0 && subjects.length > 0;
  const objects = firstFilled(reading, noun, [...pattern.object, 'undergo'], row.object, subjects);
  if (objects.length === 0) {
    // "Police and army begin a standoff": with a third, who is not named.
    const withThird = pattern.predicate === 'AT_ODDS_WITH' && supportOf(reading, noun).length > 0;
    return row.symmetric && !withThird && !pattern.subject.includes('self') ? paired(trigger, subjects) : [];
  }
  const found = isImplied ? objects.filter(isDescribed) : objects;
  return crossed(isImplied ? { ...trigger, rule: `implied:${trigger.lemma}` } : trigger, subjects, found);
}

/** "declared the Israeli invasion a genocide": whose deed of force it is says its nationality before the verb around it. */
function slotsOfDoer(reading: Reading, noun: number, { subject }: CompiledNoun): readonly string[] {
  const { tree, resolved } = reading;
  if (!subject.includes('mod') || !FORCEFUL.has(lemmaOf(tokenAt(tree, noun)))) return subject;
  const isNational = reached(reading, noun, 'mod').some((i) => resolved.mentionByHead[i]?.kind === 'nationality');
  return isNational ? ['by', 'mod', ...subject] : subject;
}

function firstFilled(
  reading: Reading,
  noun: number,
  slots: readonly string[],
  kinds: readonly ArgumentKind[],
  but: readonly Filler[] = [],
): Filler[] {
  const taken = new Set(but.map((filler) => filler.entity.key));
  for (const slot of slots) {
    const found = nounSlot(reading, noun, slot, kinds).filter((filler) => !taken.has(filler.entity.key));
    if (found.length > 0) return found;
  }
  return [];
}

function nounSlot(reading: Reading, noun: number, slot: string, kinds: readonly ArgumentKind[]): Filler[] {
  const heads = nounHeads(reading, noun, slot);
  if (slot === 'between') {
    const two = heads
      .filter((head) => isBoth(reading, head))
      .flatMap((head) => reading.resolved.mentionByHead[head] ?? []);
    const both = two.flatMap((mention) =>
      (reading.resolved.referents[mention.id] ?? []).map((entity) => ({ entity, mention, direct: true })),
    );
    if (both.length > 1) return both.filter((filler) => accepts(kinds, filler.entity.type));
  }
  // "supporters and opponents of X": only the first are for him.
  if (slot === 'self') {
    const itself = heads.flatMap((head) => named(reading, head, kinds));
    if (itself.length > 0) return itself;
  }
  const reach =
    slot === 'mod' || slot === 'mod:of' || slot === 'self'
      ? []
      : slot === 'support' || slot === 'by'
        ? REACH_ACTOR
        : reachFor(kinds);
  return heads.flatMap((head) => fillersAt(reading, head, kinds, reach));
}

/** "relations between the two nations and the opening of": what is joined to the two of them is no third. */
const isBoth = ({ tree }: Reading, head: number): boolean =>
  childrenOf(tree, head, 'nummod', 'det', 'predet').some((i) =>
    ['two', 'both'].includes(tokenAt(tree, i).text.toLowerCase()),
  );

function nounHeads(reading: Reading, noun: number, slot: string): readonly number[] {
  const { tree } = reading;
  if (slot === 'self') return [namedBy(reading, noun)];
  if (slot === 'purpose') return accompanied(reading, noun);
  if (slot === 'manner') return inManner(reading, noun);
  if (slot === 'means') return wielders(reading, noun);
  if (slot === 'owner') return ownersOf(tree, noun);
  if (slot === 'border') return borderNeighbours(reading, noun);
  if (slot === 'poss' || slot === 'mod') return reached(reading, noun, slot);
  if (slot === 'poss:of') return ownersBesideVictim(reading, noun, 'poss');
  if (slot === 'mod:of') return ownersBesideVictim(reading, noun, 'mod');
  if (slot === 'recipient') return recipientsOf(tree, noun);
  if (slot === 'guest') return guestsAt(tree, noun);
  if (slot === 'content') return contentOfNoun(tree, noun);
  const support = supportOf(reading, noun)[0];
  const verb = support ?? occurrenceOf(reading, noun) ?? undergoingVerb(reading, noun);
  if (slot === 'support') {
    if (support === undefined) return [];
    const isEngaged = ENGAGE_VERBS.has(lemmaOf(tokenAt(tree, support)));
    return (isEngaged ? surfaceSubjects : logicalSubjects)(tree, support).filter((i) => i !== noun);
  }
  if (slot === 'comp') return complementSubjects(tree, noun);
  if (slot === 'undergo') return undergoers(reading, noun);
  if (slot === 'targeting') {
    return childrenOf(tree, noun, 'acl', 'relcl')
      .filter((i) => ['target', 'hit', 'strike', 'aim'].includes(lemmaOf(tokenAt(tree, i))) && !isPassive(tree, i))
      .flatMap((i) => childrenOf(tree, i, 'dobj'));
  }
  if (slot === 'patient') return patientOn(reading, noun);
  const own = slot === 'by' ? agentsOfNoun(tree, noun) : objectsOf(phrasesUnder(tree, noun), slot);
  if (own.length > 0) return own;
  // Whose it is does not hang under the verb: "an airstrike killed the leader of a network".
  const beside =
    verb === undefined || slot === 'of' ? [] : objectsOf(phrasesOf(tree, verb), slot).filter((i) => i !== noun);
  if (beside.length > 0) return beside;
  const near = [...throughPartitive(reading, noun, slot), ...besideNoun(reading, noun, slot)];
  return near.length > 0 ? near : belowPhrases(reading, noun, slot);
}

/** "an attack with a bomb on X", "strikes by Y on X": the parser hangs the later phrase under the earlier one's noun. */
function belowPhrases(reading: Reading, noun: number, slot: string): readonly number[] {
  if (slot === 'of' || slot === 'in') return [];
  const { tree } = reading;
  const imposed = IMPOSING.has(slot) ? childrenOf(tree, noun, 'acl').filter((i) => tokenAt(tree, i).tag === 'VBN') : [];
  return [noun, ...imposed]
    .flatMap((i) => phrasesUnder(tree, i))
    .filter((phrase) => ['with', 'by', 'from', 'in'].includes(phrase.name))
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => objectsOf(phrasesUnder(tree, o), slot));
}

/** Prepositions that may be the deed's own behind its agent: "sanctions imposed by X on Y". */
const IMPOSING = new Set(['on', 'against', 'to']);

/** "injured in air strikes on X": the parser hangs "on X" under the verb, behind the noun. */
function besideNoun(reading: Reading, noun: number, slot: string): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  if (token.dep !== 'pobj') return [];
  const prep = tokenAt(tree, token.head);
  return objectsOf(
    phrasesUnder(tree, prep.head).filter((phrase) => phrase.prep > noun),
    slot,
  );
}

/** The one whom an agent noun describes: "his successor X", "X, an ally of Y", or the noun itself. */
function namedBy(reading: Reading, noun: number): number {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  return (token.dep === 'compound' || token.dep === 'appos') && tokenAt(tree, token.head).pos === 'PROPN'
    ? token.head
    : noun;
}

/** "flew to Berlin for talks with", "said after a meeting with": whoever acts takes part. */
function accompanied(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, outerNoun(reading, noun));
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || !ACCOMPANYING.has(prep.text.toLowerCase())) return [];
  const outer = tokenAt(tree, prep.head);
  if (!isVerb(outer)) return ownersOf(tree, outer.i);
  // "was killed in a clash with", "said in a call with": the clause tells of the event itself.
  const lemma = lemmaOf(outer);
  if (WITHIN.has(prep.text.toLowerCase()) && !HARMING.has(lemma) && !IN_EVENT.has(lemma)) return [];
  return surfaceSubjects(tree, outer.i);
}

const WITHIN = new Set(['in', 'at', 'amid', 'on']);
const IN_EVENT = new Set(
  (
    'die say tell announce declare state warn urge discuss agree sign pledge promise reiterate stress condemn express ' +
    'call demand ask thank raise propose offer reaffirm threaten accuse criticize assure participate lose perish fall'
  ).split(' '),
);

/** "resigned in protest at", "flew to Kyiv in support of": whoever acts does so. */
function inManner(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || prep.text.toLowerCase() !== 'in') return [];
  const outer = tokenAt(tree, prep.head);
  if (isVerb(outer)) return logicalSubjects(tree, outer.i);
  const verb = tokenAt(tree, outer.head);
  // "broke up protests in support of X": the protesters support him.
  if (GATHERINGS.has(lemmaOf(outer)) && !SUPPORT_VERBS.has(lemmaOf(verb))) return [];
  return isVerb(verb) && ['dobj', 'pobj'].includes(outer.dep) ? logicalSubjects(tree, verb.i) : [];
}

const GATHERINGS = new Set(['protest', 'demonstration', 'rally', 'march', 'riot', 'gathering', 'vigil']);

/** "killed civilians in an air strike on": whoever killed struck. */
function wielders(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, outerNoun(reading, noun));
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || !['in', 'with', 'during'].includes(prep.text.toLowerCase())) return [];
  return HARMING.has(lemmaOf(tokenAt(tree, prep.head))) ? logicalSubjects(tree, prep.head) : [];
}

const HARMING = new Set('kill injure wound destroy damage hit target murder seize capture leave'.split(' '));

const ACCOMPANYING = new Set(['for', 'after', 'during', 'following', 'before', 'in', 'at', 'amid', 'on']);

/** Who the deed is done to, as the subject of "faces", "suffered", "is the target of" or "under". */
function undergoers(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  let token = tokenAt(tree, noun);
  for (let step = 0; token.dep === 'conj' && step < MAX_CLIMB; step++) token = tokenAt(tree, token.head);
  const head = tokenAt(tree, token.head);
  if (token.dep === 'dobj' && UNDERGO_VERBS.has(lemmaOf(head))) return surfaceSubjects(tree, head.i);
  if (token.dep !== 'pobj') return [];
  const outer = tokenAt(tree, head.head);
  const prep = head.text.toLowerCase();
  if (prep === 'of' && UNDERGO_NOUNS.has(lemmaOf(outer)) && outer.dep === 'attr')
    return surfaceSubjects(tree, outer.head);
  if (lemmaOf(outer) === 'result' || lemmaOf(outer) === 'lead') return surfaceSubjects(tree, outer.i);
  return prep === 'under' && lemmaOf(outer) === 'be' ? surfaceSubjects(tree, outer.i) : [];
}

/** "arrested on a warrant from X": whom the document in the phrase is about. */
function patientOn(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || !['on', 'under', 'by', 'after'].includes(prep.text.toLowerCase())) return [];
  return isVerb(tokenAt(tree, prep.head)) && isPassive(tree, prep.head) ? surfaceSubjects(tree, prep.head) : [];
}

/** The verb that says that the event took place: "clashes broke out between", "strikes kill 12 in". */
function occurrenceOf(reading: Reading, noun: number): number | undefined {
  const token = tokenAt(reading.tree, noun);
  if (token.dep !== 'nsubj') return undefined;
  const verb = lemmaOf(tokenAt(reading.tree, token.head));
  return OCCURRENCE_VERBS.has(verb) || HARMING.has(verb) ? token.head : undefined;
}

/** The verb whose subject the deed is done to: "drew criticism from". */
function undergoingVerb(reading: Reading, noun: number): number | undefined {
  const token = tokenAt(reading.tree, noun);
  return token.dep === 'dobj' && UNDERGO_VERBS.has(lemmaOf(tokenAt(reading.tree, token.head))) ? token.head : undefined;
}

/** "clashes on the border between A and B": the neighbours clash. */
function borderNeighbours(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const verb = occurrenceOf(reading, noun);
  return [...phrasesUnder(tree, noun), ...(verb === undefined ? [] : phrasesUnder(tree, verb))]
    .flatMap((phrase) => phrase.objects)
    .filter((place) => ['border', 'frontier'].includes(lemmaOf(tokenAt(tree, place))))
    .flatMap((place) => objectsOf(phrasesUnder(tree, place), 'between'));
}

/** "a series of airstrikes on X": the phrase may hang under "series". */
function throughPartitive(reading: Reading, noun: number, slot: string): readonly number[] {
  const { tree } = reading;
  const outer = outerNoun(reading, noun);
  return outer === noun ? [] : objectsOf(phrasesUnder(tree, outer), slot).filter((i) => i !== noun);
}

function outerNoun(reading: Reading, noun: number): number {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  if (token.dep === 'compound') return isContainer(reading, token.head) ? token.head : noun;
  if (token.dep !== 'pobj') return noun;
  const prep = tokenAt(tree, token.head);
  const outer = tokenAt(tree, prep.head);
  return prep.text.toLowerCase() === 'of' && outer.pos === 'NOUN' ? outer.i : noun;
}

function isContainer(reading: Reading, i: number): boolean {
  return CONTAINERS.has(lemmaOf(tokenAt(reading.tree, i)));
}

/** The light verb that carries the noun, where there is one: "launch" in "launch a series of attacks". */
function supportOf(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  let token = tokenAt(tree, outerNoun(reading, noun));
  while (token.dep === 'conj' && tokenAt(tree, token.head).pos === 'NOUN') token = tokenAt(tree, token.head);
  const verb = tokenAt(tree, token.head);
  if (token.dep === 'pobj' && verb.text.toLowerCase() === 'in') {
    const carrier = tokenAt(tree, verb.head);
    return ENGAGE_VERBS.has(lemmaOf(carrier)) ? [carrier.i] : [];
  }
  if (token.dep === 'pobj') {
    const carrier = tokenAt(tree, verb.head);
    return isVerb(carrier) && (LENDING.get(verb.text.toLowerCase())?.has(lemmaOf(carrier)) ?? false) ? [carrier.i] : [];
  }
  if (!isVerb(verb) || !['dobj', 'nsubjpass', 'attr'].includes(token.dep)) return [];
  return SUPPORT_VERBS.has(lemmaOf(verb)) ? [verb.i] : [];
}
