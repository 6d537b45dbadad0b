/**
 * Polarity and status of an act, read from its own verb group and from the words above it in the tree: negation and its
 * scope, modals, futures, conditions, plans, demands, threats, refusals. Data in ./data/contexts.json.
 */
import type { Polarity, Status } from '../../graph/model/vocabulary.ts';
import { CONTEXTS, statusUnder, statusUnderFinite, statusUnderNoun } from './contexts.ts';
import { denies, isAccusedByNobody, isDeniedRumour, isEmbeddedQuestion, isToldByVerb } from './denied.ts';
import { ANSWERING, OCCURRENCE_VERBS, SUPPORT_VERBS } from './support.ts';
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
    if (link === 'along' && token.dep === 'advcl' && token.tag === 'VB')
      status ??= ownStatus(tree, head.i) ?? statusOfPlan(tree, at, head.i) ?? statusOfPurpose(tree, at, head.i);
    if (link === 'complement') {
      const lemma = lemmaOf(head);
      if (isDeniedRumour(tree, at) && !isToldByVerb(tree, head.head)) negations += 1;
      if (denies(tree, head.i) || (CONTEXTS.prevented.has(lemma) && isUnfinished(tree, at))) negations += 1;
      // "abandons an attempt to shield".
      if (isVerb(head) && status !== null && CONTEXTS.verbs.cancelled.has(lemma) && token.dep === 'dobj')
        status = 'cancelled';
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

/** "has begun an operation to recapture the town" with the infinitive under the verb. */
function statusOfPlan(tree: Tree, act: number, verb: number): Status | null {
  const plan = childrenOf(tree, verb, 'dobj').find((o) => o < act);
  return plan === undefined ? null : statusUnderNoun(lemmaOf(tokenAt(tree, plan)));
}

/** What is done with something at hand reaches its end: "use tear gas to free the hostages". */
const INSTRUMENTAL = new Set('use employ fire open shoot wield intervene act vote rule help manage'.split(' '));
/** Acts that may fail: that somebody set out for them does not say that they were done. */
const UNCERTAIN = new Set(
  (
    'kill kidnap abduct assassinate expel capture seize free liberate rescue stop protect retake recapture overthrow oust ' +
    'topple arrest detain defeat conquer evict deport eliminate murder'
  ).split(' '),
);

/** "infiltrated the country to kidnap soldiers", "paid a ransom to free them": an aim, and nothing says that it was reached. */
function statusOfPurpose(tree: Tree, act: number, verb: number): Status | null {
  const isAim = childrenOf(tree, act, 'aux').some((a) => tokenAt(tree, a).tag === 'TO');
  const isOpen = UNCERTAIN.has(lemmaOf(tokenAt(tree, act))) && !INSTRUMENTAL.has(lemmaOf(tokenAt(tree, verb)));
  return isAim && isOpen ? 'planned' : null;
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
  if (definite) return !SUPPORT_VERBS.has(head) && !CONTEXTS.verbs.cancelled.has(head);
  // "rejected a request from X": it was made all the same.
  return isAnswered(tree, trigger);
}

/** A request or threat of somebody's own that the verb above answers: it was made, whatever came of it. */
function isAnswered(tree: Tree, noun: number): boolean {
  const { dep, head } = tokenAt(tree, noun);
  if (!['dobj', 'nsubjpass'].includes(dep) || !ANSWERING.has(lemmaOf(tokenAt(tree, head)))) return false;
  return (
    childrenOf(tree, noun, 'prep').some((p) => ['by', 'from'].includes(tokenAt(tree, p).text.toLowerCase())) ||
    childrenOf(tree, noun, 'amod', 'compound').some((m) => /^\p{Lu}/u.test(tokenAt(tree, m).text))
  );
}

/** "voted against lifting sanctions". */
function isVotedDown(tree: Tree, prep: number): boolean {
  const token = tokenAt(tree, prep);
  return (
    token.text.toLowerCase() === 'against' &&
    ['vote', 'decide', 'rule', 'advise', 'argue', 'campaign'].includes(lemmaOf(tokenAt(tree, token.head)))
  );
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
    case 'relcl':
      // "has a plan to destroy X".
      return token.tag === 'VB' && statusUnderNoun(lemmaOf(head)) !== null ? 'complement' : 'outside';
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

/** ", instead accusing": adverbs may stand between. */
function isBehindComma(tree: Tree, i: number): boolean {
  let at = i - 1;
  while (at > 0 && tokenAt(tree, at).pos === 'ADV') at--;
  return tree.doc.tokens[at]?.text === ',';
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
  if (isSupposed(tree, noun))
    return OCCURRENCE_VERBS.has(lemmaOf(tokenAt(tree, tokenAt(tree, noun).head))) ? 'planned' : 'possible';
  return demandedStatus(tree, noun);
}

/** "an invasion will result in sanctions", "an attack would be a disaster": what would follow from it, not that it happened. */
function isSupposed(tree: Tree, noun: number): boolean {
  const { dep, head } = tokenAt(tree, noun);
  if (dep !== 'nsubj' || !childrenOf(tree, noun, 'det').every((d) => /^(an?|any)$/i.test(tokenAt(tree, d).text)))
    return false;
  return childrenOf(tree, head, 'aux').some((a) => tokenAt(tree, a).tag === 'MD');
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
  const token = tokenAt(tree, trigger);
  // "had been under the control of", "the junta that ruled the country".
  const link = token.dep === 'pobj' ? tokenAt(tree, token.head) : token;
  const verb = isVerb(token) ? token : link.dep === 'prep' ? tokenAt(tree, link.head) : undefined;
  if (verb === undefined || !isVerb(verb)) return false;
  if (auxiliaries(tree, verb.i).some((a) => tokenAt(tree, a).text.toLowerCase() === 'had')) return true;
  return token.tag === 'VBD' && token.dep === 'relcl' && ['rule', 'govern'].includes(lemmaOf(token));
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
