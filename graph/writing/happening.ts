/**
 * Which statements tell of one happening. Only statements of one slot (participants, class of predicate, month) can; what
 * they make of it is a function of the set of statements in the slot, whatever the order in which they came.
 */
import { eventId, happeningId } from '../ids.ts';
import type { DatePrecision, Polarity, Status } from '../model/vocabulary.ts';
import type { EdgeKey } from './prepare.ts';

/** Predicates that state how things stand, not that something happened; RELATED_TO does not tell which. */
const STANDING = new Set([
  'REPRESENTS',
  'MEMBER_OF',
  'PART_OF',
  'LOCATED_IN',
  'CONTROLS',
  'CLAIMS',
  'DISPUTES',
  'ALLIED_WITH',
  'AT_ODDS_WITH',
  'NATIONAL_OF',
  'RELATED_TO',
]);

interface PredicateClass {
  readonly name: string;
  /** Whether who did it to whom makes a difference. */
  readonly directed: boolean;
  /** Days from the first to the last that reports of one happening may name; each at most one after the one before. */
  readonly days: number;
  /** Whether different places make different happenings: several attacks of a day are told apart by them. */
  readonly byPlace: boolean;
}

const MEETING: PredicateClass = { name: 'meeting', directed: false, days: 3, byPlace: false };
const AGREEMENT: PredicateClass = { name: 'agreement', directed: false, days: 2, byPlace: false };
const REPROACH: PredicateClass = { name: 'reproach', directed: true, days: 2, byPlace: false };
const ASSAULT: PredicateClass = { name: 'assault', directed: true, days: 1, byPlace: true };

/** Different words for one happening. Every other predicate is a class of its own. */
const CLASSES: ReadonlyMap<string, PredicateClass> = new Map([
  ['MET', MEETING],
  ['NEGOTIATED_WITH', MEETING],
  ['HOSTED', MEETING],
  ['VISITED', MEETING],
  ['AGREED_WITH', AGREEMENT],
  ['SIGNED_WITH', AGREEMENT],
  ['CRITICIZED', REPROACH],
  ['ACCUSED', REPROACH],
  ['COMPLAINED_TO', REPROACH],
  ['ATTACKED', ASSAULT],
  ['KILLED', ASSAULT],
  ['FOUGHT', { name: 'FOUGHT', directed: false, days: 1, byPlace: true }],
]);

const UNDIRECTED = new Set(['SPOKE_WITH', 'COOPERATED_WITH']);

function classOf(predicate: string): PredicateClass {
  const known = CLASSES.get(predicate);
  return known ?? { name: predicate, directed: !UNDIRECTED.has(predicate), days: 2, byPlace: false };
}

/**
 * The slot of a statement: participants, class and month. Null where it reports no happening: it denies, plans, states
 * how things stand, or names no month.
 */
export function happeningOf(
  statement: {
    readonly polarity: Polarity;
    readonly status: Status;
    readonly date: string | null;
    readonly datePrecision: DatePrecision | null;
  },
  edge: EdgeKey | null,
): string | null {
  const { polarity, status, date, datePrecision } = statement;
  if (edge === null || STANDING.has(edge.predicate) || date === null || datePrecision === 'year') return null;
  if (polarity !== 'affirmed' || (status !== 'occurred' && status !== 'ongoing') || date.length < 7) return null;
  const { name, directed } = classOf(edge.predicate);
  const turned = !directed && edge.to < edge.from;
  const [one, other] = turned ? [edge.to, edge.from] : [edge.from, edge.to];
  return happeningId(name, one, other, date.slice(0, 7));
}

/** What of a statement counts for events. */
export interface Telling {
  readonly id: string;
  readonly happening: string;
  readonly predicate: string;
  /** To the day or the month. */
  readonly date: string;
  readonly place: string | null;
  /** Source of what its bulletin reprints, else of the bulletin; the empty string where there is none. */
  readonly source: string;
}

export interface DerivedEvent {
  readonly id: string;
  /** The one that most of its statements state; of equals the first in order. */
  readonly predicate: string;
  /** First day that a statement names; the month where none names a day. */
  readonly date: string;
  /** Independent sources among those that report it. */
  readonly sources: number;
  readonly tellings: readonly Telling[];
}

/** The events of one slot. A telling that could mean several of them is in none. */
export function eventsOf(tellings: readonly Telling[]): DerivedEvent[] {
  const [first] = tellings;
  if (first === undefined) return [];
  const kind = classOf(first.predicate);
  const dated = tellings.filter(({ date }) => date.length === 10);
  const groups = windows(dated, kind.days).flatMap((window) => (kind.byPlace ? splitByPlace(window) : [window]));
  const vague = tellings.filter(({ date }) => date.length < 10);
  if (vague.length > 0 && groups.length <= 1) groups.splice(0, 1, [...(groups[0] ?? []), ...vague]);
  return groups.map((group) => eventFrom(group, kind.byPlace));
}

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(date) / DAY_MS;

/** Runs of days without a gap, cut where one grows longer than `days`. */
function windows(tellings: readonly Telling[], days: number): Telling[][] {
  const runs: Telling[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const telling of [...tellings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const day = dayNumber(telling.date);
    if (day - last > 1 || day - start >= days) {
      runs.push([]);
      start = day;
    }
    runs.at(-1)?.push(telling);
    last = day;
  }
  return runs;
}

/** One group for each place; those without a place join where there is only one. */
function splitByPlace(tellings: readonly Telling[]): Telling[][] {
  const places = [...new Set(tellings.flatMap(({ place }) => (place === null ? [] : [place])))].sort();
  if (places.length <= 1) return [[...tellings]];
  const placed = places.map((place) => tellings.filter((telling) => telling.place === place));
  const elsewhere = tellings.filter(({ place }) => place === null);
  return elsewhere.length === 0 ? placed : [...placed, elsewhere];
}

function eventFrom(group: readonly Telling[], byPlace: boolean): DerivedEvent {
  const happening = group[0]?.happening ?? '';
  const dates = group.map(({ date }) => date).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const date = dates[0] ?? '';
  const places = new Set(group.flatMap(({ place }) => (place === null ? [] : [place])));
  const place = byPlace && places.size === 1 ? ([...places][0] ?? '') : '';
  const counts = new Map<string, number>();
  for (const { predicate } of group) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  const [predicate = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return {
    id: eventId(happening, date, place),
    predicate,
    date,
    sources: new Set(group.map(({ source }) => source)).size,
    tellings: group,
  };
}
