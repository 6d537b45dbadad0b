/**
 * Cypher as tokens, with strings and comments told apart and brackets matched: enough to see which constructs a query
 * uses, without a grammar. Never throws: what cannot be read is left to the database's own parser.
 */

type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** As written; a string or quoted name without its quotes, a parameter without its `$`. */
  readonly text: string;
  /** Upper case of a word, else empty: what keywords are compared with. */
  readonly word: string;
  /** Offset of its first character in the query, of a string its quote. */
  readonly start: number;
  /** Index of the innermost bracket that is open here, or -1. */
  readonly parent: number;
  /** For a bracket, the index of its partner, or -1. */
  partner: number;
}

const PATTERN =
  /(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?)|(?<quoted>`(?:[^`]|``)*`?)|(?<parameter>\$(?:[\p{L}_][\p{L}\p{N}_]*|\d+|`[^`]*`))|(?<number>0x[\da-fA-F]+|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<symbol>\.\.|=~|<>|<=|>=|\|\||\+=|[\s\S])/uy;

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const unquoted = (text: string, quote: string): string =>
  text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : undefined);

export function tokenize(cypher: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  for (const match of cypher.matchAll(new RegExp(PATTERN, 'uyg'))) {
    const [kind, text] = kindOf(match);
    if (kind === null) continue;
    const index = tokens.length;
    let partner = -1;
    if (kind === 'symbol' && text in CLOSES) {
      const last = open.at(-1);
      if (last !== undefined && tokens[last]?.text === CLOSES[text]) {
        open.pop();
        partner = last;
        const opening = tokens[last];
        if (opening !== undefined) opening.partner = index;
      }
    }
    const word = kind === 'word' ? text.toUpperCase() : '';
    tokens.push({ kind, text, word, start: match.index, parent: open.at(-1) ?? -1, partner });
    if (kind === 'symbol' && (text === '(' || text === '[' || text === '{')) open.push(index);
  }
  return tokens;
}

function kindOf(match: RegExpMatchArray): [TokenKind | null, string] {
  const groups = match.groups ?? {};
  const text = match[0];
  if (groups['space'] !== undefined) return [null, text];
  if (groups['string'] !== undefined) return ['string', unquoted(text, text.charAt(0))];
  if (groups['quoted'] !== undefined) return ['quoted', unquoted(text, '`')];
  if (groups['parameter'] !== undefined) return ['parameter', text.slice(1)];
  if (groups['number'] !== undefined) return ['number', text];
  return groups['word'] === undefined ? ['symbol', text] : ['word', text];
}

/** Whether the word at `index` can be a keyword here: not a property, label, type, or the key of a map. */
export function isKeyword(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const before = tokens[index - 1]?.text;
  const isString = tokens[index - 1]?.kind === 'string';
  if (!isString && (before === '.' || before === ':' || before === '&' || before === '!')) return false;
  const isMapKey = tokens[index + 1]?.text === ':' && tokens[token.parent]?.text === '{';
  return !isMapKey;
}
