/**
 * Headlines in the present tense without a verb in their tree: "Kenya severs ties with Uganda", "Police in Karachi arrest
 * two suspects", "A court of Lima orders 18 months of detention". The tagger took the verb for a noun of the name before or
 * the object behind it; it shows by standing right behind the sentence's first noun phrase and by agreeing with it.
 */
import type { Token } from '../nlp/doc.ts';
import {
  at,
  BEFORE_NOUN,
  type Edit,
  type Edits,
  FINITE,
  isNominal,
  isPlural,
  NOTHING,
  presentVerb,
  rootOf,
  type Sentence,
  under,
} from './sentence.ts';

/** What the first noun phrase and its prepositional phrases consist of. */
const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADP', 'PART', 'ADV']);
const JOINTS = new Set(['-', '–', '"', "'", '“', '”']);
/** How far into a sentence its verb is looked for, in tokens. */
const REACH = 25;

interface Opening {
  readonly verb: Token;
  readonly lemma: string;
  readonly subject: Token;
}

/** The verb behind the first noun phrase of a sentence whose root is a noun, with its subject and its object set right. */
export function hiddenVerb(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined) return NOTHING;
  const isVerbless = isNominal(root) || root.pos === 'ADJ';
  const supposed = isVerbless ? undefined : disagreeing(sentence, root);
  if (!isVerbless && supposed === undefined) return NOTHING;
  const misled = isVerbless ? undefined : root;
  const opening = openingOf(sentence, afterTopic(sentence), misled);
  if (opening === undefined || (supposed !== undefined && opening.verb.i !== supposed)) return NOTHING;
  return regrouped(sentence, opening, objectOf(sentence, opening.verb), misled);
}

/** "A court grants bail to", "Kenya severs ties with Uganda and recalls": the subject that the parser gave to a verb does not agree. */
function disagreeing(sentence: Sentence, root: Token): number | undefined {
  const subject = under(sentence, root.i, 'nsubj', 'compound', 'nmod').findLast((i) => i < root.i);
  if (subject === undefined) return undefined;
  const inside = under(sentence, subject, 'compound', 'nmod', 'amod');
  if (at(sentence, subject).tag === 'NN') {
    const isBare = subject === root.i - 1 && under(sentence, subject, 'det', 'poss').length === 0;
    return isBare && root.tag === 'VBZ' ? inside.find((i) => at(sentence, i).tag === 'NN') : undefined;
  }
  if (at(sentence, subject).tag !== 'NNS') return undefined;
  if (root.tag === 'VBZ') return inside.find((i) => at(sentence, i).tag === 'NNS') ?? subject;
  const isOne = [subject, ...inside]
    .flatMap((i) => under(sentence, i, 'det'))
    .some((d) => /^an?$/i.test(at(sentence, d).text));
  return root.tag === 'VBP' && isOne ? subject : undefined;
}

/** Where the news begins behind a topic: "2012 border conflict: Sudan restarts talks". */
function afterTopic(sentence: Sentence): number {
  for (let i = sentence.first; i <= Math.min(sentence.last, sentence.first + REACH); i++) {
    if (at(sentence, i).text === ':') return i + 1;
    if (at(sentence, i).pos === 'VERB') break;
  }
  return sentence.first;
}

function openingOf(sentence: Sentence, from: number, misled: Token | undefined): Opening | undefined {
  let found: Opening | undefined;
  let head: Token | undefined;
  let last: Token | undefined;
  let joined = false;
  for (let i = from; i <= Math.min(sentence.last - 1, from + REACH); i++) {
    const token = at(sentence, i);
    if (token === misled) break;
    const subject = head ?? last;
    const word = isPrefixed(sentence, i) ? at(sentence, i + 2) : token;
    const lemma =
      subject !== undefined &&
      (last?.i === i - 1 || (head !== undefined && last?.i === i - 2 && isComma(sentence, i - 1)))
        ? agreeingVerb(sentence, word, subject, joined && head === undefined)
        : undefined;
    if (subject !== undefined && lemma !== undefined) found = { verb: word, lemma, subject };
    if (word !== token) break;
    if (token.pos === 'CCONJ' && head === undefined && last !== undefined) joined = true;
    else if (isComma(sentence, i) && head !== undefined && last?.i === i - 1) continue;
    else if (!INSIDE.has(token.pos) && !JOINTS.has(token.text) && token.dep !== 'amod') break;
    if (token.pos === 'ADP' && head === undefined && last !== undefined) head = last;
    if (isNominal(token)) last = token;
  }
  return found;
}

