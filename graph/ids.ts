/** Ids of what the graph makes itself: functions of content, the same on every machine and in every order of writing. */
import { createHash } from 'node:crypto';
import type { Bulletin } from './model/bulletin.ts';
import type { ExtractedStatement } from './model/extraction.ts';

/** 96 bits in hex: among ten million ids two alike are expected once in ten billion graphs. */
const LENGTH = 24;

const hash = (parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');

const id = (prefix: string, parts: readonly (string | number | null)[]): string =>
  `${prefix}-${hash(parts).slice(0, LENGTH)}`;

/** What a bulletin says and what is known about it: two bulletins with one hash are the same bulletin. */
export function contentHash(bulletin: Bulletin): string {
  const { title, source, url, publishedAt, language, text } = bulletin;
  return hash([title, source, url, publishedAt, language, text]);
}

/** The claim as it stands in its bulletin; independent of the extractor's version, rule and confidence. */
export function statementId(bulletinId: string, statement: ExtractedStatement): string {
  const { predicate, subject, object, saidBy, polarity, status, date, title, quote } = statement;
  return id('st', [
    bulletinId,
    predicate,
    subject.entity,
    object?.entity ?? null,
    saidBy?.entity ?? null,
    polarity,
    status,
    date,
    title,
    quote.start,
    quote.end,
  ]);
}

/** The aggregated relationship of a predicate between two entities, in its direction. */
export function edgeId(predicate: string, from: string, to: string): string {
  return id('ed', [predicate, from, to]);
}

/** What could be one happening: a class of predicates, two participants, a month. */
export function happeningId(kind: string, one: string, other: string, month: string): string {
  return id('ha', [kind, one, other, month]);
}

/** One happening of a slot, by its first day (or month), who took part in person, and its place where places tell it from others. */
export function eventId(slot: string, date: string, place: string, sides: readonly [string, string]): string {
  return id('ev', [slot, date, place, ...sides]);
}
