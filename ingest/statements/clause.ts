/**
 * Who acts in a clause: surface subject through control, raising, coordination, participles and relative clauses; owners of
 * plans; logical subject by voice (logical objects: objects.ts).
 * Everything returns head tokens before coordination is spread (see fillers.ts).
 */
import {
  ADDRESSED,
  APPOINTING,
  DOCUMENTS,
  OBJECT_CONTROL,
  OBJECT_OF_PREPOSITION,
  PURPOSES,
  REACTIONS,
  TAKING_OVER,
} from './control.ts';
import { FORCEFUL } from './deeds.ts';
import {
  antecedent,
  childrenOf,
  isHeadlineVerb,
  isNoun,
  isPredicate,
  isVerb,
  lemmaOf,
  MAX_CLIMB,
  phrasesUnder,
  type Tree,
  tokenAt,
} from './tree.ts';
import { agentsOf, isPassive } from './voice.ts';

const PARTICIPLE = new Set(['VBG', 'VBN', 'VBD']);

/** The grammatical subject of a verb (or predicate adjective), inherited where the clause leaves it out. */
export function surfaceSubjects(tree: Tree, verb: number, depth = 0): readonly number[] {
  if (depth > MAX_CLIMB) return [];
  const own = childrenOf(tree, verb, 'nsubj', 'nsubjpass');
  if (own.length > 0) return own.map((i) => antecedent(tree, i));
  const token = tokenAt(tree, verb);
  const misread = subjectsBefore(tree, verb);
  if (misread.length > 0) return misread;
  if (token.head === verb) return [];
  const head = tokenAt(tree, token.head);
  const named = appointees(tree, verb);
  if (named.length > 0) return named;
  switch (token.dep) {
    case 'conj':
      if (isFinite(tree, verb) && head.tag === 'VB' && head.dep === 'ccomp')
        return surfaceSubjects(tree, head.head, depth + 1);
      if (isReactionOfSpeaker(tree, verb)) return surfaceSubjects(tree, head.head, depth + 1);
      if (isStray(tree, verb, head.i)) return surfaceSubjects(tree, verbAbove(tree, head.i) ?? head.i, depth + 1);
      return isPredicate(tree, head.i) || head.pos === 'ADJ' ? surfaceSubjects(tree, head.i, depth + 1) : [];
    case 'dep':
    case 'acomp':
    case 'attr':
    case 'oprd':
    case 'parataxis':
      return isPredicate(tree, head.i) || head.pos === 'ADJ' ? surfaceSubjects(tree, head.i, depth + 1) : [];
    case 'xcomp':
    case 'ccomp':
      return isNoun(head) ? ownersOf(tree, head.i, depth + 1) : controllers(tree, head.i, depth + 1);
    case 'advcl': {
      // "gave them a day to leave": they leave.
      const receivers = lemmaOf(head) === 'give' && token.tag === 'VB' ? childrenOf(tree, head.i, 'dative') : [];
      if (
        token.tag === 'VB' &&
        childrenOf(tree, head.i, 'dobj').some((o) => ADDRESSED.has(lemmaOf(tokenAt(tree, o))))
      ) {
        const addressed = addressees(tree, head.i, verb, ['to']);
        if (addressed.length > 0) return addressed;
      }
      if (receivers.length > 0) return receivers;
      // "calling for the troops to leave": they leave.
      const called =
        token.tag === 'VB' && lemmaOf(head) === 'call' ? addressees(tree, head.i, verb, ['for', 'on']) : [];
      if (called.length > 0) return called;
      // "a bus is hit by a rocket, killing ten": whoever hit it, not the bus.
      return token.tag === 'VBG' && isPassive(tree, head.i) && (HARM.has(lemmaOf(token)) || STRUCK.has(lemmaOf(head)))
        ? agentsOf(tree, head.i)
        : surfaceSubjects(tree, head.i, depth + 1);
    }
    case 'relcl': {
      // "has a plan to destroy X": whoever has it.
      const owners = token.tag === 'VB' && PURPOSES.has(lemmaOf(head)) ? ownersOf(tree, head.i, depth + 1) : [];
      return owners.length > 0 ? owners : [head.i];
    }
    case 'amod':
      return [head.i];
    case 'acl':
      if (token.tag === 'VBG' && DOCUMENTS.has(lemmaOf(head))) return ownersOf(tree, head.i, depth + 1);
      if (token.tag === 'VBG') {
        const issuers = issuersAt(tree, head.i, depth + 1);
        if (issuers.length > 0) return issuers;
      }
      if (token.tag === 'VB' && ADDRESSED.has(lemmaOf(head))) {
        const addressed = addressees(tree, head.i, verb, ['to', 'on', 'for']);
        if (addressed.length > 0) return addressed;
      }
      // "an army to fight the rebels": the army does.
      if (token.tag === 'VB' && FORCES.has(lemmaOf(head))) return [head.i];
      if (token.tag === 'VBG' && (tree.doc.tokens[verb - 1]?.text === ',' || isFatal(tree, verb)))
        return aside(tree, head.i, depth + 1);
      return PARTICIPLE.has(token.tag) ? [head.i] : ownersOf(tree, head.i, depth + 1);
    case 'pcomp':
      return subjectsThroughPreposition(tree, head.i, depth + 1);
    default:
      return [];
  }
}

