/** The holder of an office whose name comes behind all that is said of the office. A bounded number of tokens. */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import type { OfficePhrase } from './office-phrases.ts';
import { headOf, lower, type Tree, tokenAt } from './tree.ts';

const NO_PERSON = new Set(['GPE', 'LOC', 'NORP', 'FAC']);

/** Words that an office may go on with before its holder's name: "commander of the army during the war Ramush Haradinaj". */
const TAIL = 12;

/**
 * "The chief minister of the Indian state of Kerala, Pinarayi Vijayan,": a name behind what else is said of the office. With a
 * comma the tree must say so; without one, nothing but nouns and what is below them may stand between.
 */
export function nameBehind(
  tree: Tree,
  gazetteer: Gazetteer,
  phrase: OfficePhrase,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan | null {
  if (phrase.plural) return null;
  if (!['of', 'for', 'in', 'at', 'to', 'during'].includes(lower(tree, phrase.last + 1))) return null;
  for (let i = phrase.last + 2; i <= phrase.last + TAIL; i++) {
    const token = tree.doc.tokens[i];
    if (token === undefined || tree.sentenceOf[i] !== tree.sentenceOf[phrase.head]) return null;
    const span = starting.get(i);
    const head = span === undefined ? undefined : tokenAt(tree, headOf(tree, span));
    if (span !== undefined && head !== undefined && lower(tree, i - 1) === ',') {
      const isBeside = head.dep === 'appos' && head.head === phrase.head;
      const isBetween = span.label === 'PERSON' && lower(tree, span.last + 1) === ',';
      return (isBeside || isBetween) && !NO_PERSON.has(span.label) ? span : null;
    }
    if (span?.label === 'PERSON' && head !== undefined) {
      // "The head of the company John Roe founded is retiring": he is the subject of a clause inside.
      const office = tokenAt(tree, phrase.head);
      const isInside = head.dep === 'nsubj' && office.dep.startsWith('nsubj') && head.head !== office.head;
      return ['NOUN', 'PROPN'].includes(tokenAt(tree, i - 1).pos) && !isInside ? span : null;
    }
    if (
      gazetteer.lexicon.titles.head.has(token.text.toLowerCase()) ||
      token.tag.startsWith('VB') ||
      token.tag === 'MD' ||
      /^(and|or|who|which|that|[.;:()"“”])$/.test(token.text.toLowerCase())
    )
      return null;
  }
  return null;
}
