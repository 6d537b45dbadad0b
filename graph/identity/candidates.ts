/**
 * Pairs of entities that may be one, for a person to judge: never merged here. A pair is a candidate by its names, and by
 * what the graph knows of both; entities of different states are not, nor what was judged already.
 */
import { z } from 'zod';
import { readJudgements } from '../curate/log.ts';
import { apartness } from '../curate/resolution.ts';
import { EntityType } from '../model/vocabulary.ts';
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

const Row = z.object({
  id: z.string(),
  name: z.string(),
  type: EntityType,
  aliases: z.array(z.string()),
  bulletins: z.int(),
});
type Row = z.infer<typeof Row>;

/** The candidates of a store, with their sentences. Holds all names in memory, about 0.5 kB an entity. */
export async function reviewCandidates(store: GraphStore, options: ReviewOptions): Promise<Review> {
  const { pairs, homonyms, skipped } = await candidatePairs(store);
  const candidates = await withSentences(store, pairs.slice(0, options.limit), options.sentences);
  return { candidates, total: pairs.length, homonyms, skipped };
}

/** All candidates of a store, without their sentences. Holds all names in memory, about 0.5 kB an entity. */
export async function candidatePairs(store: GraphStore): Promise<CandidatePairs> {
  const entities = await readNamed(store);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const named = entities.map((entity) => ({ id: entity.id, type: entity.type, names: namesOf(entity) }));
  const namesById = new Map(named.map(({ id, names }) => [id, names]));
  const { pairs, skipped } = pairsToCompare(named);
  const keptApart = apartness(await readJudgements(store));
  const alike: { one: Row; other: Row; likeness: Likeness }[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (one === undefined || other === undefined) continue;
    const likeness = likenessOf(one.type, namesById.get(a) ?? [], namesById.get(b) ?? []);
    if (likeness.score < 0.6 || keptApart(a, b).length > 0) continue;
    alike.push(other.bulletins > one.bulletins ? { one: other, other: one, likeness } : { one, other, likeness });
  }
  const known = await knownOf(store, [...new Set(alike.flatMap(({ one, other }) => [one.id, other.id]))].sort());
  let homonyms = 0;
  const weighed: CandidatePair[] = [];
  for (const { one, other, likeness } of alike) {
    const [left, right] = [known.get(one.id), known.get(other.id)];
    if (left === undefined || right === undefined) continue;
    if (areHomonyms(left, right)) {
      homonyms++;
      continue;
    }
    const found = weigh(likeness, left, right);
    if (found !== null) weighed.push({ one: shown(one, left), other: shown(other, right), ...found });
  }
  return { pairs: weighed.sort(compareCandidates), homonyms, skipped };
}

/** The order of candidates: highest score first, then by ids. */
export function compareCandidates(a: OrderedPair, b: OrderedPair): number {
  return b.score - a.score || byText(a.one.id, b.one.id) || byText(a.other.id, b.other.id);
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

async function readNamed(store: GraphStore): Promise<Row[]> {
  const table = await store.read(
    `MATCH (e:Entity) WHERE e.type IN $types
     RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases, e.bulletins AS bulletins`,
    { types: TYPES },
    { maxRows: 5_000_000, timeoutMs: 600_000 },
  );
  return parseRows(table, Row);
}

/** The name, and aliases of several words that are names, not titles ("Chinese foreign minister"). */
function namesOf({ name, aliases }: Row): string[] {
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
      const likeness = compare(one, other);
      if (likeness.score > best.score) best = likeness;
    }
  }
  return best;
}

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
