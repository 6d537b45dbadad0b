/**
 * Polarity and status of an act, read from its own verb group and from the words above it in the tree: negation and its
 * scope, modals, futures, conditions, plans, demands, threats, refusals. Data in ./data/contexts.json.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Polarity, Status } from '../../graph/model/vocabulary.ts';
import { SUPPORT_VERBS } from './support.ts';
import {
  childrenOf,
  isNoun,
  isPredicate,
  isVerb,
  lemmaOf,
  MAX_CLIMB,
  standsAlone,
  type Tree,
  tokenAt,
} from './tree.ts';
import { agentsOf, isPassive } from './voice.ts';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const Contexts = z.strictObject({
  about: z.string(),
  /** Above an infinitive, gerund or noun. */
  verbs: z.strictObject({ planned: words, demanded: words, threatened: words, possible: words, cancelled: words }),
  /** Above a clause with its own finite verb ("demanded that X withdraw"). */
  finite: z.strictObject({ demanded: words, possible: words }),
  nouns: z.strictObject({ planned: words, demanded: words, threatened: words, possible: words, cancelled: words }),
  /** Verbs under which an act does not happen: "refused to". */
  prevented: words,
  /** Verbs that deny the clause below them. */
  denying: words,
  speech: words,
  /** Verbs whose accused act the accuser states: "accuses X of". */
  accusing: words,
});
export const CONTEXTS = Contexts.parse(
  JSON.parse(readFileSync(new URL('./data/contexts.json', import.meta.url), 'utf8')),
);

const STATUSES = ['planned', 'demanded', 'threatened', 'possible', 'cancelled'] as const;

export interface Context {
  readonly polarity: Polarity;
  readonly status: Status;
}

const NEGATIVE = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'neither',
  'nor',
  'hardly',
  'nobody',
  'without',
  'unable',
]);

/** Polarity and status of the act that `trigger` carries, where `holder` may be the speaker's own clause. */
export function contextOf(tree: Tree, trigger: number): Context {
  if (isPresupposed(tree, trigger))
    return { polarity: 'affirmed', status: expectedStatus(tree, trigger) ?? 'occurred' };
  let negations = isNegated(tree, trigger) ? 1 : 0;
  let status: Status | null = ownStatus(tree, trigger);
  let at = trigger;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const token = tokenAt(tree, at);
    if (token.dep === 'pcomp' && isAccusedByNobody(tree, token.head)) status = 'possible';
    if (token.head === at || status === 'demanded' || status === 'threatened') break;
    const head = tokenAt(tree, token.head);
    const link = linkOf(tree, at);
    if (link === 'outside') break;
    if (token.dep === 'pcomp' && isVotedDown(tree, head.i)) negations += 1;
    // "will deploy troops to protect the road": what the deed is for is no more done than the deed.
    if (link === 'along' && token.dep === 'advcl' && token.tag === 'VB') status ??= ownStatus(tree, head.i);
    if (link === 'complement') {
      const lemma = lemmaOf(head);
      if (isDeniedRumour(tree, at) && !isToldByVerb(tree, head.head)) negations += 1;
      if (denies(tree, head.i) || (CONTEXTS.prevented.has(lemma) && isUnfinished(tree, at))) negations += 1;
      if (isVerb(head) || head.pos === 'ADJ') {
        if (isNegated(tree, head.i) && !CONTEXTS.speech.has(lemma)) negations += 1;
        status ??= isUnfinished(tree, at) ? statusUnder(lemma) : statusUnderFinite(lemma);
        status ??= isUnfinished(tree, at) ? ownStatus(tree, head.i) : null;
      } else if (isNoun(head)) {
        status ??= statusUnderNoun(lemma);
      }
    }
    at = head.i;
  }
  return { polarity: negations % 2 === 1 ? 'negated' : 'affirmed', status: status ?? 'occurred' };
}

