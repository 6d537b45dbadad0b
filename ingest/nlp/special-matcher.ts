/**
 * Finds the tokenizer's special cases that affix rules have split: a trie over token texts.
 * Contract: matches do not overlap, come in text order, longest first where they compete, the leftmost on a tie.
 */
import type { TokenSpan } from './doc.ts';
import type { Lexeme } from './lexeme.ts';

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  ends: boolean;
}

function emptyNode(): TrieNode {
  return { next: new Map(), ends: false };
}

export class SpecialMatcher {
  readonly #root = emptyNode();

  /** Adds one sequence of token texts; an empty one is ignored. */
  add(texts: readonly string[]): void {
    let node = this.#root;
    for (const text of texts) {
      let next = node.next.get(text);
      if (next === undefined) {
        next = emptyNode();
        node.next.set(text, next);
      }
      node = next;
    }
    if (node !== this.#root) node.ends = true;
  }

  /** The matches' token positions, after competing ones have been dropped. */
  find(tokens: readonly { readonly lexeme: Lexeme }[]): readonly TokenSpan[] {
    const found: TokenSpan[] = [];
    for (let first = 0; first < tokens.length; first++) {
      let node: TrieNode | undefined = this.#root;
      for (let last = first; last < tokens.length; last++) {
        const token = tokens[last];
        node = token === undefined ? undefined : node.next.get(token.lexeme.text);
        if (node === undefined) break;
        if (node.ends) found.push({ first, last });
      }
    }
    return found.length === 0 ? found : withoutOverlaps(found);
  }
}

function withoutOverlaps(matches: TokenSpan[]): readonly TokenSpan[] {
  matches.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const taken = new Set<number>();
  const kept: TokenSpan[] = [];
  for (const match of matches) {
    if (!taken.has(match.first) && !taken.has(match.last)) kept.push(match);
    // A match that was dropped takes its tokens, too, as in spaCy.
    for (let i = match.first; i <= match.last; i++) taken.add(i);
  }
  return kept.sort((a, b) => a.first - b.first);
}
