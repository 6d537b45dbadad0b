/** Which way time points where a date is mentioned, read from the verb that governs it. */
import type { Doc, Token } from '../nlp/doc.ts';
import type { Direction } from './rule.ts';

const FUTURE_AUXILIARIES = new Set(['will', 'shall', 'would', 'may', 'might', 'could', 'should']);
const PLANNING = new Set(
  'set due plan expect schedule hope intend slate aim prepare want vow pledge promise agree propose threaten'.split(
    ' ',
  ),
);
/** Prepositions that name the end of something that still goes on, or the day that something is set for. */
const DEADLINES = new Set(['until', 'till', 'by', 'for']);

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

/** The auxiliaries of a verb. They stand before it and near it; a window keeps this linear in long sentences. */
function auxiliaries(doc: Doc, verb: Token): Token[] {
  return doc.tokens
    .slice(Math.max(0, verb.i - 8), verb.i)
    .filter((token) => token.head === verb.i && token.dep.startsWith('aux'));
}

function isFuture(doc: Doc, verb: Token): boolean {
  const lemma = verb.lemma.toLowerCase();
  if (['set', 'due', 'slate', 'schedule'].includes(lemma)) return true;
  return auxiliaries(doc, verb).some((token) => {
    if (FUTURE_AUXILIARIES.has(token.lemma.toLowerCase()) || token.text === "'ll") return true;
    if (token.tag !== 'TO') return false;
    // "is to arrive", "plans to arrive"
    const above = doc.tokens[verb.head];
    return (
      above !== undefined && (PLANNING.has(above.lemma.toLowerCase()) || (above.lemma === 'be' && verb.dep === 'xcomp'))
    );
  });
}

/** A finite present that is no perfect ("arrives", "is held"), or the infinitive and participle that such a verb governs. */
function isPresent(doc: Doc, verb: Token): boolean {
  const finite = [verb, ...auxiliaries(doc, verb)].filter(({ tag }) => ['VBZ', 'VBP', 'VBD', 'MD'].includes(tag));
  const first = finite[0];
  return (
    first !== undefined &&
    finite.every(({ tag }) => tag === 'VBZ' || tag === 'VBP') &&
    !finite.some((token) => token !== verb && token.lemma === 'have')
  );
}

/** Where the nearest verb above the token points; `past` where there is none, as news mostly does. */
export function directionAt(doc: Doc, token: Token): Direction {
  if (isDeadline(doc, token)) return 'future';
  for (const above of ancestors(doc, token)) {
    if (above.pos !== 'VERB' && above.pos !== 'AUX') continue;
    return isFuture(doc, above) ? 'future' : isPresent(doc, above) ? 'near' : 'past';
  }
  return 'past';
}

/** "until Friday", "a strike called for 3 May"; "for Friday's vote" says nothing of when. */
function isDeadline(doc: Doc, token: Token): boolean {
  const before = doc.tokens[token.i - 1]?.text.toLowerCase() ?? '';
  return DEADLINES.has(before) && (before !== 'for' || token.dep === 'pobj');
}