/** "an end to their war", "after the attack": a definite event noun that no light verb brings about is taken to be so. */
function isPresupposed(tree: Tree, trigger: number): boolean {
  const token = tokenAt(tree, trigger);
  if (!isNoun(token) || isPredicate(tree, trigger)) return false;
  const definite = childrenOf(tree, trigger, 'poss', 'det').some(
    (d) =>
      tokenAt(tree, d).dep === 'poss' ||
      ['the', 'this', 'that', 'these', 'those'].includes(tokenAt(tree, d).text.toLowerCase()),
  );
  const head = lemmaOf(tokenAt(tree, token.head));
  return definite && !SUPPORT_VERBS.has(head) && !CONTEXTS.verbs.cancelled.has(head);
}

/** "voted against lifting sanctions". */
function isVotedDown(tree: Tree, prep: number): boolean {
  const token = tokenAt(tree, prep);
  return (
    token.text.toLowerCase() === 'against' &&
    ['vote', 'decide', 'rule', 'advise', 'argue', 'campaign'].includes(lemmaOf(tokenAt(tree, token.head)))
  );
}

/** "is accused of ordering": without an accuser to hold it, no more than possible. */
function isAccusedByNobody(tree: Tree, prep: number): boolean {
  const verb = tokenAt(tree, tokenAt(tree, prep).head);
  return isVerb(verb) && ALLEGING.has(lemmaOf(verb)) && isPassive(tree, verb.i) && agentsOf(tree, verb.i).length === 0;
}

const ALLEGING = new Set(['accuse', 'suspect']);

/** "denied that", "ruled out that", but not "the court ruled that". */
function denies(tree: Tree, verb: number): boolean {
  const lemma = lemmaOf(tokenAt(tree, verb));
  if (lemma !== 'rule') return CONTEXTS.denying.has(lemma);
  return childrenOf(tree, verb, 'prt', 'prep', 'advmod').some((c) => tokenAt(tree, c).text.toLowerCase() === 'out');
}

type Link = 'complement' | 'along' | 'outside';

/** Whether the word above governs the act, only passes it on, or merely stands beside it. */
function linkOf(tree: Tree, i: number): Link {
  const token = tokenAt(tree, i);
  const head = tokenAt(tree, token.head);
  if (standsAlone(tree, i) || isEmbeddedQuestion(tree, i)) return 'outside';
  switch (token.dep) {
    case 'xcomp':
    case 'ccomp':
    case 'dobj':
    case 'nsubjpass':
    case 'oprd':
      return 'complement';
    case 'acl':
      return token.tag === 'VB' || isDeniedRumour(tree, i) ? 'complement' : 'outside';
    case 'pcomp':
    case 'pobj':
      return 'along';
    case 'conj':
      return childrenOf(tree, i, 'nsubj', 'nsubjpass').length > 0 || goesOnAbove(tree, i) ? 'outside' : 'along';
    case 'prep':
      if (isNoun(head)) return statusUnderNoun(lemmaOf(head)) === null ? 'outside' : 'complement';
      return head.pos === 'ADJ' ||
        ['for', 'of', 'from', 'out', 'to', 'on', 'against'].includes(token.text.toLowerCase())
        ? 'complement'
        : 'outside';
    case 'acomp':
    case 'attr':
      return 'along';
    case 'advcl':
      if (token.tag === 'VB' && statusUnder(lemmaOf(head)) !== null) return 'complement';
      // "denies ordering it", but not "denies it, accusing X".
      if (token.tag === 'VBG' && denies(tree, head.i) && !isBehindComma(tree, i)) return 'complement';
      // A purpose, or what goes along with the act, is as real as the act itself.
      return (token.tag === 'VB' || token.tag === 'VBG') && childrenOf(tree, i, 'mark').length === 0
        ? 'along'
        : 'outside';
    default:
      return 'outside';
  }
}

const RUMOURS = new Set(
  'report claim allegation accusation suggestion rumour rumor assertion speculation charge notion idea'.split(' '),
);

const DISMISSING = new Set(['dismiss', 'reject', 'refute', 'rebut', 'rebuff', 'dispel']);

