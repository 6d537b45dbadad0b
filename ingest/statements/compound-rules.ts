/**
 * Compound modifiers and standing epithets: "Iran-backed groups", "the Japanese-controlled islands", "the disputed
 * islands, known by X as Y", "occupied". Data in ./data/compounds.json.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, type Reading } from './fillers.ts';
import { crossed, type Trigger } from './pairs.ts';
import { predicateRow } from './slots.ts';
import { childrenOf, conjuncts, isVerb, lemmaOf, MAX_CLIMB, phrasesUnder, type Tree, tokenAt } from './tree.ts';

const Compounds = z.strictObject({
  about: z.string(),
  /** Predicate by the participle after the hyphen; the word before it is the subject, the noun modified the object. */
  suffixes: z.record(z.string(), z.strictObject({ predicate: z.string(), status: z.enum(['ongoing', 'occurred']) })),
  disputed: z.array(z.string()),
  naming: z.array(z.string()),
});

const COMPOUNDS = Compounds.parse(JSON.parse(readFileSync(new URL('./data/compounds.json', import.meta.url), 'utf8')));
const DISPUTED = new Set(COMPOUNDS.disputed);
const NAMING = new Set(COMPOUNDS.naming);

/** Reads a token as the participle of "X-backed Y". */
export function readCompound(reading: Reading, i: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  const hyphen = tree.doc.tokens[i - 1];
  const before = tree.doc.tokens[i - 2];
  if (hyphen === undefined || before === undefined || !/^[-–]$/.test(hyphen.text)) return [];
  const entry = COMPOUNDS.suffixes[token.text.toLowerCase()];
  if (entry === undefined) return [];
  const row = predicateRow(entry.predicate);
  const subjects = fillersAt(reading, before.i, row.subject, ['mod']);
  const trigger: Trigger = {
    predicate: entry.predicate,
    trigger: i,
    words: [before.i, i],
    lemma: lemmaOf(token),
    rule: `compound:${token.text.toLowerCase()}`,
    status: entry.status,
    background: true,
  };
  const objects = modifiedBy(reading, i, row.object, entry.predicate);
  // "Rwandan-owned shops" are owned by Rwandans, not by Rwanda.
  const isPeoples = token.text.toLowerCase() === 'owned' && subjects.some((one) => one.mention.kind === 'nationality');
  return crossed(trigger, subjects, isPeoples ? objects.filter((one) => one.mention.kind === 'name') : objects);
}

const HOLDING = new Set(['CONTROLS', 'OCCUPIED', 'CLAIMS']);

/** The nearest noun upwards that is somebody or some place: "rebel-held Syrian city of Raqqa" gives Raqqa. */
function modifiedBy(reading: Reading, i: number, kinds: Parameters<typeof fillersAt>[2], predicate: string): Filler[] {
  const { tree } = reading;
  let token = tokenAt(tree, i);
  for (let step = 0; step < MAX_CLIMB && token.head !== token.i; step++) {
    token = tokenAt(tree, token.head);
    if (isVerb(token)) return [];
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN') continue;
    // "rebel-held areas in Idlib" are held in Idlib; what Iran backs in Syria is not Syria.
    const reach = ACTS.has(lemmaOf(token)) ? [] : HOLDING.has(predicate) ? ['of', 'in'] : ['of'];
    // "Turkish-led forces or Syrian forces": only what the epithet stands before.
    const found = fillersAt(reading, token.i, kinds, reach).filter(
      ({ mention }) => !isBesides(tree, token.i, mention.head),
    );
    const direct = found.filter((filler) => filler.direct);
    if (found.length > 0) return direct.length > 0 ? direct : found;
    // What is modified is named or ends here: a noun further up is another one.
    if (!['compound', 'nmod', 'amod', 'appos'].includes(token.dep)) return [];
  }
  return [];
}

/** "a Maoist-led strike in Kathmandu": where an act takes place is not what is led. */
const ACTS = new Set(
  (
    'strike protest rally attack airstrike raid offensive operation campaign invasion war meeting talk summit investigation ' +
    'inquiry effort mission drive intervention bombing siege blockade march push crackdown'
  ).split(' '),
);

/** Whether a head is a later member of the list that `noun` begins, with modifiers of its own. */
function isBesides(tree: Tree, noun: number, head: number): boolean {
  return head !== noun && conjuncts(tree, noun).includes(head) && childrenOf(tree, head, 'amod', 'compound').length > 0;
}

/** Reads "disputed" before or after a place: whoever controls it or has a name of its own for it disputes it. */
export function readDisputed(reading: Reading, i: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  if (!DISPUTED.has(token.text.toLowerCase()) || !['amod', 'acl', 'compound'].includes(token.dep)) return [];
  const row = predicateRow('DISPUTES');
  const places = fillersAt(reading, token.head, row.object, ['of', 'in']);
  const trigger: Trigger = {
    predicate: 'DISPUTES',
    trigger: i,
    words: [i],
    lemma: 'dispute',
    rule: 'disputed',
    status: 'ongoing',
    background: true,
  };
  const parties = [
    ...claimantsBy(reading, i),
    ...partiesNaming(reading, token.head),
    ...controllersOf(reading, token.head),
  ];
  return crossed(trigger, parties, places);
}

/** "disputed by X and Y", "disputed between X and Y". */
function claimantsBy(reading: Reading, i: number): Filler[] {
  return phrasesUnder(reading.tree, i)
    .filter((phrase) => ['by', 'between', 'with'].includes(phrase.name))
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => fillersAt(reading, o, ['actor'], []));
}

/** "known by X as Y", "called Y by X", "which X calls Y", hanging under the place or near it. */
function partiesNaming(reading: Reading, place: number): Filler[] {
  const { tree } = reading;
  const naming = descendants(tree, place).filter(
    (i) => NAMING.has(lemmaOf(tokenAt(tree, i))) && isVerb(tokenAt(tree, i)),
  );
  return naming
    .flatMap((i) => [
      ...phrasesUnder(tree, i)
        .filter((phrase) => phrase.name === 'by' || phrase.name === 'in' || phrase.name === 'to')
        .flatMap((phrase) => phrase.objects),
      ...childrenOf(tree, i, 'nsubj'),
    ])
    .flatMap((o) => fillersAt(reading, o, ['country', 'organization', 'group'], []));
}

function controllersOf(reading: Reading, place: number): Filler[] {
  return descendants(reading.tree, place)
    .flatMap((i) => readCompound(reading, i))
    .filter((draft) => draft.predicate === 'CONTROLS' || draft.predicate === 'CLAIMS')
    .map((draft) => draft.subject);
}

function descendants(tree: Tree, i: number): number[] {
  const found: number[] = [];
  const pending = [...conjuncts(tree, i)];
  for (let at = 0; at < pending.length; at++) {
    const next = pending[at];
    if (next === undefined) break;
    found.push(next);
    pending.push(...childrenOf(tree, next));
  }
  return found;
}
