/**
 * Which names are worth comparing: those that share a key. The number of comparisons grows with the number of names, not
 * with its square: a key that more names share than the bound is not used, and how many there were is told.
 */
import type { EntityType } from '../model/vocabulary.ts';
import { CHINESE, GENERIC, GIVEN, KOREAN } from './spellings.ts';
import { asciiTokens, bodyTokens, consonantKey, personName } from './tokens.ts';

/** Names that may share a key of one word, and a key of a word and an initial. */
const BOUND = 60;

export interface Named {
  readonly id: string;
  readonly type: EntityType;
  /** Name and other names to compare. */
  readonly names: readonly string[];
}

export interface Blocks {
  /** Pairs of ids, each once, the smaller id first. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Keys that more than 60 names share. */
  readonly skipped: number;
}

/** Pairs of names of one type that share a key. */
export function pairsToCompare(entities: readonly Named[]): Blocks {
  const blocks = new Map<string, Set<string>>();
  for (const { id, type, names } of entities) {
    for (const key of new Set(names.flatMap((name) => keysOf(name, type)))) {
      const block = blocks.get(`${type}|${key}`);
      if (block === undefined) blocks.set(`${type}|${key}`, new Set([id]));
      else block.add(id);
    }
  }
  const pairs = new Map<string, readonly [string, string]>();
  let skipped = 0;
  for (const block of blocks.values()) {
    if (block.size > BOUND) {
      skipped++;
      continue;
    }
    const ids = [...block].sort();
    ids.forEach((one, index) => {
      for (const other of ids.slice(index + 1)) pairs.set(`${one}\n${other}`, [one, other]);
    });
  }
  return { pairs: [...pairs.values()].sort(([a, b], [c, d]) => compare(a, c) || compare(b, d)), skipped };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function keysOf(name: string, type: EntityType): string[] {
  const tokens = type === 'Person' ? personName(name).tokens : bodyTokens(name).filter((token) => !GENERIC.has(token));
  const keys = tokens.filter((token) => token.length > 1).flatMap(wordKeys);
  const initials = tokens.map((token) => token[0] ?? '');
  const refined = keys.flatMap((key) => initials.map((initial) => `${key}|${initial}`));
  const joined = `=${consonantKey([...tokens].join(''))}`;
  return [...keys, ...refined, joined, ...(type === 'Person' ? [] : acronymKeys(name))];
}

/** The sound of a word, and the classes of spellings that it is in. */
function wordKeys(token: string): string[] {
  const classes = [GIVEN, CHINESE, KOREAN].flatMap((known) => known.get(token) ?? []);
  return [consonantKey(token), ...classes.map((name) => `~${name}`)];
}

function acronymKeys(name: string): string[] {
  const words = asciiTokens(name);
  const letters = name.replace(/\./g, '');
  if (/^\p{Lu}{3,8}$/u.test(letters)) return [`^${letters.toLowerCase()}`];
  if (words.length < 3) return [];
  const initials = (kept: readonly string[]): string => `^${kept.map((word) => word[0] ?? '').join('')}`;
  return [initials(words), initials(words.filter((word) => !GENERIC.has(word) || word === 'affairs'))];
}
