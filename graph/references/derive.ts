/**
 * Who references mean, as a function of the set of references and of what is stated of seats: names of one state, or of
 * states that one bulletin gives together, are one person, others are not; a seat on a day is its holder where the statements
 * before and after agree. What is in doubt stays by itself.
 */
import { parseReference } from './reference.ts';

/** What a bulletin of that day says of a seat: somebody holds it, or held it before. */
export interface Observation {
  readonly seat: string;
  readonly person: string;
  readonly day: string;
  readonly former: boolean;
}

/** For how many days after it was last stated somebody is taken to hold a seat, where nothing says otherwise. */
const DAYS_HELD = 60;

/** The entity of each reference to a name. All names of states that belong together are the person of the plain name. */
export function identities(references: Iterable<string>): Map<string, string> {
  const groups = new Map<string, string[]>();
  for (const id of references) {
    const reference = parseReference(id);
    if (reference?.kind !== 'name') continue;
    groups.set(reference.of, [...(groups.get(reference.of) ?? []), id]);
  }
  const meant = new Map<string, string>();
  for (const [person, ids] of groups) {
    const clusterOf = joined(ids.map(statesOf));
    const several = new Set(clusterOf.values()).size > 1;
    for (const id of ids) {
      const cluster = clusterOf.get(statesOf(id)[0] ?? '') ?? '';
      meant.set(id, several ? `${person}#${cluster}` : person);
    }
  }
  return meant;
}

const statesOf = (id: string): readonly string[] => {
  const reference = parseReference(id);
  return reference?.kind === 'name' ? reference.states : [];
};

/** For each state the first, in order, of those that it belongs together with. */
function joined(sets: readonly (readonly string[])[]): Map<string, string> {
  const first = new Map<string, string>();
  const find = (state: string): string => {
    let at = state;
    for (let next = first.get(at) ?? at; next !== at; next = first.get(at) ?? at) at = next;
    return at;
  };
  for (const states of sets) {
    const roots = [...new Set(states.map(find))].sort();
    for (const root of roots) first.set(root, roots[0] ?? root);
    for (const state of states) if (!first.has(state)) first.set(state, find(state));
  }
  return new Map([...first.keys()].map((state) => [state, find(state)]));
}

/** The holder of each reference to a seat, where what is stated leaves no doubt. */
export function holders(references: Iterable<string>, observations: readonly Observation[]): Map<string, string> {
  const bySeat = new Map<string, Observation[]>();
  for (const observation of observations) {
    bySeat.set(observation.seat, [...(bySeat.get(observation.seat) ?? []), observation]);
  }
  const meant = new Map<string, string>();
  for (const id of references) {
    const reference = parseReference(id);
    if (reference?.kind !== 'seat') continue;
    const holder = holderOn(reference.day, bySeat.get(reference.of) ?? []);
    if (holder !== null) meant.set(id, holder);
  }
  return meant;
}

function holderOn(day: string, stated: readonly Observation[]): string | null {
  const held = stated.filter(({ former }) => !former);
  const last = latest(held.filter((one) => one.day <= day).map((one) => one.day));
  if (last === null) return null;
  const [holder, ...others] = new Set(held.filter((one) => one.day === last).map(({ person }) => person));
  if (holder === undefined || others.length > 0) return null;
  if (stated.some((one) => one.former && one.person === holder && one.day >= last && one.day <= day)) return null;
  const next = held.filter((one) => one.day >= day).reduce((min, one) => (one.day < min ? one.day : min), '~');
  if (next === '~') return daysBetween(last, day) <= DAYS_HELD ? holder : null;
  return held.every((one) => one.day !== next || one.person === holder) ? holder : null;
}

const latest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((max, day) => (max === null || day > max ? day : max), null);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** From which day on each statement that somebody holds a seat is over: another holds it, or it is held no more. */
export function endOf(statement: Observation, stated: readonly Observation[]): string | null {
  let end: string | null = null;
  for (const { day, person, former } of stated) {
    const ends = former ? person === statement.person : person !== statement.person;
    if (ends && day > statement.day && (end === null || day < end)) end = day;
  }
  return end;
}
