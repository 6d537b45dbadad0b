/**
 * Whether a capital or seat of power acts ("Tokyo said", "talks with Moscow", "Beijing's claims") and so means its state,
 * or is a place ("in Tokyo", "visited Moscow", "Beijing's airport"). Decided by what governs the name.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { FoundMention } from '../mentions/found.ts';
import { lower, type Tree, tokenAt } from '../mentions/tree.ts';

const ADDRESSED = new Set(
  'accuse criticize criticise condemn urge call warn blame tell ask press pressure thank support sanction sue denounce threaten invite inform assure notify oblige help back assist reject isolate punish provoke defy challenge persuade convince force allow represent want expect demand anger infuriate upset alarm worry join pledge'.split(
    ' ',
  ),
);
const PARTNER = new Set('with by between against'.split(' '));
const AIMED = new Set('on upon to from at toward towards'.split(' '));
/** What is done to states rather than to cities: "sanctions on Islamabad", "blamed on Tehran", "an appeal to Moscow". */
const TOWARDS_STATES = new Set(
  'sanction tariff embargo pressure blame call impose ban ambassador envoy appeal complain apologise apologize protest aid threat ultimatum warning demand recall loyal allegiance tie concession support message plea'.split(
    ' ',
  ),
);
const STATIVE = new Set('be lie sit stand fall burn celebrate mark experience see sink witness wake'.split(' '));
const OF_A_CITY = new Set(
  'mayor governor police resident residents people street suburb airport university outskirts district neighborhood neighbourhood mosque square centre center court hospital'.split(
    ' ',
  ),
);
const HYPHENED_PLACES = new Set(['based', 'born', 'area', 'bound', 'wide', 'style']);

export function actsForState(tree: Tree, gazetteer: Gazetteer, mention: FoundMention): boolean {
  const after = lower(tree, mention.last + 1);
  if (after === '-' || after === '–') {
    const word = lower(tree, mention.last + 2);
    return !HYPHENED_PLACES.has(word) && !tokenAt(tree, mention.last).spaceAfter;
  }
  if (after === ',' && startsCountry(tree, mention.last + 2)) return false;
  let i = mention.head;
  for (let step = 0; step < 8 && tokenAt(tree, i).dep === 'conj'; step++) i = tokenAt(tree, i).head;
  const token = tokenAt(tree, i);
  const head = tokenAt(tree, token.head);
  const lemma = head.lemma.toLowerCase();
  switch (token.dep) {
    case 'nsubj':
      return (head.pos === 'VERB' || head.pos === 'AUX') && !STATIVE.has(lemma);
    case 'agent':
      return true;
    case 'pobj': {
      const governor = tokenAt(tree, head.head).lemma.toLowerCase();
      return (
        PARTNER.has(head.text.toLowerCase()) || (AIMED.has(head.text.toLowerCase()) && TOWARDS_STATES.has(governor))
      );
    }
    case 'dobj':
    case 'nsubjpass':
    case 'dative':
      return ADDRESSED.has(lemma);
    case 'poss':
    case 'compound':
    case 'nmod': {
      const { nouns } = gazetteer.lexicon;
      if (OF_A_CITY.has(lemma) || nouns.facilities.has(lemma) || nouns.placeWords.has(lemma)) return false;
      return token.dep === 'poss' || nouns.bodies.has(lemma) || gazetteer.lexicon.titles.head.has(lemma);
    }
    default:
      return false;
  }
}

const startsCountry = (tree: Tree, i: number): boolean => tree.doc.tokens[i]?.entType === 'GPE';
