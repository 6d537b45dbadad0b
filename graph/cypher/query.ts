/** A query's tokens with what the portability rules ask of them. */
import type { Parameters } from '../store.ts';
import { isKeyword, type Token, tokenize } from './tokens.ts';

const CLAUSES = new Set([
  'MATCH',
  'OPTIONAL',
  'WITH',
  'RETURN',
  'UNWIND',
  'CALL',
  'WHERE',
  'ORDER',
  'UNION',
  'SKIP',
  'LIMIT',
]);
const AGGREGATES = new Set([
  'COUNT',
  'COLLECT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
  'STDEV',
  'STDEVP',
  'PERCENTILECONT',
  'PERCENTILEDISC',
]);

export class Query {
  readonly tokens: readonly Token[];
  readonly parameters: Parameters;
  /** Variables that a pattern binds to a node or a relationship. */
  readonly nodeVariables: ReadonlySet<string>;
  readonly relationshipVariables: ReadonlySet<string>;

  constructor(cypher: string, parameters: Parameters) {
    this.tokens = tokenize(cypher);
    this.parameters = parameters;
    this.nodeVariables = this.#boundAfter('(');
    this.relationshipVariables = this.#boundAfter('[');
  }

  text(index: number): string {
    const token = this.tokens[index];
    return token === undefined || token.kind === 'string' || token.kind === 'quoted' ? '' : token.text;
  }

  word(index: number): string {
    return this.tokens[index]?.word ?? '';
  }

  kind(index: number): string {
    return this.tokens[index]?.kind ?? '';
  }

  partner(index: number): number {
    return this.tokens[index]?.partner ?? -1;
  }

  parent(index: number): number {
    return this.tokens[index]?.parent ?? -1;
  }

  isKeyword(index: number, word: string): boolean {
    return this.word(index) === word && isKeyword(this.tokens, index);
  }

  /** Indexes at which `holds`. */
  where(holds: (index: number) => boolean): number[] {
    return [...this.tokens.keys()].filter(holds);
  }

  some(holds: (index: number) => boolean): boolean {
    return this.tokens.some((_, index) => holds(index));
  }

  /** Whether a call of the function (upper case, dots within) starts at `index`; gives the index of its bracket or -1. */
  call(index: number, name: string): number {
    const parts = name.split('.');
    const last = index + parts.length * 2 - 2;
    const isNamed = parts.every((part, place) => this.word(index + place * 2) === part);
    const isJoined = parts.slice(1).every((_, place) => this.text(index + place * 2 + 1) === '.');
    return isNamed && isJoined && this.text(index - 1) !== '.' && this.text(last + 1) === '(' ? last + 1 : -1;
  }

  /** Whether any of the functions is called between two tokens. */
  calls(names: readonly string[], from = 0, to = this.tokens.length): boolean {
    return this.where((index) => index >= from && index < to).some((index) =>
      names.some((name) => this.call(index, name) !== -1),
    );
  }

  isAggregate(index: number): boolean {
    return AGGREGATES.has(this.word(index)) && this.text(index + 1) === '(' && this.text(index - 1) !== '.';
  }

  /** Whether `[` at `index` takes an element or slice of what stands before it. */
  isSubscript(index: number): boolean {
    const before = this.tokens[index - 1];
    if (this.text(index) !== '[' || before === undefined) return false;
    if (before.kind === 'parameter' || before.kind === 'quoted') return true;
    if (before.kind === 'word') return !this.isOperatorWord(index - 1);
    return before.text === ')' ? !this.isPattern(before.partner) : before.text === ']' || before.text === '}';
  }

  isOperatorWord(index: number): boolean {
    const words = [
      'IN',
      'AND',
      'OR',
      'XOR',
      'NOT',
      'RETURN',
      'WITH',
      'UNWIND',
      'WHERE',
      'THEN',
      'ELSE',
      'WHEN',
      'BY',
      'CASE',
      'AS',
      'DISTINCT',
      'CONTAINS',
    ];
    return words.includes(this.word(index)) && isKeyword(this.tokens, index);
  }

