/**
 * The dependency tree read downwards, and what spans of tokens look like in it. Built once for a document in linear time;
 * `left` and `right` are the edges of everything under a token.
 */
import type { Doc, Token, TokenSpan } from '../nlp/doc.ts';

export interface Tree {
  readonly doc: Doc;
  /** By token: its text in lower case. */
  readonly words: readonly string[];
  readonly children: readonly (readonly number[])[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly depth: readonly number[];
  /** By token: position of its sentence in {@link Doc.sentences}. */
  readonly sentenceOf: readonly number[];
}

export function readTree(doc: Doc): Tree {
  const size = doc.tokens.length;
  const children: number[][] = doc.tokens.map(() => []);
  const order: number[] = [];
  for (const token of doc.tokens) {
    if (token.head === token.i) order.push(token.i);
    else children[token.head]?.push(token.i);
  }
  const depth = Array.from({ length: size }, () => 0);
  for (let at = 0; at < order.length; at++) {
    const i = order[at] ?? 0;
    for (const child of children[i] ?? []) {
      depth[child] = (depth[i] ?? 0) + 1;
      order.push(child);
    }
  }
  const left = doc.tokens.map((token) => token.i);
  const right = doc.tokens.map((token) => token.i);
  for (let at = order.length - 1; at >= 0; at--) {
    const i = order[at] ?? 0;
    const head = doc.tokens[i]?.head ?? i;
    left[head] = Math.min(left[head] ?? head, left[i] ?? i);
    right[head] = Math.max(right[head] ?? head, right[i] ?? i);
  }
  const sentenceOf = Array.from({ length: size }, () => 0);
  doc.sentences.forEach((sentence, at) => {
    for (let i = sentence.first; i <= sentence.last; i++) sentenceOf[i] = at;
  });
  const words = doc.tokens.map((token) => token.text.toLowerCase());
  return { doc, words, children, left, right, depth, sentenceOf };
}

export function tokenAt(tree: Tree, i: number): Token {
  const token = tree.doc.tokens[i];
  if (token === undefined) throw new RangeError(`no token ${i} in a document of ${tree.doc.tokens.length} tokens`);
  return token;
}

/** "pro-Palestinian activists" are not Palestinian ones, "anti-Israel protesters" not Israel's: the hyphen after such a prefix. */
export const isStance = (tree: Tree, i: number): boolean =>
  lower(tree, i) === '-' && ['pro', 'anti'].includes(lower(tree, i - 1));

export const lower = (tree: Tree, i: number): string => tree.words[i] ?? '';

/** The token of the span that is highest in the tree; of several, the last ("Takeshi Iwaya": Iwaya). */
export function headOf(tree: Tree, span: TokenSpan): number {
  let best = span.last;
  for (let i = span.last; i >= span.first; i--) {
    if ((tree.depth[i] ?? 0) < (tree.depth[best] ?? 0)) best = i;
  }
  return best;
}

export function childrenOf(tree: Tree, i: number, ...deps: readonly string[]): readonly number[] {
  const all = tree.children[i] ?? [];
  return deps.length === 0 ? all : all.filter((child) => deps.includes(tree.doc.tokens[child]?.dep ?? ''));
}

export function textOf(tree: Tree, span: TokenSpan): string {
  return tree.doc.text.slice(tokenAt(tree, span.first).start, tokenAt(tree, span.last).end);
}

const CAPITAL_FIRST = /^['"“‘]?\p{Lu}/u;

export function isCapitalized(token: Token): boolean {
  const code = token.text.charCodeAt(0);
  // Nearly every token begins with an ASCII letter, and a regular expression is slow beside a comparison.
  if (code >= 97 && code <= 122) return false;
  return (code >= 65 && code <= 90) || CAPITAL_FIRST.test(token.text);
}

/** The clause verb above a token, climbing through nouns and prepositions; -1 where there is none. Bounded. */
export function verbAbove(tree: Tree, i: number): number {
  let at = i;
  for (let step = 0; step < 40; step++) {
    const token = tokenAt(tree, at);
    if (token.head === at) return token.pos === 'VERB' || token.pos === 'AUX' ? at : -1;
    at = token.head;
    const pos = tree.doc.tokens[at]?.pos;
    if (pos === 'VERB' || pos === 'AUX') return at;
  }
  return -1;
}
