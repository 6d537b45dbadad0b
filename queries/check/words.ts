/** Brackets and strings without an end, and keywords, functions, variables and parameters that are misspelt. */
import type { Query } from '../../graph/cypher/query.ts';
import { isKeyword, type Token } from '../../graph/cypher/tokens.ts';
import { type Problem, unknownWord } from './problem.ts';
import { FIRST_WORDS, FUNCTIONS, KEYWORDS } from './vocabulary.ts';

const ENDED = /^(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`]|``)*`)/;
const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', ')': '(', ']': '[', '}': '{' };

export function unended(query: Query, cypher: string): Problem[] {
  const closed = new Set(query.tokens.map(({ partner }) => partner));
  return query.tokens.flatMap(({ kind, text, start, partner }, index): Problem[] => {
    if (kind === 'string' || kind === 'quoted') {
      if (ENDED.test(cypher.slice(start))) return [];
      return [
        { start, length: 1, message: `The ${cypher[start] ?? ''} that begins here is never closed`, suggestion: null },
      ];
    }
    const other = kind === 'symbol' ? PARTNERS[text] : undefined;
    if (other === undefined || partner !== -1 || closed.has(index)) return [];
    const message = '([{'.includes(text) ? `${text} has no ${other} after it` : `${text} has no ${other} before it`;
    return [{ start, length: 1, message, suggestion: null }];
  });
}

const isKnownKeyword = (token: Token): boolean => KEYWORDS.has(token.word);

/** Whether an operand ends with the token: a name, a value, a closing bracket. */
function endsOperand(query: Query, index: number): boolean {
  const token = query.tokens[index];
  if (token === undefined) return false;
  if (token.kind === 'symbol') return [')', ']', '}'].includes(token.text);
  return token.kind !== 'word' || !isKeyword(query.tokens, index) || !isKnownKeyword(token);
}

/** Whether an operand that is no list of arguments begins with the token. */
function beginsOperand(query: Query, index: number): boolean {
  const token = query.tokens[index];
  if (token === undefined || token.kind === 'symbol') return false;
  return token.kind !== 'word' || !isKnownKeyword(token);
}

/** Every name that the query gives to something, anywhere. */
function boundNames(query: Query): ReadonlySet<string> {
  const bound = new Set([...query.nodeVariables, ...query.relationshipVariables]);
  query.tokens.forEach((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return;
    const name = token.text;
    const opens = ['(', '['].includes(query.text(index - 1)) || query.isKeyword(index - 1, 'FOREACH');
    if (query.isKeyword(index - 1, 'AS') || query.isKeyword(index - 1, 'YIELD')) bound.add(name);
    if (query.text(index + 1) === '=' && query.text(index - 1) !== '.') bound.add(name);
    if (opens && query.isKeyword(index + 1, 'IN')) bound.add(name);
    // reduce(sum = 0, x IN xs | ...)
    if (query.text(index - 1) === ',' && query.isKeyword(index + 1, 'IN')) bound.add(name);
  });
  return bound;
}

/** Two operands never stand side by side: where they do, one of them was to be a keyword. */
export function misspeltKeywords(query: Query): Problem[] {
  const first = query.tokens[0];
  const bound = boundNames(query);
  const problems: Problem[] = [];
  if (first !== undefined && !FIRST_WORDS.includes(first.word)) {
    const message = `A query begins with MATCH, RETURN or another clause, not with ${first.text}`;
    problems.push(unknownWord(message, first.start, Math.max(1, first.text.length), first.text, FIRST_WORDS));
  }
  query.tokens.forEach((token, index) => {
    if (index === 0 || !isKeyword(query.tokens, index) || isKnownKeyword(token) || bound.has(token.text)) return;
    const isCall = query.text(index + 1) === '(';
    if (!endsOperand(query, index - 1) && !(beginsOperand(query, index + 1) && !isCall)) return;
    const problem = unknownWord(
      `${token.text} is not a keyword of Cypher`,
      token.start,
      token.text.length,
      token.text,
      KEYWORDS,
    );
    if (problem.suggestion !== null) problems.push(problem);
  });
  return problems;
}

/** Functions that a database may have beyond Cypher's own are left to it: only near misses are reported. */
export function misspeltFunctions(query: Query): Problem[] {
  const known = new Set(FUNCTIONS.map((name) => name.toUpperCase()));
  return query.tokens.flatMap((token, index): Problem[] => {
    if (token.kind !== 'word' || query.text(index + 1) !== '(' || !isKeyword(query.tokens, index)) return [];
    if (endsOperand(query, index - 1) || known.has(token.word) || isKnownKeyword(token)) return [];
    const message = `There is no function ${token.text}`;
    const problem = unknownWord(message, token.start, token.text.length, token.text, FUNCTIONS);
    return problem.suggestion === null ? [] : [problem];
  });
}

export function unboundVariables(query: Query): Problem[] {
  const bound = boundNames(query);
  return query.tokens.flatMap((token, index): Problem[] => {
    if (token.kind !== 'word' || query.text(index + 1) !== '.' || query.text(index - 1) === '.') return [];
    const isCallOrPath = query.text(index + 3) === '(' || query.text(index + 3) === '.';
    if (!isKeyword(query.tokens, index) || isCallOrPath || bound.has(token.text)) return [];
    const message = `Nothing is called ${token.text} in this query`;
    return [unknownWord(message, token.start, token.text.length, token.text, bound)];
  });
}

/** @param given names of the parameters that have a value */
export function missingParameters(query: Query, given: ReadonlySet<string>): Problem[] {
  const used = new Set(query.tokens.filter(({ kind }) => kind === 'parameter').map(({ text }) => text));
  const free = [...given].filter((name) => !used.has(name));
  return query.tokens.flatMap((token): Problem[] => {
    if (token.kind !== 'parameter' || given.has(token.text)) return [];
    const message = `The parameter $${token.text} has no value`;
    return [unknownWord(message, token.start, token.text.length + 1, token.text, free)];
  });
}
