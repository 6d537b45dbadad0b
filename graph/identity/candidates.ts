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
import { compareBodyNames, comparePersonNames, type Likeness, SAME_NAME } from './similarity.ts';

export interface CandidateEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly bulletins: number;
}

export interface Candidate {
  /** The one that more bulletins mention. */
  readonly one: CandidateEntity;
  readonly other: CandidateEntity;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly sentences: readonly Sentence[];
}

export interface Review {
  /** Highest score first. */
  readonly candidates: readonly Candidate[];
  /** How many there are; `candidates` has at most as many as were asked for. */
  readonly total: number;
  /** Pairs with names alike that are of different states: homonyms. */
  readonly homonyms: number;
  /** Words that too many names have to compare them all. */
  readonly skipped: number;
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

const Row = z.object({
  id: z.string(),
  name: z.string(),
  type: EntityType,
  aliases: z.array(z.string()),
  bulletins: z.int(),
});
type Row = z.infer<typeof Row>;

/** The candidates of a store. Holds all names in memory, about 0.5 kB an entity. */
export async function reviewCandidates(store: GraphStore, options: ReviewOptions): Promise<Review> {
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
  const weighed: Omit<Candidate, 'sentences'>[] = [];
  for (const { one, other, likeness } of alike) {
    const [left, right] = [known.get(one.id), known.get(other.id)];
    if (left === undefined || right === undefined) continue;
    if (left.countries.size > 0 && right.countries.size > 0 && common(left.countries, right.countries).length === 0) {
      homonyms++;
      continue;
    }
    const found = weigh(likeness, left, right);
    if (found !== null) weighed.push({ one: shown(one), other: shown(other), ...found });
  }
  weighed.sort((a, b) => b.score - a.score || (a.one.id + a.other.id < b.one.id + b.other.id ? -1 : 1));
  const first = weighed.slice(0, options.limit);
  const ids = [...new Set(first.flatMap(({ one, other }) => [one.id, other.id]))].sort();
  const sentences = await sentencesOf(store, ids, options.sentences);
  return {
    candidates: first.map((candidate) => ({
      ...candidate,
      sentences: [candidate.one, candidate.other].flatMap(({ id }) => sentences.get(id) ?? []),
    })),
    total: weighed.length,
    homonyms,
    skipped,
  };
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

/** Null where a name alone has nothing beside it. */
function weigh(likeness: Likeness, left: Known, right: Known): { score: number; reasons: string[] } | null {
  const reasons = [...likeness.reasons];
  let support = 0;
  const countries = common(left.countries, right.countries);
  if (countries.length > 0) {
    support += 0.05;
    reasons.push(`both of ${countries.join(', ')}`);
  }
  const offices = common(left.offices, right.offices);
  if (offices.length > 0) {
    support += 0.05;
    reasons.push(`both ${offices.join(', ')}`);
  } else if (left.offices.size > 0 && right.offices.size > 0) {
    support -= 0.1;
    reasons.push(`but ${[...left.offices].sort().join(', ')} / ${[...right.offices].sort().join(', ')}`);
  }
  const neighbours = common(new Set(left.neighbours.keys()), new Set(right.neighbours.keys()));
  if (neighbours.length > 0) {
    support += Math.min(0.1, neighbours.length * 0.03);
    const names = neighbours.slice(0, 3).map((id) => left.neighbours.get(id) ?? id);
    reasons.push(`both related to ${names.join(', ')}${neighbours.length > 3 ? ' and others' : ''}`);
  }
  if (likeness.score < SAME_NAME && support <= 0) return null;
  return { score: Math.round(Math.max(0, Math.min(1, likeness.score * 0.9 + support)) * 1000) / 1000, reasons };
}

function common(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((value) => right.has(value)).sort();
}

const shown = ({ id, name, type, bulletins }: Row): CandidateEntity => ({ id, name, type, bulletins });
