/**
 * Links each denial to what it contradicts: affirmed statements of the same issue, at most a month away (a denial that
 * names no accuser: a week), the nearest in time. Both stay as they are. A function of the set of statements; its cost
 * follows how often a pair is in the news in a few months, and only where something is denied.
 */
import { z } from 'zod';
import type { Reading, WriteTransaction } from '../store.ts';
import { aroundOf } from './issues.ts';
import { groupBy, parseRows } from './rows.ts';

/** What a denial is linked to at most. */
const MOST_CLAIMS = 10;
const DAYS = 31;
/** Of a denial that does not say whose accusation it answers. */
const OPEN_DAYS = 7;

const Dated = {
  id: z.string(),
  date: z.string().nullable(),
  assumed: z.boolean().nullable(),
  publishedAt: z.string().nullable(),
};
const Denial = z.object({ ...Dated, denies: z.string() });
const Claim = z.object({ ...Dated, issue: z.string(), openIssue: z.string().nullable() });
type Denial = z.infer<typeof Denial>;
type Claim = z.infer<typeof Claim>;
const Linked = z.object({ denial: z.string(), claim: z.string() });

const DATED = 's.id AS id, s.date AS date, s.dateAssumed AS assumed, b.publishedAt AS publishedAt';
const DENIALS = `
  MATCH (s:Statement) WHERE s.denies IN $keys
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN ${DATED}, s.denies AS denies`;
const claimsBy = (property: 'issue' | 'openIssue'): string => `
  MATCH (s:Statement) WHERE s.${property} IN $keys
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN ${DATED}, s.issue AS issue, s.openIssue AS openIssue`;
const LINKED = `
  MATCH (n:Statement) WHERE n.id IN $ids
  MATCH (n)-[:CONTRADICTS]->(y:Statement)
  RETURN n.id AS denial, y.id AS claim`;

interface Contradictions {
  /** The claims that each denial is to be linked to, and those that it is linked to. */
  readonly derived: ReadonlyMap<string, ReadonlySet<string>>;
  readonly stored: ReadonlyMap<string, ReadonlySet<string>>;
}

/** For every denial that statements with these keys (issues, or denied ones) may touch. */
export async function deriveContradictions(reading: Reading, touched: readonly string[]): Promise<Contradictions> {
  const keys = around(touched);
  const denials = keys.length === 0 ? [] : parseRows(await reading.run(DENIALS, { keys }), Denial);
  if (denials.length === 0) return { derived: new Map(), stored: new Map() };
  const wanted = around(denials.map(({ denies }) => denies));
  const claims = parseRows(await reading.run(claimsBy('issue'), { keys: wanted }), Claim);
  const accusations = parseRows(await reading.run(claimsBy('openIssue'), { keys: wanted }), Claim);
  const byIssue = groupBy(claims, ({ issue }) => issue);
  const byOpenIssue = groupBy(accusations, ({ openIssue }) => openIssue ?? '');
  const derived = new Map(
    denials.map((denial) => {
      const near = aroundOf(denial.denies);
      const named = near.flatMap((key) => byIssue.get(key) ?? []);
      const open = near.flatMap((key) => byOpenIssue.get(key) ?? []);
      return [denial.id, new Set([...nearest(denial, named, DAYS), ...nearest(denial, open, OPEN_DAYS)])] as const;
    }),
  );
  const rows = parseRows(await reading.run(LINKED, { ids: [...derived.keys()] }), Linked);
  const stored = new Map(
    [...groupBy(rows, ({ denial }) => denial)].map(([id, own]) => [id, new Set(own.map(({ claim }) => claim))]),
  );
  return { derived, stored };
}

const around = (keys: readonly string[]): string[] => [...new Set(keys.flatMap(aroundOf))];

function nearest(denial: Denial, claims: readonly Claim[], days: number): string[] {
  return claims
    .map(({ id, ...claim }) => ({ id, distance: daysBetween(denial, claim) }))
    .filter(({ distance }) => distance <= days)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CLAIMS)
    .map(({ id }) => id);
}

type When = Pick<Denial, 'date' | 'assumed' | 'publishedAt'>;

/**
 * Days between what both are claimed for: none where a day is not known, because their months are near anyway; infinite
 * where both say when, and not the same, or one says a time that came after the other was published.
 */
function daysBetween(one: When, other: When): number {
  if (isOtherTime(one, other) || isOtherTime(other, one)) return Number.POSITIVE_INFINITY;
  const [left, right] = [dayOf(one), dayOf(other)];
  return left === null || right === null ? 0 : Math.abs(left - right) / 86_400_000;
}

function isOtherTime(one: When, other: When): boolean {
  const [said, answered] = [statedOf(one), statedOf(other)];
  if (said === null) return false;
  const known = answered ?? other.publishedAt ?? said;
  if (known.startsWith(said) || said.startsWith(known)) return false;
  return answered !== null || said > known;
}

/** The date that the words themselves give. */
const statedOf = ({ date, assumed }: When): string | null => (assumed === true ? null : date);

/** Of a month that is claimed no day is known; a year is too little, and what was published counts. */
function dayOf({ date, publishedAt }: When): number | null {
  const known = date !== null && date.length >= 7 ? date : publishedAt;
  return known === null || known.length < 10 ? null : Date.parse(known.slice(0, 10));
}

/** Brings the links of the denials that statements with these keys may touch up to date. */
export async function writeContradictions(transaction: WriteTransaction, touched: readonly string[]): Promise<void> {
  const { derived, stored } = await deriveContradictions(transaction, touched);
  const lacking = (some: typeof derived, others: typeof derived) =>
    [...some].flatMap(([denial, claims]) =>
      [...claims].flatMap((claim) => (others.get(denial)?.has(claim) === true ? [] : [{ denial, claim }])),
    );
  const [gone, fresh] = [lacking(stored, derived), lacking(derived, stored)];
  const pair = 'UNWIND $rows AS r MATCH (n:Statement {id: r.denial})';
  if (gone.length > 0) {
    await transaction.run(`${pair}-[c:CONTRADICTS]->(y:Statement {id: r.claim}) DELETE c`, { rows: gone });
  }
  if (fresh.length > 0) {
    await transaction.run(`${pair} MATCH (y:Statement {id: r.claim}) CREATE (n)-[:CONTRADICTS]->(y)`, { rows: fresh });
  }
}
