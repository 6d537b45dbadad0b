/**
 * Names that are longer than what was found: "Fukushima" + "nuclear plant", "Israeli" + "Air Force", "Supreme Court" + "of
 * Guinea", "Biden" + "administration". Looks at the neighbouring tokens only, a bounded number of them.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import { isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

const REACH = 5;
/** Lower-case words that may stand between a place name and the word for what is there. */
const KINDS_OF_SITE = new Set(
  'nuclear power air naval military refugee border police railway train oil gas research thermal electric hydroelectric international cargo detention concentration migrant coal gold copper bus metro subway football high secondary primary'.split(
    ' ',
  ),
);
/** Common nouns that make an organization of the name before them. */
const BODIES_OF_NAME = new Set(
  'administration cabinet regime junta cartel campaign group movement militia network party faction clan gang government coalition family trial'.split(
    ' ',
  ),
);

/** Takes in the words after (and before) a name that belong to it. */
export function extendSpan(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan {
  if (span.cut > 0) return span;
  return (
    officeOfTitle(tree, gazetteer, span) ??
    siteOf(tree, gazetteer, span) ??
    capitalsAfter(tree, gazetteer, span) ??
    bodyOf(tree, span) ??
    span
  );
}

/** "Specialized Anti-Corruption Prosecutor's Office": the office of a title is a body. */
function officeOfTitle(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan | null {
  const last = span.last + 2;
  if (span.sense !== null || !/^['’]s?$/.test(lower(tree, span.last + 1)) || lower(tree, last) !== 'office')
    return null;
  if (!isCapitalized(tokenAt(tree, last)) || !gazetteer.lexicon.titles.head.has(lower(tree, span.last))) return null;
  return { ...span, last, label: 'ORG', rule: 'office-of-title' };
}

/** "Fukushima nuclear plant", "Jabalia refugee camp": a place name and a lower-case site. Countries own sites instead. */
function siteOf(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan | null {
  const type = span.sense?.entry.type;
  if (span.sense !== null && type !== 'Place') return null;
  if (span.label === 'PERSON' || span.label === 'NORP') return null;
  const { nouns } = gazetteer.lexicon;
  for (let i = span.last + 1; i <= span.last + REACH && i < tree.doc.tokens.length; i++) {
    const token = tokenAt(tree, i);
    const word = lower(tree, i);
    if (i > span.last + 1 || KINDS_OF_SITE.has(word)) {
      if (nouns.facilities.has(singular(word)) && !joinsFurther(tree, i)) {
        return {
          ...span,
          last: i,
          label: word.endsWith('camp') && !isCapitalized(token) ? 'LOC' : 'FAC',
          sense: null,
          rule: 'site',
        };
      }
    } else if (
      nouns.facilities.has(singular(word)) &&
      !isCapitalized(token) &&
      token.tag === 'NN' &&
      !joinsFurther(tree, i)
    ) {
      return { ...span, last: i, label: 'FAC', sense: null, rule: 'site' };
    }
    if (!KINDS_OF_SITE.has(word)) return null;
  }
  return null;
}

/** Capitalized words that say what the name names: "Queensland" + "Police Service", "Bryansk" + "Oblast". */
function capitalsAfter(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan | null {
  const { nouns } = gazetteer.lexicon;
  let last = span.last;
  let label = '';
  for (let i = span.last + 1; i <= span.last + REACH && i < tree.doc.tokens.length; i++) {
    const token = tokenAt(tree, i);
    if (!isCapitalized(token) || token.sentStart || !['PROPN', 'NOUN', 'ADJ'].includes(token.pos)) break;
    if (gazetteer.lexicon.titles.head.has(lower(tree, i))) break;
    if (
      token.entType === 'PERSON' ||
      (token.entIob === 'B' && token.entType === 'GPE' && !nouns.placeWords.has(lower(tree, i)))
    )
      break;
    if (gazetteer.lexicon.titles.modifier.has(lower(tree, i)) && gazetteer.lexicon.titles.head.has(lower(tree, i + 1)))
      break;
    const word = singular(lower(tree, i));
    const found =
      nouns.organizationWords.has(word) || nouns.organizationWords.has(lower(tree, i))
        ? 'ORG'
        : nouns.facilities.has(word)
          ? 'FAC'
          : nouns.placeWords.has(word)
            ? 'LOC'
            : nouns.agreements.has(word)
              ? 'LAW'
              : nouns.events.has(word)
                ? 'EVENT'
                : '';
    if (found !== '') {
      last = i;
      label = found;
    }
  }
  if (last === span.last) return null;
  if (label === 'LOC' && span.sense?.entry.type === 'Country') return null;
  return { ...span, last, label, sense: null, rule: 'capitals-after' };
}

/** "Biden administration", "Myanmar junta": but "Syrian government" is the country and is left to the nominals. */
function bodyOf(tree: Tree, span: NameSpan): NameSpan | null {
  const next = tree.doc.tokens[span.last + 1];
  if (
    next === undefined ||
    !BODIES_OF_NAME.has(next.text.toLowerCase()) ||
    next.tag !== 'NN' ||
    joinsFurther(tree, next.i)
  )
    return null;
  if (tokenAt(tree, span.last).head !== next.i) return null;
  if (
    span.sense !== null &&
    span.sense.entry.type !== 'Organization' &&
    !(span.sense.entry.type === 'Place' && !isCity(span))
  )
    return null;
  if (span.sense !== null && span.sense.entry.type === 'Organization') return null;
  return { ...span, last: next.i, label: 'ORG', sense: null, rule: 'body-of-name' };
}

const isCity = (span: NameSpan): boolean => span.sense?.entry.acts !== undefined;

/** A noun that is itself only a modifier ("plant workers") ends no name. */
function joinsFurther(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  return token.dep === 'compound' && token.head > i && tokenAt(tree, token.head).pos === 'NOUN';
}

/** A plain plural without its ending; good enough to look a word up. */
export function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
