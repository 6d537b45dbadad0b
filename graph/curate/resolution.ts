/**
 * What a log of judgements amounts to: which ids are one entity, what is called and typed otherwise, what is rejected.
 * A pure function of the log; two entities that were judged not to be the same are never in one group.
 */
import type { EntityType } from '../model/vocabulary.ts';
import type { Judgement } from './judgement.ts';

export interface Resolution {
  /** The id of each entity that goes by another one; entities that are not here are themselves. */
  readonly canonical: ReadonlyMap<string, string>;
  /** Members of each group of two or more, by canonical id. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Names and types that were given, by canonical id. */
  readonly names: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, EntityType>;
  /** Ids of rejected statements. */
  readonly rejected: ReadonlySet<string>;
}

export function canonicalId(resolution: Resolution, entity: string): string {
  return resolution.canonical.get(entity) ?? entity;
}

/** The judgements that nobody took back, in their order, without the undoings themselves. */
export function inForce(log: readonly Judgement[]): Judgement[] {
  const takenBack = new Set<number>();
  const inOrder = [...log].sort((a, b) => a.sequence - b.sequence);
  // An undoing stands after what it undoes: from the end, each is decided before its target.
  for (const judgement of [...inOrder].reverse()) {
    if (judgement.kind === 'undo' && !takenBack.has(judgement.sequence)) takenBack.add(judgement.undoes);
  }
  return inOrder.filter(({ kind, sequence }) => kind !== 'undo' && !takenBack.has(sequence));
}

/** Of the judgements on one pair the latest counts; then `same` joins in order, except across a `not-same`. */
export function resolve(log: readonly Judgement[]): Resolution {
  const standing = inForce(log);
  const groups = groupsOf(standing);
  const canonical = new Map<string, string>();
  for (const [id, members] of groups) for (const member of members) if (member !== id) canonical.set(member, id);
  const names = new Map<string, string>();
  const types = new Map<string, EntityType>();
  const rejected = new Set<string>();
  for (const judgement of standing) {
    if (judgement.kind === 'rename') names.set(canonical.get(judgement.entity) ?? judgement.entity, judgement.name);
    if (judgement.kind === 'retype') types.set(canonical.get(judgement.entity) ?? judgement.entity, judgement.type);
    if (judgement.kind === 'reject') rejected.add(judgement.statement);
  }
  return { canonical, groups, names, types, rejected };
}

/** Gives for two entities the judgements in force that keep the groups that they are in apart. */
export function apartness(log: readonly Judgement[]): (one: string, other: string) => readonly PairJudgement[] {
  const { canonical } = resolve(log);
  const keyOf = (one: string, other: string): string =>
    JSON.stringify([canonical.get(one) ?? one, canonical.get(other) ?? other].sort());
  const apart = new Map<string, PairJudgement[]>();
  for (const judgement of latestOfEachPair(inForce(log))) {
    if (judgement.kind !== 'not-same') continue;
    const key = keyOf(judgement.one, judgement.other);
    apart.set(key, [...(apart.get(key) ?? []), judgement]);
  }
  return (one, other) => (apart.size === 0 ? [] : (apart.get(keyOf(one, other)) ?? []));
}

type PairJudgement = Extract<Judgement, { kind: 'same' | 'not-same' }>;

function latestOfEachPair(standing: readonly Judgement[]): PairJudgement[] {
  const latest = new Map<string, PairJudgement>();
  for (const judgement of standing) {
    if (judgement.kind !== 'same' && judgement.kind !== 'not-same') continue;
    latest.set(JSON.stringify([judgement.one, judgement.other].sort()), judgement);
  }
  return [...latest.values()].sort((a, b) => a.sequence - b.sequence);
}

function groupsOf(standing: readonly Judgement[]): Map<string, string[]> {
  const pairs = latestOfEachPair(standing);
  const apart = new Map<string, Set<string>>();
  for (const { kind, one, other } of pairs) {
    if (kind !== 'not-same') continue;
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
    apart.set(other, (apart.get(other) ?? new Set()).add(one));
  }
  /** Each member's group; the first member of a group is its id. */
  const groupOf = new Map<string, { members: string[]; since: number }>();
  for (const { kind, one, other, sequence } of pairs) {
    if (kind !== 'same' || one === other) continue;
    const left = groupOf.get(one) ?? { members: [one], since: sequence };
    const right = groupOf.get(other) ?? { members: [other], since: sequence };
    if (left === right || areApart(left.members, right.members, apart)) continue;
    const [older, newer] = right.since < left.since ? [right, left] : [left, right];
    const joined = { members: [...older.members, ...newer.members], since: older.since };
    for (const member of joined.members) groupOf.set(member, joined);
  }
  return new Map([...new Set(groupOf.values())].map(({ members }) => [members[0] ?? '', members]));
}

function areApart(
  left: readonly string[],
  right: readonly string[],
  apart: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const among = new Set(right);
  return left.some((member) => [...(apart.get(member) ?? [])].some((other) => among.has(other)));
}
