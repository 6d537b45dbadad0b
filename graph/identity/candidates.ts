/**
 * Pairs of entities that may be one, for a person to judge: never merged here. A pair is a candidate by its names, and by
 * what the graph knows of both; entities of different states are not, nor what was judged already.
 */
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { readJudgements } from '../curate/log.ts';
import { apartness } from '../curate/resolution.ts';
import type { Touched } from '../curate/touched.ts';
import { EntityType } from '../model/vocabulary.ts';
import { parseReference } from '../references/reference.ts';
import type { GraphStore } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { pairsToCompare } from './blocking.ts';
import { type Known, knownOf, type Sentence, sentencesOf } from './evidence.ts';
import { compareBodyNames, comparePersonNames, type Likeness } from './similarity.ts';
import { areHomonyms, weigh, type Weighed } from './weighing.ts';

export interface CandidateEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly bulletins: number;
  /** Names of the states that it is of, titles of its offices, names of others that it is related to: a few of each. */
  readonly countries: readonly string[];
  readonly offices: readonly string[];
  readonly related: readonly string[];
}

/** Two entities that may be one. */
export interface CandidatePair extends Weighed {
  /** The one that more bulletins mention. */
  readonly one: CandidateEntity;
  readonly other: CandidateEntity;
}

export interface Candidate extends CandidatePair {
  readonly sentences: readonly Sentence[];
}

export interface CandidatePairs {
  /** Highest score first. */
  readonly pairs: readonly CandidatePair[];
  /** Pairs with names alike that are of different states: homonyms. */
  readonly homonyms: number;
  /** Words that too many names have to compare them all. */
  readonly skipped: number;
}

export interface Review extends Omit<CandidatePairs, 'pairs'> {
  /** Highest score first. */
  readonly candidates: readonly Candidate[];
  /** How many there are; `candidates` has at most as many as were asked for. */
  readonly total: number;
}

export interface ReviewOptions {
  readonly limit: number;
  /** Of each entity of a candidate. */
  readonly sentences: number;
}

/** Countries and places are told by the gazetteer; groups without a name of their own are their bulletin's. */
const TYPES: readonly EntityType[] = ['Person', 'Organization', 'Facility', 'Agreement'];
/** Other names of an entity that are compared too. */
const MOST_NAMES = 8;
/** What is told of an entity beside a candidate, of each kind. */
const MOST_KNOWN = 5;
/** From which likeness two names are candidates at all. */
const ALIKE = 0.6;
/** Pairs that are compared before others get their turn: a few milliseconds. */
const SLICE = 500;

const Row = z.object({
  id: z.string(),
  name: z.string(),
  type: EntityType,
  aliases: z.array(z.string()),
  bulletins: z.int(),
});
type Row = z.infer<typeof Row>;

/** Two entities whose names are alike; what else is known of them is not looked at yet. */
interface Alike {
  readonly one: string;
  readonly other: string;
  readonly likeness: Likeness;
}

/** Everything that is alike in a store, with what the graph knows of it. Changed in place when a judgement is followed. */
export interface AlikeNames {
  readonly entities: Map<string, Row>;
  readonly known: Map<string, Known>;
  readonly alike: Map<string, Alike>;
  readonly skipped: number;
}

/** The candidates of a store, with their sentences. Holds all names in memory, about 0.5 kB an entity. */
export async function reviewCandidates(store: GraphStore, options: ReviewOptions): Promise<Review> {
  const { pairs, homonyms, skipped } = await candidatesAmong(store, await alikeNames(store));
  const candidates = await withSentences(store, pairs.slice(0, options.limit), options.sentences);
  return { candidates, total: pairs.length, homonyms, skipped };
}

/**
 * Compares the names of a store, in slices, so that others get their turn: a million pairs for the 45,000 names of 57,000
 * bulletins, which takes a minute or more.
 */
export async function alikeNames(store: GraphStore): Promise<AlikeNames> {
  const rows = await readNamed(store, null);
  const entities = new Map(rows.map((row) => [row.id, row]));
  const named = rows.map((row) => ({ id: row.id, type: row.type, names: namesOf(row) }));
  const { pairs, skipped } = pairsToCompare(named);
  const found: AlikeNames = { entities, known: new Map(), alike: new Map(), skipped };
  await compareAll(found, pairs);
  const ids = new Set([...found.alike.values()].flatMap(({ one, other }) => [one, other]));
  for (const id of entities.keys()) if (!ids.has(id)) entities.delete(id);
  for (const [id, known] of await knownOf(store, [...ids].sort())) found.known.set(id, known);
  return found;
}

/**
 * Follows a judgement: compares the entities that it touched with all that were like them, and no others. What a merge
 * makes of the relations of third ones is not looked at again.
 */
export async function followJudgement(
  store: GraphStore,
  found: AlikeNames,
  touched: readonly Touched[],
): Promise<AlikeNames> {
  const before = new Set(touched.map(({ id }) => id));
  const now = new Set(touched.flatMap((each) => each.now));
  const partners = new Set<string>();
  for (const [key, { one, other }] of found.alike) {
    if (![one, other].some((id) => before.has(id) || now.has(id))) continue;
    found.alike.delete(key);
    for (const id of [one, other]) if (!before.has(id)) partners.add(id);
  }
  for (const id of before) found.entities.delete(id);
  const rows = await readNamed(store, [...now, ...partners]);
  for (const row of rows) found.entities.set(row.id, row);
  const present = rows.map(({ id }) => id);
  const pairs = [...now].flatMap((one) =>
    present
      .filter((other) => other !== one && (one < other || !now.has(other)))
      .map((other) => (one < other ? ([one, other] as const) : ([other, one] as const))),
  );
  await compareAll(found, pairs);
  for (const [id, known] of await knownOf(store, present)) found.known.set(id, known);
  return found;
}