const isComma = (sentence: Sentence, i: number): boolean => at(sentence, i).text === ',';

/** The verb that the word is if it agrees with the subject and has behind it what a verb has. */
function agreeingVerb(sentence: Sentence, token: Token, subject: Token, joined: boolean): string | undefined {
  const lemma = presentVerb(sentence, token);
  if (lemma === undefined || !FORMS.has(token.tag) || /^\p{Lu}/u.test(token.text)) return undefined;
  const isThird = token.text.endsWith('s') && lemma !== token.text;
  if (isThird === (joined || isPlural(subject))) return undefined;
  const next = sentence.tokens[token.i + 1];
  if (next === undefined || token.i >= sentence.last) return undefined;
  const goesOn = isObjectStart(next) || isVerbal(next) || (isComplementStart(next) && !sentence.isNounLemma(lemma));
  return goesOn ? (prefixedLemma(sentence, token.i, lemma) ?? lemma) : undefined;
}

/** What the tagger takes a verb in the present tense for. */
const FORMS = new Set(['NN', 'NNS', 'VB', 'VBP', 'VBZ', 'JJ']);

const isObjectStart = (next: Token): boolean =>
  ['DET', 'NUM', 'PROPN', 'ADJ', 'NOUN', 'PRON'].includes(next.pos)
    ? next.tag !== 'IN' && !/^(that|which|who)$/i.test(next.text)
    : next.tag === 'PRP$' || next.tag === 'VBN';

/** "sides with", "votes to admit", "states that": only of what is not the name of an act as well ("strikes on"). */
const isComplementStart = (next: Token): boolean => next.pos === 'ADP' || next.tag === 'TO' || next.tag === 'IN';

const PREFIXES = new Set(['re', 'co', 'test', 'pre', 'de', 'cross']);

/** "re-imposes", "test-fires": three tokens, of which the last is the verb. */
const isPrefixed = (sentence: Sentence, i: number): boolean =>
  PREFIXES.has(at(sentence, i).text.toLowerCase()) &&
  i + 2 <= sentence.last &&
  at(sentence, i + 1).text === '-' &&
  !at(sentence, i).spaceAfter;

/** The verb with the prefix that stands before it, where there is such a verb. */
function prefixedLemma(sentence: Sentence, i: number, lemma: string): string | undefined {
  if (i - 2 < sentence.first || !isPrefixed(sentence, i - 2)) return undefined;
  const prefix = at(sentence, i - 2).text.toLowerCase();
  return [`${prefix}-${lemma}`, `${prefix}${lemma}`].find((whole) => sentence.isVerbLemma(whole));
}

/** "Kenya co-hosts a summit", "is to re-open": the prefix as the verb's subject or object is a part of the verb. */
export function prefixedVerbs(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i + 2 <= sentence.last; i++) {
    if (!isPrefixed(sentence, i)) continue;
    const verb = at(sentence, i + 2);
    if (verb.pos !== 'VERB') continue;
    const lemma = prefixedLemma(sentence, verb.i, verb.lemma.toLowerCase());
    const reaches = [i, i + 1].every((part) => at(sentence, part).head === verb.i || at(sentence, part).head === i);
    if (!reaches || at(sentence, i).head !== verb.i) continue;
    if (lemma !== undefined) edits.set(verb.i, { lemma });
    const subject = under(sentence, i, 'compound', 'nmod').at(-1);
    edits.set(i, { dep: 'dep', pos: 'X', tag: 'AFX' });
    edits.set(i + 1, { dep: 'punct', pos: 'PUNCT', tag: 'HYPH', head: verb.i });
    if (subject === undefined || under(sentence, verb.i, 'nsubj', 'nsubjpass').some((s) => s < i)) continue;
    edits.set(subject, { head: verb.i, dep: 'nsubj' });
    for (const before of under(sentence, i)) if (before < subject) edits.set(before, { head: subject });
  }
  return edits;
}

