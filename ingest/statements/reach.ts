/** What hangs under an argument's head, way by way: whoever may be meant where the head itself is no actor. */
import { accepts, type ArgumentKind } from '../../graph/model/predicates.ts';
import { FORCEFUL, WEAPONS } from './deeds.ts';
import type { Filler, Reading } from './fillers.ts';
import { childrenOf, lemmaOf, phrasesUnder, type Tree, tokenAt } from './tree.ts';
import { agentsOfNoun } from './voice.ts';

/** Tokens that hang under `i` in one way: a preposition's name, `poss`, or `mod` for modifiers before the noun. */
export function reached(reading: Reading, i: number, way: string): readonly number[] {
  const { tree } = reading;
  if (way === 'poss') return childrenOf(tree, i, 'poss');
  if (way === 'by') return agentsOfNoun(tree, i);
  if (way === 'mod') return modifiersOf(reading, i);
  if (way === 'mod:group') return modifiersOf(reading, i).filter((m) => isBody(reading, m));
  return phrasesUnder(tree, i)
    .filter((phrase) => phrase.name === way)
    .flatMap((phrase) => phrase.objects);
}

/** Words before a noun that may name somebody: "Israeli" in "Israeli air strike", "US" in "US sanctions list". */
function modifiersOf(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const found: number[] = [];
  const pending = [...childrenOf(tree, noun, 'amod', 'compound', 'nmod', 'npadvmod')];
  for (let at = 0; at < pending.length; at++) {
    const i = pending[at];
    if (i === undefined) break;
    found.push(i);
    // "the U.S. Consulate attack": whose consulate it is has no part in the attack.
    const isThing = ['Facility', 'Agreement'].includes(typeAt(reading, i) ?? '') || isBystander(reading, noun, i);
    pending.push(...childrenOf(tree, i, ...(isThing ? ['conj'] : ['amod', 'compound', 'nmod', 'conj'])));
  }
  return found.filter((i) => !isHyphenated(tree, i) && !isSite(reading, noun, i)).sort((a, b) => a - b);
}

/** "the Togo football team attack": what a common noun before a deed of force is of has no part in it; a weapon's owner has. */
function isBystander({ tree }: Reading, noun: number, i: number): boolean {
  const token = tokenAt(tree, i);
  if (
    token.pos !== 'NOUN' ||
    token.dep !== 'compound' ||
    /^\p{Lu}/u.test(token.text) ||
    !FORCEFUL.has(lemmaOf(tokenAt(tree, noun)))
  )
    return false;
  return !WEAPONS.has(lemmaOf(token)) && !STRIKING.has(lemmaOf(token));
}

const SITES =
  /\b(club|nightclub|school|university|college|church|mosque|synagogue|temple|hotel|mall|centre|center|market|station|airport|subway|metro|newspaper|theatre|theater|cinema|stadium|arena|team|hospital|building|tower|restaurant|bridge|embassy|marathon|festival)$/i;

/** "the Nogal Club bombing", "the Boston Marathon attack": where it was, not whose. */
function isSite(reading: Reading, noun: number, i: number): boolean {
  if (!FORCEFUL.has(lemmaOf(tokenAt(reading.tree, noun)))) return false;
  const mention = reading.resolved.mentionByHead[i];
  const type = typeAt(reading, i);
  return mention?.kind === 'name' && (type === 'Facility' || (type === 'Organization' && SITES.test(mention.text)));
}

/** Forces and kinds of weapon that stand before a deed with whose they are: "Israeli army raid", "US air strike". */
const STRIKING = new Set(
  (
    'air government army military police rebel navy coalition force tank troop militia state security naval ground ' +
    'helicopter suicide car truck border cruise combat fighter gunship artillery militant group'
  ).split(' '),
);

/** Whether a body or group is named there, not a country: "Hezbollah" in "Hezbollah targets in Lebanon". */
function isBody(reading: Reading, i: number): boolean {
  return named(reading, i, ['organization', 'group']).length > 0;
}

/** "Iran" in "Iran-backed groups" is no modifier of the groups themselves. */
function isHyphenated(tree: Tree, i: number): boolean {
  const next = tree.doc.tokens[i + 1];
  // "a pro-Palestine protest" is not Palestine's.
  if (/^[-–]$/.test(tree.doc.tokens[i - 1]?.text ?? '') && /^(pro|anti)$/i.test(tree.doc.tokens[i - 2]?.text ?? ''))
    return true;
  // "U.N.-brokered" in one token.
  if (/[-–]\p{Ll}+(ed|led|run|held|built|made|drawn)$/u.test(tree.doc.tokens[i]?.text ?? '')) return true;
  return (
    next !== undefined &&
    /^[-–]$/.test(next.text) &&
    tree.doc.tokens[i]?.spaceAfter === false &&
    isParticiple(tree, i + 2)
  );
}

function isParticiple(tree: Tree, i: number): boolean {
  const token = tree.doc.tokens[i];
  return token !== undefined && (token.tag === 'VBN' || token.tag === 'VBD' || token.text.endsWith('ed'));
}

/** Whoever the token heads a mention of, as far as `kinds` admits them. */
export function named(reading: Reading, i: number, kinds: readonly ArgumentKind[]): Filler[] {
  const mention = reading.resolved.mentionByHead[i];
  if (mention === undefined) return [];
  const referents = reading.resolved.referents[mention.id] ?? [];
  return referents.filter((entity) => accepts(kinds, entity.type)).map((entity) => ({ entity, mention, direct: true }));
}

/** The type of what the token heads a mention of. */
export function typeAt(reading: Reading, i: number): string | undefined {
  const mention = reading.resolved.mentionByHead[i];
  return mention === undefined ? undefined : reading.resolved.referents[mention.id]?.[0]?.type;
}
