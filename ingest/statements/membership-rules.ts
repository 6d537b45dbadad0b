/**
 * Membership that a noun phrase shows: "National Rally politician X", "X, a member of Y", "members of Y, including X",
 * "X of the ruling Y party". Offices ("Y leader X") are REPRESENTS and read in office-rules.ts.
 */
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, type Reading } from './fillers.ts';
import { crossed, type Trigger } from './pairs.ts';
import { childrenOf, lemmaOf, phrasesUnder, tokenAt } from './tree.ts';

const ROLES = new Set(
  (
    'member politician candidate lawmaker legislator activist militant fighter operative insurgent gunman supporter ' +
    'lieutenant recruit defector senator congressman congresswoman mp soldier officer rebel agent'
  ).split(' '),
);
const BODIES = new Set('party movement coalition alliance group bloc faction militia union front'.split(' '));

/** Reads one token as the role noun or as the body after "of". */
export function readMembership(reading: Reading, i: number): Draft[] {
  const token = tokenAt(reading.tree, i);
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN') return [];
  const lemma = lemmaOf(token);
  if (ROLES.has(lemma)) return roleOf(reading, i);
  return token.dep === 'pobj' && (BODIES.has(lemma) || isParty(token.text)) ? bodyAfterOf(reading, i) : [];
}

function isParty(text: string): boolean {
  return text === 'Party' || text === 'Movement' || text === 'Coalition';
}

function trigger(reading: Reading, i: number, rule: string): Trigger {
  return {
    predicate: 'MEMBER_OF',
    trigger: i,
    words: [i],
    lemma: lemmaOf(tokenAt(reading.tree, i)),
    rule,
    status: 'ongoing',
    background: true,
  };
}

function roleOf(reading: Reading, i: number): Draft[] {
  const bodies = bodiesOf(reading, i);
  return bodies.length === 0 ? [] : crossed(trigger(reading, i, 'member:role'), personsOf(reading, i), bodies);
}

/** The organization before the role noun or after "of". */
function bodiesOf(reading: Reading, i: number): Filler[] {
  const { tree } = reading;
  const after = phrasesUnder(tree, i)
    .filter((phrase) => phrase.name === 'of' || phrase.name === 'from')
    .flatMap((phrase) => phrase.objects);
  const head = tokenAt(tree, tokenAt(tree, i).head);
  const siblings =
    tokenAt(tree, i).dep === 'compound' ? childrenOf(tree, head.i, 'compound', 'nmod', 'amod', 'poss') : [];
  const before = [...childrenOf(tree, i, 'compound', 'nmod', 'amod', 'poss'), ...siblings.filter((s) => s < i)];
  return [...after, ...before].flatMap((o) => fillersAt(reading, o, ['organization'], []));
}

/** The person whose role it is: the name that the noun precedes, is in apposition to, or gives as an example. */
function personsOf(reading: Reading, i: number): Filler[] {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  const heads = [
    ...(['compound', 'appos', 'nmod'].includes(token.dep) ? [token.head] : []),
    ...childrenOf(tree, i, 'appos'),
    ...phrasesUnder(tree, i)
      .filter((phrase) => phrase.name === 'including')
      .flatMap((phrase) => phrase.objects),
  ];
  return heads.flatMap((head) => fillersAt(reading, head, ['person'], []));
}

/** "X of the ruling Y party". */
function bodyAfterOf(reading: Reading, i: number): Draft[] {
  const { tree } = reading;
  const prep = tokenAt(tree, tokenAt(tree, i).head);
  if (prep.text.toLowerCase() !== 'of') return [];
  // "A of P, B of Q": each is of what stands behind the own name.
  const members = fillersAt(reading, prep.head, ['person'], []).filter(
    ({ mention }) => mention.kind === 'name' && mention.first <= prep.head && mention.last >= prep.head,
  );
  return crossed(trigger(reading, i, 'member:of'), members, fillersAt(reading, i, ['organization'], ['mod']));
}
