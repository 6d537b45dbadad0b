/**
 * Who says it, where the bulletin attributes it: the subject of the speech verb above the act, the accuser of an accused
 * act, or the one after "according to". Null where the bulletin states it itself.
 */
import { logicalSubjects } from './clause.ts';
import { CONTEXTS } from './contexts.ts';
import { CHARGES, isDeniedRumour, isEmbeddedQuestion } from './denied.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { beginsAnew, childrenOf, isVerb, lemmaOf, MAX_CLIMB, standsAlone, tokenAt } from './tree.ts';

/** The holder of the claim that `trigger` carries. */
export function holderOf(reading: Reading, trigger: number): Filler | null {
  const { tree } = reading;
  let at = trigger;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const token = tokenAt(tree, at);
    const beside = accordingTo(reading, at);
    if (beside !== null) return beside;
    if (token.head === at) break;
    if (isDeniedRumour(tree, at)) return speakerOf(reading, tokenAt(tree, token.head).head);
    if (isEmbeddedQuestion(tree, at) || isBackground(reading, at) || standsAlone(tree, at) || beginsAnew(tree, at))
      return null;
    const speaker = speakerAbove(reading, at, trigger);
    if (speaker !== null) return speaker;
    at = token.head;
  }
  return inserted(reading, at, trigger) ?? trailing(reading, at, trigger);
}

/** "killing ten people, witnesses said.": the speaker closes the sentence, whatever the parser made of the clause before. */
function trailing(reading: Reading, root: number, trigger: number): Filler | null {
  const { tree } = reading;
  const speech = tokenAt(tree, root);
  if (
    speech.i < trigger ||
    !CONTEXTS.speech.has(lemmaOf(speech)) ||
    !/^[.!?]?$/.test(tree.doc.tokens[root + 1]?.text ?? '')
  )
    return null;
  const subject = childrenOf(tree, root, 'nsubj').findLast((i) => i > trigger);
  if (subject === undefined || childrenOf(tree, root, 'dobj', 'ccomp').some((i) => i > root)) return null;
  return fillersAt(reading, subject, ['actor'], REACH_ACTOR)[0] ?? null;
}

/** The speaker where the word above is one of saying, or the accuser where it is one of accusing. */
function speakerAbove(reading: Reading, i: number, trigger: number): Filler | null {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  const head = tokenAt(tree, token.head);
  if (token.dep === 'ccomp' || token.dep === 'parataxis') {
    return CONTEXTS.speech.has(lemmaOf(head)) ? speakerOf(reading, head.i) : null;
  }
  if (token.dep === 'xcomp' || (token.dep === 'advcl' && lemmaOf(head) === 'deny'))
    return isOwnClaim(reading, i) ? speakerOf(reading, head.i) : null;
  if (token.dep !== 'pcomp' || !isVerb(tokenAt(tree, trigger))) return null;
  const outer = tokenAt(tree, head.head);
  // "arrested ten men on charges of killing": who holds them for it says so.
  if (outer.dep === 'pobj' && CHARGES.has(lemmaOf(outer))) {
    const holding = tokenAt(tree, tokenAt(tree, outer.head).head);
    return isVerb(holding) ? speakerOf(reading, holding.i) : null;
  }
  const verb = outer.dep === 'dobj' || outer.dep === 'nsubjpass' ? tokenAt(tree, outer.head) : outer;
  const isAccused =
    CONTEXTS.accusing.has(lemmaOf(verb)) ||
    childrenOf(tree, i, 'advmod').some((a) => ALLEGEDLY.has(tokenAt(tree, a).text.toLowerCase()));
  return isVerb(verb) && isAccused ? speakerOf(reading, verb.i) : null;
}

/** "arrested 30 people for allegedly insulting the king": who arrests them says so. */
const ALLEGEDLY = new Set(['allegedly', 'supposedly', 'purportedly']);

/** "claims to have killed", "admits killing", "denies attacking": what the subject says of itself; "threatens to kill" is no claim. */
function isOwnClaim(reading: Reading, i: number): boolean {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  if (!CLAIMING.has(lemmaOf(tokenAt(tree, token.head)))) return false;
  return token.tag === 'VBG' || childrenOf(tree, i, 'aux').some((a) => lemmaOf(tokenAt(tree, a)) === 'have');
}

const CLAIMING = new Set(['claim', 'admit', 'deny', 'report', 'allege', 'acknowledge', 'profess', 'boast']);

/** What a relative clause or a clause of time adds is the bulletin's own, even beside reported words. */
function isBackground(reading: Reading, i: number): boolean {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  if (token.dep === 'relcl') return true;
  if (token.dep === 'acl') return token.tag === 'VBN' || token.tag === 'VBD';
  if (token.dep !== 'advcl') return false;
  return childrenOf(tree, i, 'mark').some((m) =>
    ['as', 'while', 'after', 'since', 'although', 'though'].includes(tokenAt(tree, m).text.toLowerCase()),
  );
}

function speakerOf(reading: Reading, verb: number): Filler | null {
  return logicalSubjects(reading.tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR))[0] ?? null;
}

/** "according to X" under the word. */
function accordingTo(reading: Reading, i: number): Filler | null {
  const { tree } = reading;
  for (const prep of childrenOf(tree, i, 'prep', 'advcl', 'pcomp')) {
    if (tokenAt(tree, prep).text.toLowerCase() !== 'according') continue;
    const holder = childrenOf(tree, prep, 'prep')
      .flatMap((to) => childrenOf(tree, to, 'pobj'))
      .flatMap((o) => fillersAt(reading, o, ['actor'], REACH_ACTOR))[0];
    if (holder !== undefined) return holder;
  }
  return null;
}

/** "X, officials said, attacked Y": the speech verb stands inside, as a clause of its own without a complement. */
function inserted(reading: Reading, root: number, trigger: number): Filler | null {
  const { tree } = reading;
  for (const child of childrenOf(tree, root, 'parataxis', 'ccomp')) {
    if (child === trigger || !CONTEXTS.speech.has(lemmaOf(tokenAt(tree, child)))) continue;
    if (childrenOf(tree, child, 'ccomp', 'dobj', 'xcomp').length > 0) continue;
    const speaker = speakerOf(reading, child);
    if (speaker !== null) return speaker;
  }
  return null;
}