/** The candidates among names that are alike: without homonyms and what is judged, weighed by what the graph knows. */
export async function candidatesAmong(store: GraphStore, found: AlikeNames): Promise<CandidatePairs> {
  const keptApart = apartness(await readJudgements(store));
  let homonyms = 0;
  const pairs: CandidatePair[] = [];
  for (const { one: a, other: b, likeness } of found.alike.values()) {
    const [one, other] = [found.entities.get(a), found.entities.get(b)];
    const [left, right] = [found.known.get(a), found.known.get(b)];
    if (one === undefined || other === undefined || left === undefined || right === undefined) continue;
    if (keptApart(a, b).length > 0) continue;
    if (areHomonyms(left, right) || areNamesakes(a, b)) {
      homonyms++;
      continue;
    }
    const weighed = weigh(likeness, left, right);
    if (weighed === null) continue;
    const [first, second] = [shown(one, left), shown(other, right)];
    const isTurned = other.bulletins > one.bulletins || (other.bulletins === one.bulletins && b < a);
    pairs.push({ ...(isTurned ? { one: second, other: first } : { one: first, other: second }), ...weighed });
  }
  return { pairs: pairs.sort(compareCandidates), homonyms, skipped: found.skipped };
}

/** The order of candidates: highest score first, then by ids. */
export function compareCandidates(a: OrderedPair, b: OrderedPair): number {
  return b.score - a.score || byText(a.one.id, b.one.id) || byText(a.other.id, b.other.id);
}

/** One name that bulletins give to people of different states. */
function areNamesakes(one: string, other: string): boolean {
  const [a, b] = [parseReference(one), parseReference(other)];
  return a?.kind === 'name' && b?.kind === 'name' && a.of === b.of;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface OrderedPair {
  readonly score: number;
  readonly one: { readonly id: string };
  readonly other: { readonly id: string };
}

/** These candidates with up to `most` sentences of each of their entities. */
export async function withSentences(
  store: GraphStore,
  pairs: readonly CandidatePair[],
  most: number,
): Promise<Candidate[]> {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one.id, other.id]))].sort();
  const sentences = await sentencesOf(store, ids, most);
  return pairs.map((pair) => ({
    ...pair,
    sentences: [pair.one, pair.other].flatMap(({ id }) => sentences.get(id) ?? []),
  }));
}

/** `ids`: null for all. */
async function readNamed(store: GraphStore, ids: readonly string[] | null): Promise<Row[]> {
  const table = await store.read(
    `MATCH (e:Entity) WHERE e.type IN $types ${ids === null ? '' : 'AND e.id IN $ids'}
     RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases, e.bulletins AS bulletins`,
    ids === null ? { types: TYPES } : { types: TYPES, ids },
    { maxRows: 5_000_000, timeoutMs: 600_000 },
  );
  return parseRows(table, Row);
}

async function compareAll(found: AlikeNames, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const names = new Map<string, readonly string[]>();
  const named = (row: Row): readonly string[] => {
    const known = names.get(row.id) ?? namesOf(row);
    names.set(row.id, known);
    return known;
  };
  for (const [index, [one, other]] of pairs.entries()) {
    if (index % SLICE === SLICE - 1) await setImmediate();
    const [left, right] = [found.entities.get(one), found.entities.get(other)];
    if (left === undefined || right === undefined || left.type !== right.type) continue;
    const likeness = likenessOf(left.type, named(left), named(right));
    if (likeness.score >= ALIKE) found.alike.set(`${one}\n${other}`, { one, other, likeness });
  }
}

/**
 * The name, and aliases of several words that are names, not titles ("Chinese foreign minister"). None where it is called by
 * common words alone ("agreement"): such words are many things.
 */
function namesOf({ name, aliases }: Row): string[] {
  if (!/\p{Lu}|\p{Lt}|\p{Lo}/u.test(name)) return [];
  const isName = (alias: string): boolean =>
    !/(^|[\s-])(?!al-|el-|bin |ibn |de |da |von |van |of |and |the |for |der |la )[a-z]/.test(alias) &&
    /[\s-]/.test(alias);
  return [name, ...aliases.filter(isName)].slice(0, MOST_NAMES);
}

function likenessOf(type: EntityType, names: readonly string[], others: readonly string[]): Likeness {
  const compare = type === 'Person' ? comparePersonNames : compareBodyNames;
  let best: Likeness = { score: 0, reasons: [] };
  for (const one of names) {
    for (const other of others) {
      // Two ministries that are "Foreign Ministry" for short are not alike by that.
      if (type !== 'Person' && isShort(one, names) && isShort(other, others)) continue;
      const likeness = compare(one, other);
      if (likeness.score > best.score) best = likeness;
    }
  }
  return best;
}

/** Whether a name is a part of the full one. */
const isShort = (name: string, [full = '']: readonly string[]): boolean => name !== full && full.includes(name);

const shown = ({ id, name, type, bulletins }: Row, known: Known): CandidateEntity => ({
  id,
  name,
  type,
  bulletins,
  countries: few(known.countries.values()),
  offices: few(known.offices),
  related: few(known.neighbours.values()),
});

const few = (names: Iterable<string>): string[] => [...new Set(names)].sort().slice(0, MOST_KNOWN);