/** "appoints X to replace Y", "names X as minister to succeed Y": whoever is appointed takes over. */
function appointees(tree: Tree, verb: number): readonly number[] {
  const token = tokenAt(tree, verb);
  if (token.tag !== 'VB' || !TAKING_OVER.has(lemmaOf(token))) return [];
  let at = token;
  for (let step = 0; step < 3 && at.head !== at.i; step++) {
    at = tokenAt(tree, at.head);
    if (isVerb(at)) return APPOINTING.has(lemmaOf(at)) ? childrenOf(tree, at.i, 'dobj') : [];
  }
  return [];
}

/** "says that X is reckless, and condemns Y": behind a comma the next finite verb of saying is the speaker's again. */
function isReactionOfSpeaker(tree: Tree, verb: number): boolean {
  const token = tokenAt(tree, verb);
  const clause = tokenAt(tree, token.head);
  if (clause.dep !== 'ccomp' || !REACTIONS.has(lemmaOf(token)) || !isFinite(tree, verb)) return false;
  const speech = tokenAt(tree, clause.head);
  if (speech.tag !== token.tag || speech.i > clause.i) return false;
  return childrenOf(tree, clause.i, 'cc').some((cc) => cc < verb && tree.doc.tokens[cc - 1]?.text === ',');
}

/** "free women held by a sect and accuse it": a finite verb goes on with the clause, not with the participle in it. */
function isStray(tree: Tree, verb: number, head: number): boolean {
  const token = tokenAt(tree, verb);
  const above = tokenAt(tree, head);
  return (
    above.dep === 'acl' &&
    above.tag === 'VBN' &&
    ['VBZ', 'VBP', 'VB'].includes(token.tag) &&
    childrenOf(tree, verb, 'aux', 'auxpass').length === 0
  );
}

function verbAbove(tree: Tree, i: number): number | undefined {
  let token = tokenAt(tree, i);
  for (let step = 0; step < MAX_CLIMB && token.head !== token.i; step++) {
    token = tokenAt(tree, token.head);
    if (isVerb(token)) return token.i;
  }
  return undefined;
}

/** "says that X will leave and calls on Y": a finite verb goes on with the finite verb above, not with an infinitive. */
function isFinite(tree: Tree, verb: number): boolean {
  const token = tokenAt(tree, verb);
  return ['VBZ', 'VBD', 'VBP'].includes(token.tag) && childrenOf(tree, verb, 'aux').length === 0;
}

/** A name that the parser hung under a finite verb as part of it: "Trump announces" with `compound`. */
function subjectsBefore(tree: Tree, verb: number): readonly number[] {
  const token = tokenAt(tree, verb);
  if (isHeadlineVerb(tree, verb)) return childrenOf(tree, verb, 'compound', 'nmod').slice(-1);
  if (!['VBZ', 'VBD', 'VBP'].includes(token.tag)) return [];
  return childrenOf(tree, verb, 'compound', 'nmod').filter((i) => i < verb && tokenAt(tree, i).pos === 'PROPN');
}

/**
 * "stormed the village of X, killing ten" with the participle under X: behind a comma it goes on with the clause, whose deed or
 * subject does it. Of a subject it stays what it is: "the group, calling itself Y, said".
 */
function aside(tree: Tree, noun: number, depth: number): readonly number[] {
  let at = tokenAt(tree, noun);
  for (let step = 0; step < MAX_CLIMB; step++) {
    if (at.dep === 'nsubj' || at.dep === 'nsubjpass' || at.head === at.i) return [noun];
    if (FORCEFUL.has(lemmaOf(at))) return [at.i];
    at = tokenAt(tree, at.head);
    if (isVerb(at)) return surfaceSubjects(tree, at.i, depth);
  }
  return [noun];
}

