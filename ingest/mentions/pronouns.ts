/** Pronouns as mentions, with the number and gender that they ask of whom they mean. Expletives are left out. */
import type { FoundMention, Gender } from './found.ts';
import { childrenOf, lower, type Tree, tokenAt } from './tree.ts';

interface Asked {
  readonly number: 'one' | 'several' | 'unknown';
  readonly gender: Gender;
  /** `person`: he, she; `thing`: it; `any`: they, who. */
  readonly of: 'person' | 'thing' | 'any' | 'speaker';
}

const ASKED: Readonly<Record<string, Asked>> = {};
const put = (words: string, asked: Asked): void => {
  for (const word of words.split(' ')) Object.assign(ASKED, { [word]: asked });
};
put('he him his himself', { number: 'one', gender: 'male', of: 'person' });
put('she her hers herself', { number: 'one', gender: 'female', of: 'person' });
put('it its itself', { number: 'one', gender: null, of: 'thing' });
put('they them their theirs themselves both', { number: 'several', gender: null, of: 'any' });
put('who whom whose which that', { number: 'unknown', gender: null, of: 'any' });
put('i me my myself', { number: 'one', gender: null, of: 'speaker' });
put('we us our ourselves', { number: 'several', gender: null, of: 'speaker' });

export const askedOf = (noun: string): Asked | undefined => (Object.hasOwn(ASKED, noun) ? ASKED[noun] : undefined);

export function pronounMentions(tree: Tree): FoundMention[] {
  const found: FoundMention[] = [];
  for (const token of tree.doc.tokens) {
    if (!['PRP', 'PRP$', 'WP', 'WP$', 'WDT'].includes(token.tag) && !isBoth(tree, token.i)) continue;
    const noun = token.text.toLowerCase();
    const asked = askedOf(noun);
    if (asked === undefined || token.dep === 'expl' || isDummy(tree, token.i) || token.dep === 'mark') continue;
    found.push({
      id: -1,
      first: token.i,
      last: token.i,
      head: token.i,
      kind: 'pronoun',
      text: token.text,
      start: token.start,
      end: token.end,
      type: null,
      entry: null,
      form: null,
      name: noun,
      aliases: [],
      bare: '',
      of: null,
      others: [],
      number: asked.number,
      gender: asked.gender,
      noun,
      definite: true,
      inner: null,
      rule: 'pronoun',
    });
  }
  return found;
}

const isBoth = (tree: Tree, i: number): boolean =>
  lower(tree, i) === 'both' && ['nsubj', 'nsubjpass', 'dobj', 'pobj'].includes(tokenAt(tree, i).dep);

/** What only somebody who acts can be. */
const OF_ACTORS = new Set(
  (
    'willing ready able unable prepared eager committed determined reluctant unwilling concerned worried opposed aware ' +
    'responsible confident hopeful disappointed open keen innocent guilty'
  ).split(' '),
);

/** "It is clear that", "it was raining": nobody is meant. */
function isDummy(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (token.text.toLowerCase() !== 'it' || (token.dep !== 'nsubj' && token.dep !== 'nsubjpass')) return false;
  const verb = tokenAt(tree, token.head);
  if (verb.lemma.toLowerCase() !== 'be')
    return token.dep === 'nsubjpass' && childrenOf(tree, verb.i, 'ccomp').length > 0;
  // "says it is willing to": whoever is willing is somebody.
  const said = childrenOf(tree, verb.i, 'acomp');
  if (said.length > 0) return !said.some((a) => OF_ACTORS.has(lower(tree, a)));
  return (
    childrenOf(tree, verb.i, 'ccomp').length > 0 ||
    childrenOf(tree, verb.i, 'attr').some((a) => childrenOf(tree, a, 'relcl').length > 0)
  );
}
