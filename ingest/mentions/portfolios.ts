/**
 * Names that ner glued to the words of an office before them: "Minister of Defence Jean Dupont", "for Work and Pensions Jane
 * Roe". The words of the office are cut; what is left is the holder's name. Linear in the span.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import { isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

const LINKS = new Set(['of', 'for']);
const JOINTS = new Set(['and', 'the', ',']);
/** Tokens before the span in which the noun of the office must stand. */
const REACH_BACK = 7;

/** The span without the title and portfolio that it begins with or continues; itself where it has none. */
export function afterPortfolio(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan {
  const from = portfolioStart(tree, gazetteer, span);
  if (from === null) return span;
  const { titles } = gazetteer.lexicon;
  let first = from;
  let portfolio = 0;
  for (; first < span.last; first++) {
    const word = lower(tree, first);
    if (titles.modifier.has(word)) portfolio++;
    else if (!LINKS.has(word) && !JOINTS.has(word)) break;
  }
  if (portfolio === 0 || first === span.first) return span;
  for (let i = first; i <= span.last; i++) {
    const word = lower(tree, i);
    if (titles.head.has(word) || gazetteer.lexicon.nouns.organizationWords.has(word)) return span;
  }
  if (!isCapitalized(tokenAt(tree, first)) || tokenAt(tree, first).pos !== 'PROPN') return span;
  return { ...span, first, label: span.last > first ? 'PERSON' : '', rule: `${span.rule}:portfolio` };
}

/** Where the portfolio begins: behind "Minister of" inside the span or before it; null where no office governs it. */
function portfolioStart(tree: Tree, gazetteer: Gazetteer, span: NameSpan): number | null {
  const { titles } = gazetteer.lexicon;
  for (let i = span.first; i < span.last; i++) {
    if (LINKS.has(lower(tree, i + 1)) && titles.head.has(lower(tree, i))) return i + 2;
    if (!titles.modifier.has(lower(tree, i)) && !LINKS.has(lower(tree, i))) break;
  }
  const start = LINKS.has(lower(tree, span.first)) ? span.first : span.first - 1;
  for (let i = start; i >= Math.max(0, span.first - REACH_BACK); i--) {
    const word = lower(tree, i);
    if (titles.head.has(word)) return i < start ? span.first : null;
    if (!LINKS.has(word) && !JOINTS.has(word) && !titles.modifier.has(word)) return null;
  }
  return null;
}