/** Whether the verb above the rumour counts as a negation by itself. */
const isToldByVerb = (tree: Tree, verb: number): boolean =>
  denies(tree, verb) || CONTEXTS.prevented.has(lemmaOf(tokenAt(tree, verb)));

/** "denies reports that X is negotiating": the clause under what is denied. */
export function isDeniedRumour(tree: Tree, i: number): boolean {
  const { dep, head } = tokenAt(tree, i);
  const noun = tokenAt(tree, head);
  return (
    ['acl', 'ccomp', 'relcl'].includes(dep) &&
    noun.dep === 'dobj' &&
    RUMOURS.has(lemmaOf(noun)) &&
    (denies(tree, noun.head) || DISMISSING.has(lemmaOf(tokenAt(tree, noun.head)))) &&
    childrenOf(tree, i, 'mark').some((m) => tokenAt(tree, m).text.toLowerCase() === 'that')
  );
}

/** ", instead accusing": adverbs may stand between. */
function isBehindComma(tree: Tree, i: number): boolean {
  let at = i - 1;
  while (at > 0 && tokenAt(tree, at).pos === 'ADV') at--;
  return tree.doc.tokens[at]?.text === ',';
}

/** "calls on X to explain why police were sent": what is asked about is taken to be so. */
export function isEmbeddedQuestion(tree: Tree, i: number): boolean {
  const { dep, tag } = tokenAt(tree, i);
  if (dep !== 'ccomp' || tag === 'VB') return false;
  return childrenOf(tree, i, 'advmod').some(
    (a) => a < i && ['why', 'how', 'when', 'where'].includes(tokenAt(tree, a).text.toLowerCase()),
  );
}

/** "offered to mediate and telephoned": a finite verb goes on with the clause above, not with the infinitive. */
function goesOnAbove(tree: Tree, i: number): boolean {
  const { tag, head } = tokenAt(tree, i);
  const isFinite = tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';
  return isFinite && tokenAt(tree, head).tag === 'VB' && childrenOf(tree, head, 'aux').length > 0;
}

/** Infinitives, gerunds and nouns have not happened by themselves: what governs them decides. */
function isUnfinished(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (!isVerb(token)) return true;
  return token.tag === 'VB' || token.tag === 'VBG'
    ? childrenOf(tree, i, 'aux').every((a) => tokenAt(tree, a).tag !== 'MD')
    : false;
}

function statusUnder(lemma: string): Status | null {
  return STATUSES.find((status) => CONTEXTS.verbs[status].has(lemma)) ?? null;
}

function statusUnderFinite(lemma: string): Status | null {
  if (CONTEXTS.finite.demanded.has(lemma)) return 'demanded';
  return CONTEXTS.finite.possible.has(lemma) ? 'possible' : null;
}

function statusUnderNoun(lemma: string): Status | null {
  return STATUSES.find((status) => CONTEXTS.nouns[status].has(lemma)) ?? null;
}

/** Status by the verb group itself: modals, "is to", progressive, conditions. */
function ownStatus(tree: Tree, i: number): Status | null {
  const token = tokenAt(tree, i);
  if (!isVerb(token)) return isNoun(token) ? expectedStatus(tree, i) : null;
  // "is to visit".
  if (token.tag === 'VB' && token.dep === 'xcomp' && lemmaOf(tokenAt(tree, token.head)) === 'be') return 'planned';
  const group = auxiliaries(tree, i);
  const modal = group.find((a) => tokenAt(tree, a).tag === 'MD');
  if (modal !== undefined)
    return (
      MODALS.get(lemmaOf(tokenAt(tree, modal))) ?? MODALS.get(tokenAt(tree, modal).text.toLowerCase()) ?? 'possible'
    );
  if (childrenOf(tree, i, 'mark', 'advmod').some((m) => CONDITIONS.has(tokenAt(tree, m).text.toLowerCase())))
    return 'possible';
  const isNow = (a: number): boolean => ['is', 'are', 'am'].includes(tokenAt(tree, a).text.toLowerCase());
  // "is being held".
  if (group.some((a) => tokenAt(tree, a).text.toLowerCase() === 'being') && group.some(isNow)) return 'ongoing';
  if (token.tag === 'VBG' && group.some((a) => lemmaOf(tokenAt(tree, a)) === 'be') && token.dep !== 'advcl')
    return 'ongoing';
  return null;
}

