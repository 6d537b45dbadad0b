/**
 * The voice of a verb, and who acts where the act is told from the other side: by-phrases of passives and of event nouns.
 */
import { antecedent, childrenOf, isVerb, lemmaOf, MAX_CLIMB, phrasesUnder, type Tree, tokenAt } from './tree.ts';

const DITRANSITIVE = new Set(['deny', 'give', 'grant', 'award', 'offer', 'refuse', 'hand', 'send']);

/** What is done next to whoever something was done to. */
const SUFFERED_NEXT = new Set(
  (
    'release free jail sentence deport expel imprison kill execute behead torture transfer extradite convict fine arrest ' +
    'detain indict exile murder abduct kidnap wound injure hospitalize hospitalise'
  ).split(' '),
);

/** Whether the verb's grammatical subject undergoes the act. */
export function isPassive(tree: Tree, verb: number, depth = 0): boolean {
  const token = tokenAt(tree, verb);
  if (childrenOf(tree, verb, 'auxpass', 'nsubjpass', 'agent').length > 0) return true;
  if (token.tag !== 'VBN' && token.tag !== 'VBD') return false;
  // "migrants denied entry", "a man given a life sentence".
  if (token.dep === 'acl' && token.tag === 'VBN' && DITRANSITIVE.has(lemmaOf(token))) return true;
  if (childrenOf(tree, verb, 'dobj').length > 0 || childrenOf(tree, verb, 'aux').length > 0) return false;
  if (token.dep === 'acl') return true;
  // "was detained and released": told of the same patient, though the form is that of the past tense.
  if (token.tag === 'VBD' && token.dep === 'conj' && SUFFERED_NEXT.has(lemmaOf(token)) && depth < MAX_CLIMB) {
    const hasSubject = childrenOf(tree, verb, 'nsubj').length > 0;
    return !hasSubject && isVerb(tokenAt(tree, token.head)) && isPassive(tree, token.head, depth + 1);
  }
  if (token.tag !== 'VBN') return false;
  if (['advcl', 'xcomp', 'oprd'].includes(token.dep)) return true;
  if (token.dep === 'conj' && depth < MAX_CLIMB && childrenOf(tree, verb, 'nsubj').length === 0) {
    return isVerb(tokenAt(tree, token.head)) && isPassive(tree, token.head, depth + 1);
  }
  return token.dep === 'ROOT';
}

/**
 * The by-phrase of a passive, also where it hangs under a later noun ("charged with fraud by X") or the parser took the
 * noun's participle for a verb ("shot by responding police"). "20 are killed and dozens injured by X": the first shares it.
 */
export function agentsOf(tree: Tree, verb: number): readonly number[] {
  const phrases = phrasesUnder(tree, verb);
  const own = phrases.filter((phrase) => phrase.name === 'by').flatMap((phrase) => phrase.objects);
  if (own.length > 0) return own.map((i) => antecedent(tree, i));
  const participles = childrenOf(tree, verb, 'agent', 'prep')
    .filter((prep) => tokenAt(tree, prep).text.toLowerCase() === 'by')
    .flatMap((prep) => childrenOf(tree, prep, 'pcomp'));
  if (participles.length > 0) return participles.flatMap((i) => childrenOf(tree, i, 'dobj'));
  return phrases
    .flatMap((phrase) => phrase.objects)
    .flatMap((object) => phrasesUnder(tree, object))
    .filter((phrase) => phrase.name === 'by')
    .flatMap((phrase) => phrase.objects);
}

/** Participles that say who brought a deed about: "strikes carried out by", "sanctions imposed by". */
const BROUGHT = new Set(
  (
    'carry conduct launch perpetrate commit stage mount execute undertake wage lead impose issue make order organize ' +
    'organise perform orchestrate direct give send deliver call sign hold initiate propose announce host broker'
  ).split(' '),
);

/** Who a noun of deed is by: its by-phrase, or that of the participle under it ("an attack carried out by"). */
export function agentsOfNoun(tree: Tree, noun: number): readonly number[] {
  const own = phrasesUnder(tree, noun).filter((phrase) => phrase.name === 'by');
  if (own.length > 0) return own.flatMap((phrase) => phrase.objects);
  const beside = besideObject(tree, noun);
  if (beside.length > 0) return beside;
  return childrenOf(tree, noun, 'acl')
    .filter((i) => tokenAt(tree, i).tag === 'VBN' && BROUGHT.has(lemmaOf(tokenAt(tree, i))))
    .flatMap((i) => agentsOf(tree, i));
}

/** "investigates war crimes by Russia", with the phrase under the active verb right behind its object. */
function besideObject(tree: Tree, noun: number): readonly number[] {
  const { dep, head } = tokenAt(tree, noun);
  if (dep !== 'dobj' || isPassive(tree, head)) return [];
  return phrasesUnder(tree, head)
    .filter((phrase) => phrase.name === 'by' && phrase.prep === noun + 1)
    .flatMap((phrase) => phrase.objects);
}
