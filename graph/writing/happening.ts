/**
 * Which statements of one slot tell of one happening: a pure function of the set of them. Their days have to agree, and so
 * have those who took part in person; who is not named in person agrees with everybody.
 */
import { eventId } from '../ids.ts';
import { groupBy } from './rows.ts';
import { classOf, isLasting } from './slots.ts';

/** What of a statement counts for events. */
export interface Telling {
  readonly id: string;
  /** The slot that it is told in. */
  readonly slot: string;
  readonly predicate: string;
  /** To the day or the month. */
  readonly date: string;
  /** Whether the day is that of publication, for want of another. */
  readonly isAssumed: boolean;
  readonly place: string | null;
  /** Who takes part in person on either side of the slot; '' where nobody is named. */
  readonly sides: readonly [string, string];
  /** Source of what its bulletin reprints, else of the bulletin; the empty string where there is none. */
  readonly source: string;
}

export interface DerivedEvent {
  readonly id: string;
  /** The one that most of its statements state; of equals the first in order. */
  readonly predicate: string;
  /** First day that a statement names, else the first day of publication; the month where none has a day. */
  readonly date: string;
  /** Independent sources among those that report it. */
  readonly sources: number;
  readonly tellings: readonly Telling[];
}

/** Tellings of one happening so far, with those who take part in person in any of them. */
interface Group {
  readonly sides: readonly [string, string];
  readonly tellings: Telling[];
}

/** The events of one slot. A telling of a month that could mean several of its events is in none. */
export function eventsOf(tellings: readonly Telling[]): DerivedEvent[] {
  const [first] = tellings;
  if (first === undefined) return [];
  const { days, byPlace } = classOf(first.predicate);
  const dated = tellings.filter(({ date }) => date.length === 10);
  const groups = gather(
    dated,
    (own) => windows(own, days).flatMap((window) => (byPlace ? splitByPlace(window) : [window])),
    (group, other) => areNear(group, other, days) && (!byPlace || shareAPlace(group, other)),
    [],
  );
  const vague = tellings.filter(({ date }) => date.length < 10);
  const ofMonth = gather(
    vague,
    (own) => [own],
    () => true,
    groups,
  );
  // Groups that only their tellings tell apart are one event.
  const alike = groupBy([...groups, ...ofMonth], (group) => eventFrom(group, byPlace).id);
  return [...alike.values()].map((same) =>
    eventFrom({ sides: same[0]?.sides ?? ['', ''], tellings: same.flatMap((group) => group.tellings) }, byPlace),
  );
}

/**
 * Groups tellings, those with most named in person first. What `cut` leaves together joins the one group of more names that
 * it agrees with, `known` ones included; where there is none it is a group of its own. Where there are several, what has
 * days is one of its own, and what has none tells of none.
 */
function gather(
  tellings: readonly Telling[],
  cut: (tellings: Telling[]) => Telling[][],
  mayJoin: (group: readonly Telling[], other: readonly Telling[]) => boolean,
  known: readonly Group[],
): Group[] {
  const made: Group[] = [];
  for (const names of [2, 1, 0]) {
    const level = tellings.filter(({ sides }) => sides.filter((side) => side !== '').length === names);
    const profiles = groupBy(level, ({ sides }) => JSON.stringify(sides));
    const joining: { readonly group: Group; readonly part: Telling[] }[] = [];
    const apart: Group[] = [];
    for (const own of profiles.values()) {
      for (const part of cut(own)) {
        const sides = part[0]?.sides ?? ['', ''];
        const days = known.filter((group) => agree(group.sides, sides) && mayJoin(group.tellings, part));
        const others = made.filter((group) => agree(group.sides, sides) && mayJoin(group.tellings, part));
        const fitting = days.length > 0 ? days : others;
        const [group] = fitting;
        if (fitting.length === 1 && group !== undefined) joining.push({ group, part });
        else if (days.length === 0) apart.push({ sides, tellings: part });
      }
    }
    // Only now, so that what joins at one level does not depend on the order of the level.
    for (const { group, part } of joining) group.tellings.push(...part);
    made.push(...apart);
  }
  return made;
}