/** "sign agreements at the White House establishing ties": what stands under the place is said of the agreements. */
function issuersAt(tree: Tree, place: number, depth: number): readonly number[] {
  const token = tokenAt(tree, place);
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || !['at', 'in', 'on'].includes(prep.text.toLowerCase())) return [];
  const outer = tokenAt(tree, prep.head);
  const verb = isVerb(outer) ? outer : tokenAt(tree, outer.head);
  if (!isVerb(verb)) return [];
  const issued = childrenOf(tree, verb.i, 'dobj').some((o) => ISSUED.has(lemmaOf(tokenAt(tree, o))) && o < place);
  return issued ? surfaceSubjects(tree, verb.i, depth) : [];
}

const ISSUED = new Set([...DOCUMENTS, 'agreement', 'treaty', 'deal', 'accord', 'pact', 'memorandum', 'protocol']);

/** "blew himself up next to a patrol killing ten": whoever stands in a phrase of place killed nobody. */
function isFatal(tree: Tree, verb: number): boolean {
  if (!['kill', 'injure', 'wound'].includes(lemmaOf(tokenAt(tree, verb)))) return false;
  const noun = tokenAt(tree, tokenAt(tree, verb).head);
  return noun.dep === 'pobj' && !['by', 'of', 'from'].includes(tokenAt(tree, noun.head).text.toLowerCase());
}

/** Whom an ultimatum or a call is addressed to, in a phrase before the act that it asks for. */
const addressees = (tree: Tree, i: number, act: number, links: readonly string[]): readonly number[] =>
  phrasesUnder(tree, i)
    .filter(({ name, prep }) => links.includes(name) && prep < act)
    .flatMap(({ objects }) => objects);

/** Words before a noun that begin with a capital, as names and nationalities do. */
function namesBefore(tree: Tree, noun: number, deps: readonly string[]): readonly number[] {
  return childrenOf(tree, noun, ...deps).filter((i) => i < noun && /^\p{Lu}/u.test(tokenAt(tree, i).text));
}

/** Subject of an infinitive under `verb`: its object for "urge", "order", "ask"; its own subject otherwise. */
function controllers(tree: Tree, verb: number, depth: number): readonly number[] {
  const object = childrenOf(tree, verb, 'dobj', 'dative');
  if (OBJECT_CONTROL.has(lemmaOf(tokenAt(tree, verb)))) {
    if (object.length > 0) return object;
    const phrase = phrasesUnder(tree, verb).find((p) => p.name === 'on' || p.name === 'to' || p.name === 'for');
    if (phrase !== undefined) return phrase.objects;
  }
  return surfaceSubjects(tree, verb, depth);
}

/** "accuse X of doing", "ban X from doing": X does it. "after doing": the clause's subject does it. */
function subjectsThroughPreposition(tree: Tree, prep: number, depth: number): readonly number[] {
  const token = tokenAt(tree, prep);
  if (token.head === prep) return [];
  const head = tokenAt(tree, token.head);
  const passesObject = OBJECT_OF_PREPOSITION.has(token.text.toLowerCase());
  if (isNoun(head)) {
    // "accuses X of doing": the parser may hang the phrase under X.
    const isAccused = head.dep === 'dobj' && ACCUSING.has(lemmaOf(tokenAt(tree, head.head)));
    if (passesObject && (isAccused || head.pos === 'PROPN') && head.dep !== 'poss') return [head.i];
    const tried = passesObject ? triedAbove(tree, head.i, depth) : [];
    return tried.length > 0 ? tried : ownersOf(tree, head.i, depth);
  }
  if (!isVerb(head)) return surfaceSubjects(tree, head.i, depth);
  // "killed by shelling": the noun that the parser took for a verb has nobody here for a subject.
  if (token.text.toLowerCase() === 'by' && isPassive(tree, head.i)) return [];
  if (passesObject) {
    if (isPassive(tree, head.i)) return surfaceSubjects(tree, head.i, depth);
    const objects = childrenOf(tree, head.i, 'dobj');
    // "sanctions against X for doing": X does it, not the sanctions.
    const behind = objects.flatMap((o) => phrasesUnder(tree, o)).filter((p) => p.name === 'against' || p.name === 'on');
    if (objects.length > 0) return [...objects, ...behind.flatMap((p) => p.objects)];
  }
  return surfaceSubjects(tree, head.i, depth);
}

