/** "strikes on several cities in Ukraine, including Odesa", "officials, among them X": examples hang under what they are of. */
import { at, type Edit, type Edits, isNominal, isPlural, NOTHING, type Sentence, under } from './sentence.ts';

/** How far before its examples a noun may stand, in tokens. */
const REACH = 15;
const MAX_CLIMB = 30;
const TIMES = new Set(['day', 'week', 'month', 'year', 'hour', 'minute', 'decade', 'time']);

export function examples(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    const word = at(sentence, i).text.toLowerCase();
    if (word === 'including' && at(sentence, i).dep === 'prep') {
      const settled = isPluralNoun(sentence, at(sentence, i).head) && !isPlace(sentence, i);
      const noun = settled ? undefined : pluralBefore(sentence, i);
      if (noun !== undefined) edits.set(i, { head: noun });
    } else if (word === 'among' && at(sentence, i + 1).text.toLowerCase() === 'them') {
      for (const [token, edit] of amongThem(sentence, i)) edits.set(token, edit);
    }
  }
  return edits;
}

/** "officials, among them X": X is what stands under the preposition, beside "them", or holds it. */
function amongThem(sentence: Sentence, among: number): Edits {
  const noun = pluralBefore(sentence, among);
  if (noun === undefined || at(sentence, among - 1).text !== ',') return NOTHING;
  const holder = at(sentence, among).head;
  const below = under(sentence, among, 'pobj').find((i) => i > among + 1);
  const example = below ?? (holder > among && isNominal(at(sentence, holder)) ? holder : undefined);
  if (example === undefined || !isNominal(at(sentence, example))) return NOTHING;
  return new Map<number, Edit>([
    [among, { head: noun, dep: 'prep' }],
    [among + 1, { dep: 'dep' }],
    [example, { head: among, dep: 'pobj' }],
  ]);
}

/** "air strikes on several towns, including the port of Odesa": a place is an example of the towns, not of the strikes. */
function isPlace(sentence: Sentence, including: number): boolean {
  const objects = under(sentence, including, 'pobj');
  const inner = objects.flatMap((o) => under(sentence, o, 'prep')).flatMap((of) => under(sentence, of, 'pobj'));
  return [...objects, ...inner].some((i) => ['GPE', 'LOC', 'FAC'].includes(at(sentence, i).entType));
}

const isPluralNoun = (sentence: Sentence, i: number): boolean => {
  const token = at(sentence, i);
  return token.pos === 'NOUN' && isPlural(token) && !TIMES.has(token.lemma);
};

/** The nearest plural noun before `i` that does not itself hang under `i`. */
function pluralBefore(sentence: Sentence, i: number): number | undefined {
  for (let noun = i - 1; noun >= Math.max(sentence.first, i - REACH); noun--)
    if (isPluralNoun(sentence, noun)) return hangsUnder(sentence, noun, i) ? undefined : noun;
  return undefined;
}

function hangsUnder(sentence: Sentence, i: number, above: number): boolean {
  let token = at(sentence, i);
  for (let step = 0; step < MAX_CLIMB && token.head !== token.i; step++) {
    if (token.head === above) return true;
    token = at(sentence, token.head);
  }
  return false;
}
