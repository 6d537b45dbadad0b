/** Which way time points where a date is mentioned, read from the verb that governs it. */
import type { Doc, Token } from '../nlp/doc.ts';

const FUTURE_AUXILIARIES = new Set(['will', 'shall', 'would', 'may', 'might', 'could', 'should']);
const PLANNING = new Set(
  'set due plan expect schedule hope intend slate aim prepare want vow pledge promise agree propose threaten'.split(
    ' ',
  ),
);
/** Prepositions that name the end of something that still goes on. */
const DEADLINES = new Set(['until', 'till', 'by']);

/** The token's ancestors from itself to its sentence's root. */
export function ancestors(doc: Doc, token: Token): Token[] {
  const chain = [token];
  for (let current = token; current.head !== current.i && chain.length < 100; ) {
    const head = doc.tokens[current.head];
    if (head === undefined) break;
    chain.push(head);
    current = head;
  }
  return chain;
}

function isFuture(doc: Doc, verb: Token): boolean {
  // Auxiliaries stand before their verb and near it; a window keeps this linear in long sentences.
  for (let i = Math.max(0, verb.i - 8); i < verb.i; i += 1) {
    const token = doc.tokens[i];
    if (token?.head !== verb.i || token.dep !== 'aux') continue;
    if (FUTURE_AUXILIARIES.has(token.lemma.toLowerCase()) || token.text === "'ll") return true;
    if (token.tag === 'TO' && PLANNING.has(doc.tokens[verb.head]?.lemma.toLowerCase() ?? '')) return true;
  }
  return (
    PLANNING.has(verb.lemma.toLowerCase()) && ['set', 'due', 'slate', 'schedule'].includes(verb.lemma.toLowerCase())
  );
}

/** `future` where the nearest verb above the token speaks of what is to come, else `past`, as news mostly does. */
export function directionAt(doc: Doc, token: Token): 'past' | 'future' {
  if (DEADLINES.has(doc.tokens[token.i - 1]?.text.toLowerCase() ?? '')) return 'future';
  for (const above of ancestors(doc, token)) {
    if (above.pos === 'VERB' || above.pos === 'AUX') return isFuture(doc, above) ? 'future' : 'past';
  }
  return 'past';
}