const FORCES = new Set(
  'army force troop soldier coalition peacekeeper police fleet convoy battalion brigade militia'.split(' '),
);

const HARM = new Set('kill injure wound destroy damage hurt maim displace'.split(' '));

/** What befalls a patient and goes on by itself: "is hit by an attack, shutting down its plants". */
const STRUCK = new Set('hit strike attack target bomb shell rock damage destroy'.split(' '));

/** "sentenced X to ten years in prison for killing Y": the phrase hangs under what he got for it. */
function triedAbove(tree: Tree, noun: number, depth: number): readonly number[] {
  let at = tokenAt(tree, noun);
  for (let step = 0; step < 5 && ['pobj', 'prep', 'dobj', 'npadvmod', 'nmod'].includes(at.dep); step++) {
    at = tokenAt(tree, at.head);
    if (!isVerb(at)) continue;
    if (!HELD_FOR.has(lemmaOf(at))) return [];
    return isPassive(tree, at.i)
      ? surfaceSubjects(tree, at.i, depth + 1)
      : childrenOf(tree, at.i, 'dobj', 'dative').filter((o) => o !== noun);
  }
  return [];
}

const ACCUSING = new Set('accuse convict acquit suspect clear charge absolve exonerate'.split(' '));

/** Nouns of will whose owner may stand after "of": "the choice of the people to protest". */
const DECIDED = new Set([
  'choice',
  'decision',
  'right',
  'refusal',
  'failure',
  'attempt',
  'willingness',
  'intention',
  'move',
  'ability',
]);

/** What is done to somebody for a plan of his. */
const HELD_FOR = new Set(
  'arrest detain charge indict jail imprison sentence convict accuse suspect try execute hang hold blame fine give'.split(
    ' ',
  ),
);

/** Who a plan, effort or decision belongs to: its possessor, or the subject of the verb that governs the noun. */
export function ownersOf(tree: Tree, noun: number, depth = 0): readonly number[] {
  if (depth > MAX_CLIMB) return [];
  const possessors = childrenOf(tree, noun, 'poss');
  if (possessors.length > 0) return possessors.map((i) => antecedent(tree, i));
  const deciders = DECIDED.has(lemmaOf(tokenAt(tree, noun)))
    ? phrasesUnder(tree, noun).filter((phrase) => phrase.name === 'of' || phrase.name === 'by')
    : [];
  if (deciders.length > 0) return deciders.flatMap((phrase) => phrase.objects);
  const token = tokenAt(tree, noun);
  // "Colombian plans to grant", "a U.S. decision to withdraw".
  const adjectives =
    childrenOf(tree, noun, 'acl', 'relcl').length > 0 ? namesBefore(tree, noun, ['amod', 'compound', 'nmod']) : [];
  if (adjectives.length > 0) return adjectives;
  if (token.head === noun) return [];
  const head = tokenAt(tree, token.head);
  if (['dobj', 'attr', 'oprd'].includes(token.dep) && isVerb(head)) return surfaceSubjects(tree, head.i, depth + 1);
  if (token.dep === 'pobj') {
    const outer = tokenAt(tree, head.head);
    // "arrested two men over a plot to kill": the plot is theirs.
    if (
      isVerb(outer) &&
      HELD_FOR.has(lemmaOf(outer)) &&
      ['over', 'for', 'of', 'in', 'on', 'under', 'amid', 'after'].includes(head.text.toLowerCase())
    ) {
      const held = isPassive(tree, outer.i)
        ? surfaceSubjects(tree, outer.i, depth + 1)
        : childrenOf(tree, outer.i, 'dobj');
      if (held.length > 0) return held;
    }
    if (isVerb(outer) && outer.i !== head.i) return surfaceSubjects(tree, outer.i, depth + 1);
    if (isNoun(outer)) return ownersOf(tree, outer.i, depth + 1);
  }
  return [];
}

/** Who does it. */
export function logicalSubjects(tree: Tree, verb: number): readonly number[] {
  if (!isPassive(tree, verb)) return surfaceSubjects(tree, verb);
  const agents = agentsOf(tree, verb);
  if (agents.length > 0) return agents;
  return childrenOf(tree, verb, 'conj')
    .filter((next) => isPassive(tree, next))
    .flatMap((next) => agentsOf(tree, next));
}