/** Whether nobody on one side is somebody else than on the same side of the other. */
function agree(one: readonly [string, string], other: readonly [string, string]): boolean {
  return [0, 1].every((side) => {
    const [left = '', right = ''] = [one[side], other[side]];
    return left === '' || right === '' || left === right;
  });
}

const DAY_MS = 86_400_000;
const dayNumber = ({ date }: Telling): number => Date.parse(date) / DAY_MS;

/**
 * The days of tellings that are one happening: one day; of what lasts, neighbouring days; and where nobody names a day,
 * the day of publication may be the day after. No longer than `days`.
 */
function windows(tellings: readonly Telling[], days: number): Telling[][] {
  const byDay = [...groupBy(tellings, dayNumber)].sort(([a], [b]) => a - b);
  const runs: { readonly start: number; end: number; last: Telling[]; readonly all: Telling[] }[] = [];
  for (const [day, own] of byDay) {
    const run = runs.at(-1);
    if (run !== undefined && day - run.end === 1 && day - run.start < days && follow(run.last, own)) {
      run.end = day;
      run.last = own;
      run.all.push(...own);
    } else runs.push({ start: day, end: day, last: own, all: [...own] });
  }
  return runs.map(({ all }) => all);
}

/** Whether what is told of a day may be what is told of the day before. */
function follow(before: readonly Telling[], after: readonly Telling[]): boolean {
  return (
    after.every(({ isAssumed }) => isAssumed) || [...before, ...after].some(({ predicate }) => isLasting(predicate))
  );
}

function areNear(group: readonly Telling[], other: readonly Telling[], days: number): boolean {
  const [first, second] = [group, other].map((tellings) => {
    const numbers = tellings.map(dayNumber);
    return { tellings, start: Math.min(...numbers), end: Math.max(...numbers) };
  });
  if (first === undefined || second === undefined) return false;
  const [before, after] = first.start <= second.start ? [first, second] : [second, first];
  if (Math.max(before.end, after.end) - before.start >= days) return false;
  return after.start <= before.end || (after.start - before.end === 1 && follow(before.tellings, after.tellings));
}

const placesOf = (tellings: readonly Telling[]): Set<string> =>
  new Set(tellings.flatMap(({ place }) => (place === null ? [] : [place])));

/** One group for each place; those without a place join where there is only one. */
function splitByPlace(tellings: readonly Telling[]): Telling[][] {
  const places = [...placesOf(tellings)].sort();
  if (places.length <= 1) return [[...tellings]];
  const placed = places.map((place) => tellings.filter((telling) => telling.place === place));
  const elsewhere = tellings.filter(({ place }) => place === null);
  return elsewhere.length === 0 ? placed : [...placed, elsewhere];
}

function shareAPlace(group: readonly Telling[], other: readonly Telling[]): boolean {
  const [left, right] = [placesOf(group), placesOf(other)];
  return left.size === 0 || right.size === 0 || [...left].some((place) => right.has(place));
}

function eventFrom({ sides, tellings }: Group, byPlace: boolean): DerivedEvent {
  const slot = tellings[0]?.slot ?? '';
  const rank = ({ date, isAssumed }: Telling): number => (date.length < 10 ? 2 : isAssumed ? 1 : 0);
  const [earliest] = [...tellings].sort((a, b) => rank(a) - rank(b) || (a.date < b.date ? -1 : 1));
  const date = earliest?.date ?? '';
  const places = placesOf(tellings);
  const place = byPlace && places.size === 1 ? ([...places][0] ?? '') : '';
  const counts = new Map<string, number>();
  for (const { predicate } of tellings) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  const [predicate = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return {
    id: eventId(slot, date, place, sides),
    predicate,
    date,
    sources: new Set(tellings.map(({ source }) => source)).size,
    tellings,
  };
}