  /** Whether the bracket at `index` is a node's: not a call's, not a group's. */
  isPattern(index: number): boolean {
    if (this.text(index) !== '(') return false;
    const after = this.text(this.partner(index) + 1);
    const before = this.text(index - 1);
    if (before === '-' || before === '>' || after === '<' || after === '-') return this.#looksLikeNode(index);
    return (
      ['MATCH', 'MERGE', 'CREATE'].includes(this.word(index - 1)) || (before === ',' && this.#looksLikeNode(index))
    );
  }

  /** Whether the bracket at `index` is a relationship's. */
  isRelationship(index: number): boolean {
    return this.text(index) === '[' && this.text(index - 1) === '-' && this.text(this.partner(index) + 1) === '-';
  }

  /** A string token's content, or null. */
  string(index: number): string | null {
    const token = this.tokens[index];
    return token?.kind === 'string' ? token.text : null;
  }

  /** Whether the word at `index` is the key of a map (`{key: value}`), or of a node's or relationship's. */
  isMapKey(index: number): boolean {
    return this.text(index + 1) === ':' && this.text(this.parent(index)) === '{';
  }

  isWithin(index: number, bracket: number): boolean {
    return index > bracket && index < this.partner(bracket);
  }

  /** Whether `[` at `index` opens `[x IN list ...]`. */
  isListComprehension(index: number): boolean {
    return this.text(index) === '[' && this.kind(index + 1) === 'word' && this.isKeyword(index + 2, 'IN');
  }

  /** Whether `[` at `index` opens `[(a)--(b) | ...]`. */
  isPatternComprehension(index: number): boolean {
    if (this.text(index) !== '[' || this.isSubscript(index)) return false;
    const pattern = this.text(index + 2) === '=' ? index + 3 : index + 1;
    if (this.text(pattern) !== '(') return false;
    return this.some((at) => this.parent(at) === index && this.text(at) === '|');
  }

  /** The arguments of every call of these functions. */
  argumentsOf(names: readonly string[]): { readonly start: number; readonly end: number }[][] {
    return this.where((index) => names.some((name) => this.call(index, name) !== -1)).map((index) =>
      this.text(index + 2) === ')' ? [] : this.items(index + 2),
    );
  }

  /** The clause keyword that `index` stands in, at its own depth or, failing that, further out. */
  clauseOf(index: number): string {
    for (let at = index, depth = this.parent(index); at >= 0; at--) {
      if (at === depth) depth = this.parent(at);
      else if (this.parent(at) === depth && CLAUSES.has(this.word(at)) && isKeyword(this.tokens, at))
        return this.word(at);
    }
    return '';
  }

  /** Items of a list of expressions from `from` to the next clause or the enclosing bracket's end. */
  items(from: number): { readonly start: number; readonly end: number }[] {
    const depth = this.parent(from);
    const items: { start: number; end: number }[] = [];
    let start = from;
    let at = from;
    for (; at < this.tokens.length; at++) {
      if (this.parent(at) < depth || (this.parent(at) === depth && this.#endsList(at))) break;
      if (this.parent(at) === depth && this.text(at) === ',') {
        items.push({ start, end: at });
        start = at + 1;
      }
    }
    if (at > start) items.push({ start, end: at });
    return items;
  }

  #endsList(index: number): boolean {
    return this.text(index) === ';' || (CLAUSES.has(this.word(index)) && isKeyword(this.tokens, index));
  }

  #looksLikeNode(index: number): boolean {
    const first = this.tokens[index + 1];
    const second = this.text(index + 2);
    if (first === undefined) return false;
    if (first.text === ')' || first.text === ':' || first.text === '{') return first.kind === 'symbol';
    const isName = first.kind === 'word' || first.kind === 'quoted';
    return isName && (second === ')' || second === ':' || second === '{' || this.word(index + 2) === 'WHERE');
  }

  #boundAfter(bracket: '(' | '['): ReadonlySet<string> {
    const names = this.where((index) => {
      if (this.text(index - 1) !== bracket || this.kind(index) !== 'word') return false;
      return bracket === '(' ? this.isPattern(index - 1) : this.isRelationship(index - 1);
    });
    return new Set(names.map((index) => this.text(index)));
  }
}
