/**
 * Which statements could tell of one happening: those of one slot, which is a class of predicates, two participants and a
 * month. A statement has a slot of its participants and, where those stand for a country or body, a wider one of these.
 */
import { happeningId } from '../ids.ts';
import type { DatePrecision, Polarity, Status } from '../model/vocabulary.ts';

/** Predicates that state how things stand, not that something happened; RELATED_TO does not tell which. */
const STANDING = new Set([
  'REPRESENTS',
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
  /** Days from the first to the last that reports of one happening may name. */
  readonly days: number;
  /** Whether different places make different happenings: several attacks of a day are told apart by them. */
  readonly byPlace: boolean;
}

const MEETING: PredicateClass = { name: 'meeting', directed: false, days: 3, byPlace: false };
const AGREEMENT: PredicateClass = { name: 'agreement', directed: false, days: 2, byPlace: false };
const REPROACH: PredicateClass = { name: 'reproach', directed: true, days: 2, byPlace: false };
const DEMAND: PredicateClass = { name: 'demand', directed: true, days: 2, byPlace: false };
const CAPTURE: PredicateClass = { name: 'capture', directed: true, days: 2, byPlace: false };
const DEPLOYMENT: PredicateClass = { name: 'deployment', directed: true, days: 3, byPlace: false };
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
  ['CALLED_ON', DEMAND],
  ['ORDERED', DEMAND],
  ['SEIZED', CAPTURE],
  ['OCCUPIED', CAPTURE],
  ['MOBILIZED_AGAINST', DEPLOYMENT],
  ['DEPLOYED_TO', DEPLOYMENT],
  ['ATTACKED', ASSAULT],
  ['KILLED', ASSAULT],
  ['FOUGHT', { name: 'FOUGHT', directed: false, days: 1, byPlace: true }],
]);

const UNDIRECTED = new Set(['SPOKE_WITH', 'COOPERATED_WITH']);

/** What lasts for days, so that reports of neighbouring days may tell of one; all else has one day. */
const LASTING = new Set([
  'VISITED',
  'HOSTED',
  'NEGOTIATED_WITH',
  'COOPERATED_WITH',
  'MOBILIZED_AGAINST',
  'DEPLOYED_TO',
  'OCCUPIED',
]);

export const isLasting = (predicate: string): boolean => LASTING.has(predicate);

export function classOf(predicate: string): PredicateClass {
  const known = CLASSES.get(predicate);
  return known ?? { name: predicate, directed: !UNDIRECTED.has(predicate), days: 2, byPlace: false };
}

/** A subject or object: the entity, and the country or body that it stands for. */
export interface Participant {
  readonly entity: string;
  readonly standsFor?: string | undefined;
  readonly inPerson?: boolean | undefined;
}

interface Dated {
  readonly predicate: string;
  readonly polarity: Polarity;
  readonly status: Status;
  readonly date: string | null;
  readonly datePrecision: DatePrecision | null;
}

export interface Slots {
  readonly happening: string | null;
  /** Null where the participants stand for nobody else, or for one another. */
  readonly widerHappening: string | null;
}

/** Both null where the statement reports no happening: it denies, plans, states how things stand, or names no month. */
export function slotsOf(statement: Dated, subject: Participant, object: Participant): Slots {
  const { predicate, date } = statement;
  if (date === null || date.length < 7 || !isReport(statement)) return { happening: null, widerHappening: null };
  const month = date.slice(0, 7);
  const [one, other] = principalsOf(subject, object);
  const isWider = (one !== subject.entity || other !== object.entity) && one !== other;
  return {
    happening: slotOf(predicate, subject.entity, object.entity, month),
    widerHappening: isWider ? slotOf(predicate, one, other, month) : null,
  };
}

function isReport({ predicate, polarity, status, datePrecision }: Dated): boolean {
  if (polarity !== 'affirmed' || datePrecision === 'year' || STANDING.has(predicate)) return false;
  // To be a member stands, to become one happens.
  return status === 'occurred' || (status === 'ongoing' && predicate !== 'MEMBER_OF');
}

function slotOf(predicate: string, subject: string, object: string, month: string): string {
  const { name, directed } = classOf(predicate);
  const [one, other] = !directed && object < subject ? [object, subject] : [subject, object];
  return happeningId(name, one, other, month);
}

/** Those for whom both act; where that is one and the same, persons are themselves: an army and whom it arrests. */
function principalsOf(subject: Participant, object: Participant): readonly [string, string] {
  const [one, other] = [subject.standsFor ?? subject.entity, object.standsFor ?? object.entity];
  if (one !== other) return [one, other];
  return [subject.inPerson === true ? subject.entity : one, object.inPerson === true ? object.entity : other];
}

/** Who takes part in person on either side of the wider slot, in its order; '' where it is the country or body as such. */
export function sidesOf(predicate: string, subject: Participant, object: Participant): readonly [string, string] {
  const person = ({ entity, inPerson }: Participant): string => (inPerson === true ? entity : '');
  const [one, other] = principalsOf(subject, object);
  const isTurned = !classOf(predicate).directed && other < one;
  return isTurned ? [person(object), person(subject)] : [person(subject), person(object)];
}