/** The noun that the supposed verb was a part of, or else the first noun phrase behind it. */
function objectOf(sentence: Sentence, verb: Token): Token | undefined {
  let object = verb;
  for (let next = at(sentence, object.head); next.i > object.i; next = at(sentence, object.head)) {
    // A verb right behind is a part of the object ("grants bail", "fire tear gas"); one further on has the object as its subject.
    if (isVerbal(next) && next.i !== object.i + 1) break;
    object = next;
  }
  if (object.i > verb.i) return isNominal(object) || isVerbal(object) ? object : undefined;
  for (let i = verb.i + 1; i <= sentence.last; i++) {
    const token = at(sentence, i);
    if (token.pos === 'ADP' || token.pos === 'PUNCT' || token.pos === 'VERB') return undefined;
    if (isNominal(token) && (token.head <= verb.i || token.head === i)) return token;
  }
  return undefined;
}

/** All that hung across the verb hangs under it, under its subject, or under its object. */
function regrouped(
  sentence: Sentence,
  { verb, lemma, subject }: Opening,
  object: Token | undefined,
  misled: Token | undefined,
): Edits {
  const edits = new Map<number, Edit>([
    [verb.i, { head: verb.i, dep: 'ROOT', tag: verb.text.endsWith('s') ? 'VBZ' : 'VBP', pos: 'VERB', lemma }],
  ]);
  const open = openPreposition(sentence, verb.i, subject.i);
  for (let i = sentence.first; i <= sentence.last; i++) {
    const token = at(sentence, i);
    if (i === verb.i) continue;
    if (open !== undefined && i < verb.i && i > open && token.head >= verb.i) {
      edits.set(i, i === verb.i - 1 ? { head: open, dep: 'pobj' } : { head: verb.i - 1 });
      continue;
    }
    if (i === misled?.i)
      edits.set(
        i,
        i === object?.i
          ? { head: verb.i, dep: 'dobj', tag: token.text.endsWith('s') ? 'NNS' : 'NN', pos: 'NOUN' }
          : { head: verb.i, dep: 'conj' },
      );
    else if (i === subject.i) edits.set(i, { head: verb.i, dep: 'nsubj' });
    else if (i === object?.i) edits.set(i, { head: verb.i, dep: 'dobj' });
    else if (i === verb.i - 1 && isPrefixed(sentence, i - 1)) edits.set(i, { head: verb.i, dep: 'punct' });
    else if (isPrefixed(sentence, i) && i === verb.i - 2) edits.set(i, { head: verb.i, dep: 'dep' });
    else if (isPurpose(sentence, token, object)) edits.set(i, { head: verb.i, dep: 'advcl' });
    else if (i < verb.i ? token.head >= verb.i || token.head === i : token.head <= verb.i || token.head === i)
      edits.set(
        i,
        i < verb.i && BEFORE_NOUN.has(token.dep) && i < subject.i
          ? { head: subject.i }
          : across(sentence, token, verb, i),
      );
  }
  return edits;
}

/** "A court in Lima orders": the preposition that the name before the verb belongs to, where the verb took the name's place. */
function openPreposition(sentence: Sentence, verb: number, subject: number): number | undefined {
  for (let i = verb - 2; i > subject; i--)
    if (at(sentence, i).pos === 'ADP') return under(sentence, i, 'pobj').some((o) => o < verb) ? undefined : i;
  return undefined;
}

/** "fire tear gas to disperse a crowd" with the infinitive under the gas. */
const isPurpose = (sentence: Sentence, token: Token, object: Token | undefined): boolean =>
  token.head === object?.i &&
  token.tag === 'VB' &&
  ['relcl', 'acl'].includes(token.dep) &&
  under(sentence, token.i, 'aux').length > 0 &&
  under(sentence, token.i, 'nsubj', 'mark').length === 0;

function across(sentence: Sentence, token: Token, verb: Token, i: number): Edit {
  const isClause = i > verb.i && ['relcl', 'acl', 'ccomp'].includes(token.dep);
  if (isClause)
    return { head: verb.i, dep: isReported(sentence, token) ? 'ccomp' : token.tag === 'VB' ? 'xcomp' : 'advcl' };
  if (token.dep === 'ROOT' || (i < verb.i && isNominal(token))) return { head: verb.i, dep: 'dep' };
  return { head: verb.i };
}

const isReported = (sentence: Sentence, clause: Token): boolean =>
  FINITE.has(clause.tag) &&
  under(sentence, clause.i, 'nsubj', 'nsubjpass').length > 0 &&
  under(sentence, clause.i, 'mark').every((m) => at(sentence, m).text.toLowerCase() === 'that');

const isVerbal = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';
