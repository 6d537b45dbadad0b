/** Agents that the clause of an act does not name: who wields the weapon, who gave the order; and harm that nobody meant. */
import type { ArgumentKind } from '../../graph/model/predicates.ts';
import type { CompiledVerb } from '../codebook/patterns.ts';
import { logicalSubjects } from './clause.ts';
import { phrasesOf } from './objects.ts';
import { FORCEFUL, MISHAPS, VEHICLES, WEAPONS } from './deeds.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { isVerb, lemmaOf, MAX_CLIMB, tokenAt } from './tree.ts';
import { isPassive } from './voice.ts';

const UNINTENDED = new Set(['kill', 'injure', 'hurt', 'wound', 'hit', 'strike']);

/** "ordered X to be held", "ordered the release of X": without another agent the act is that of whoever orders it. */
export function orderers(reading: Reading, verb: number, kinds: readonly ArgumentKind[]): Filler[] {
  const { tree } = reading;
  const token = tokenAt(tree, verb);
  const above = tokenAt(tree, token.head);
  if (!['xcomp', 'ccomp'].includes(token.dep) || !isPassive(tree, verb) || lemmaOf(above) !== 'order') return [];
  return logicalSubjects(tree, above.i).flatMap((i) => fillersAt(reading, i, kinds, REACH_ACTOR));
}

/** What is done next to somebody who is in the hands of another. */
const IN_CUSTODY = new Set(['RELEASED', 'EXPELLED', 'SUED', 'SENTENCED']);
const HOLDING = new Set('arrest detain hold seize capture jail imprison abduct kidnap'.split(' '));

/** "was detained by the army and released hours later": whoever held somebody lets him go. */
export function custodians(
  reading: Reading,
  verb: number,
  predicate: string,
  kinds: readonly ArgumentKind[],
): Filler[] {
  if (!IN_CUSTODY.has(predicate) || !isPassive(reading.tree, verb)) return [];
  const { tree } = reading;
  let token = tokenAt(tree, verb);
  for (let step = 0; step < MAX_CLIMB && ['conj', 'advcl'].includes(token.dep); step++) {
    token = tokenAt(tree, token.head);
    if (!isVerb(token) || !HOLDING.has(lemmaOf(token)) || !isPassive(tree, token.i)) continue;
    return logicalSubjects(tree, token.i).flatMap((i) => fillersAt(reading, i, kinds, REACH_ACTOR));
  }
  return [];
}

/** "launched an attack, with missiles striking a plant": the weapon is whose attack it is. */
export function wielders(
  reading: Reading,
  verb: number,
  pattern: CompiledVerb,
  kinds: readonly ArgumentKind[],
): Filler[] {
  if (pattern.predicate !== 'ATTACKED' && pattern.predicate !== 'KILLED') return [];
  const { tree } = reading;
  if (!logicalSubjects(tree, verb).some((i) => WEAPONS.has(lemmaOf(tokenAt(tree, i))))) return [];
  let token = tokenAt(tree, verb);
  for (let step = 0; step < MAX_CLIMB && token.head !== token.i; step++) {
    // A relative clause may tell of another's weapon: "in answer to the drone attack that killed three".
    if (token.dep === 'relcl') return [];
    token = tokenAt(tree, token.head);
    if (!isVerb(token) || !CARRYING.has(lemmaOf(token))) continue;
    const found = logicalSubjects(tree, token.i).flatMap((i) => fillersAt(reading, i, kinds, REACH_ACTOR));
    if (found.length > 0) return found.map((filler) => ({ ...filler, direct: false }));
  }
  return [];
}

/** Verbs above such a weapon whose subject wields it. */
const CARRYING = new Set([
  'launch',
  'conduct',
  'fire',
  'attack',
  'strike',
  'carry',
  'bomb',
  'shell',
  'hit',
  'stage',
  'unleash',
  'target',
]);

/** "An air force plane crashes, killing": the owner of the plane killed nobody. */
export function isAccident(
  reading: Reading,
  verb: number,
  pattern: CompiledVerb,
  subjects: readonly Filler[],
): boolean {
  if (pattern.predicate !== 'KILLED' && pattern.predicate !== 'ATTACKED') return false;
  if (subjects.some((filler) => filler.direct)) return false;
  const { tree } = reading;
  const isVehicle = logicalSubjects(tree, verb).some((i) => VEHICLES.has(lemmaOf(tokenAt(tree, i))));
  const inAttack = phrasesOf(tree, verb).some((phrase) =>
    phrase.objects.some((o) => FORCEFUL.has(lemmaOf(tokenAt(tree, o)))),
  );
  if (inAttack) return false;
  const above = tokenAt(tree, tokenAt(tree, verb).head);
  if (isVerb(above) && MISHAPS.has(lemmaOf(above)) && lemmaOf(above) !== 'explode') return true;
  const lemma = lemmaOf(tokenAt(tree, verb));
  return isVehicle && (UNINTENDED.has(lemma) || MISHAPS.has(lemma) || MISHAPS.has(lemmaOf(above)));
}