/** "an imminent attack", "a proposed treaty with". */
function expectedStatus(tree: Tree, noun: number): Status | null {
  const epithets = childrenOf(tree, noun, 'amod').map((i) => tokenAt(tree, i).text.toLowerCase());
  if (epithets.some((word) => ['imminent', 'planned', 'proposed', 'upcoming', 'future', 'forthcoming'].includes(word)))
    return 'planned';
  if (epithets.some((word) => ['possible', 'potential', 'hypothetical'].includes(word))) return 'possible';
  return demandedStatus(tree, noun);
}

/** "demanded the release of X", "called for the withdrawal of": what is demanded has not happened for being definite. */
function demandedStatus(tree: Tree, noun: number): Status | null {
  const { dep, head } = tokenAt(tree, noun);
  const above = tokenAt(tree, head);
  const verb =
    dep === 'dobj' ? above : dep === 'pobj' && above.text.toLowerCase() === 'for' ? tokenAt(tree, above.head) : null;
  return verb !== null && isVerb(verb) && statusUnder(lemmaOf(verb)) === 'demanded' ? 'demanded' : null;
}

/** "had been controlled by": a standing relation that is told of as over. */
export function isBygone(tree: Tree, trigger: number): boolean {
  return (
    isVerb(tokenAt(tree, trigger)) &&
    auxiliaries(tree, trigger).some((a) => tokenAt(tree, a).text.toLowerCase() === 'had')
  );
}

const CONDITIONS = new Set(['if', 'unless', 'whether', 'possibly', 'perhaps']);
const MODALS = new Map<string, Status>([
  ['will', 'planned'],
  ["'ll", 'planned'],
  ['wo', 'planned'],
  ['shall', 'planned'],
  ['would', 'planned'],
  ['must', 'demanded'],
  ['should', 'demanded'],
  ['ought', 'demanded'],
  ['may', 'possible'],
  ['might', 'possible'],
  ['could', 'possible'],
  ['can', 'possible'],
]);

/** Auxiliaries of the verb, or of the verb that it is coordinated with and shares its subject. */
function auxiliaries(tree: Tree, i: number): readonly number[] {
  const own = childrenOf(tree, i, 'aux', 'auxpass');
  const token = tokenAt(tree, i);
  if (own.length > 0 || token.dep !== 'conj' || childrenOf(tree, i, 'nsubj', 'nsubjpass').length > 0) return own;
  return token.tag === 'VB' || token.tag === 'VBN' || token.tag === 'VBG'
    ? childrenOf(tree, token.head, 'aux', 'auxpass')
    : own;
}

/** "does not confirm or deny": the second verb has no auxiliary and no subject of its own. */
function sharesGroup(tree: Tree, i: number): boolean {
  return childrenOf(tree, i, 'aux', 'auxpass', 'nsubj', 'nsubjpass').length === 0;
}

function isNegated(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (childrenOf(tree, i, 'neg', 'preconj').some((n) => NEGATIVE.has(tokenAt(tree, n).text.toLowerCase()))) return true;
  if (token.dep === 'conj' && token.tag === 'VB' && isVerb(tokenAt(tree, token.head)) && sharesGroup(tree, i))
    return isNegated(tree, token.head);
  if (childrenOf(tree, i, 'det').some((d) => tokenAt(tree, d).text.toLowerCase() === 'no')) return true;
  if (token.dep === 'pcomp' && tokenAt(tree, token.head).text.toLowerCase() === 'without') return true;
  if (isVerb(token)) {
    return childrenOf(tree, i, 'nsubj', 'nsubjpass', 'dobj').some((s) =>
      childrenOf(tree, s, 'det', 'neg').some((d) => ['no', 'neither'].includes(tokenAt(tree, d).text.toLowerCase())),
    );
  }
  return false;
}
