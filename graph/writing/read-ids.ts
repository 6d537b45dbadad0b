/**
 * The ids by which a bulletin refers to its entities, before it is known from other bulletins who is meant, and the seats
 * that it says somebody holds.
 */
import type { ExtractedEntity, ExtractedStatement } from '../model/extraction.ts';
import { seatOf } from '../model/offices.ts';
import { nameReference, parseReference, seatReference } from '../references/reference.ts';
import { calledTogether, placesOf, spansOf } from './entity-support.ts';
import type { PreparedMention } from './prepare.ts';

/** A person by an office on the day of publication, or by a name with its states; everybody else by the id that was read. */
export function readId({ id, type, states = [], office }: ExtractedEntity, publishedAt: string | null): string {
  if (type !== 'Person') return id;
  const seat = office === undefined ? null : seatOf(office.title, office.of);
  if (seat !== null && publishedAt !== null && publishedAt.length === 10) return seatReference(seat, publishedAt);
  return nameReference(id, states);
}

/** Two shares of one bulletin in one entity. */
export function together(one: PreparedMention, other: PreparedMention): PreparedMention {
  const places = placesOf([...spansOf(one), ...spansOf(other)]);
  return { ...one, ...calledTogether([one, other]), ...places, count: one.count + other.count };
}

/** The seat that somebody is said to hold or to have held; null where he is named by it alone, which says nothing. */
export function seatStated(statement: ExtractedStatement, subject: string): string | null {
  const { predicate, polarity, status, title, object } = statement;
  if (predicate !== 'REPRESENTS' || polarity !== 'affirmed' || title === null || object === null) return null;
  if ((status !== 'ongoing' && status !== 'occurred') || parseReference(subject)?.kind === 'seat') return null;
  return seatOf(title, object.entity);
}
