/**
 * What an entity is called, as a function of the set of bulletins that mention it: each bulletin contributes once, the
 * counts of the contributions are kept on the entity, and adding or taking one away commutes with every other.
 */
import { z } from 'zod';
import type { ExtractedEntity } from '../model/extraction.ts';
import { EntityType } from '../model/vocabulary.ts';
import type { Value } from '../store.ts';

/** One bulletin's share in an entity; kept on MENTIONS. */
export const Contribution = z.object({
  entity: z.string(),
  count: z.int().min(0),
  name: z.string(),
  type: EntityType,
  aliases: z.array(z.string()),
  iso3: z.string().nullable(),
  /** True where name and aliases say an office or a role: they are shown only where no bulletin gives a name. */
  described: z.boolean().nullable().default(null),
});
export type Contribution = z.infer<typeof Contribution>;

/** Where a bulletin mentions an entity, in the order of its text; null where nowhere, or where an older version wrote it. */
export const Places = z.object({
  starts: z.array(z.int()).nullable().default(null),
  ends: z.array(z.int()).nullable().default(null),
});
export type Places = z.infer<typeof Places>;

/** `starts[n]` and `ends[n]` are of one mention. */
export function placesOf(mentions: readonly { readonly start: number; readonly end: number }[]): Places {
  if (mentions.length === 0) return { starts: null, ends: null };
  const inOrder = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  return { starts: inOrder.map(({ start }) => start), ends: inOrder.map(({ end }) => end) };
}

/** The same as spans. */
export function spansOf({ starts, ends }: Places): { readonly start: number; readonly end: number }[] {
  return (starts ?? []).flatMap((start, at) => {
    const end = ends?.[at];
    return end === undefined ? [] : [{ start, end }];
  });
}

const Counts = z.record(z.string(), z.int());
type Counts = z.infer<typeof Counts>;
/** How many bulletins give each name, alias, type and country code; phrases and their variants in place of names apart. */
export const Support = z.object({
  names: Counts,
  aliases: Counts,
  types: Counts,
  iso3: Counts,
  phrases: Counts.default({}),
  wordings: Counts.default({}),
});
export type Support = z.infer<typeof Support>;

/** An entity's counters as they are stored. */
export interface EntityTotals {
  readonly bulletins: number;
  readonly mentions: number;
  readonly support: Support;
}

export const NO_TOTALS: EntityTotals = {
  bulletins: 0,
  mentions: 0,
  support: { names: {}, aliases: {}, types: {}, iso3: {}, phrases: {}, wordings: {} },
};

export function contributionOf(entity: ExtractedEntity, count: number): Contribution {
  const { id, name, type, iso3 = null } = entity;
  const phrases = new Set(entity.phrases);
  const described = phrases.has(name) ? true : null;
  const aliases = [...new Set(entity.aliases)].filter((alias) => described === true || !phrases.has(alias)).sort();
  return { entity: id, count, name, type, aliases, iso3, described };
}

/** What several shares in one entity call it, the first one first: phrases only where none gives a name. */
export function calledTogether<S extends Contribution>(
  shares: readonly [S, ...S[]],
): Pick<Contribution, 'name' | 'aliases' | 'described'> {
  const naming = shares.filter(({ described }) => described !== true);
  const told = naming.length > 0 ? naming : shares;
  const { name, described } = told[0] ?? shares[0];
  const aliases = new Set(told.flatMap((share) => [share.name, ...share.aliases]));
  aliases.delete(name);
  return { name, described, aliases: [...aliases].sort() };
}

/** The totals with a contribution added (`sign` 1) or taken away (-1). */
export function contribute(totals: EntityTotals, contribution: Contribution, sign: 1 | -1): EntityTotals {
  return contributeAlike(totals, contribution, sign, sign * contribution.count);
}

/** The totals with the shares of that many bulletins added, which are alike but for their `mentions`, together so many. */
export function contributeAlike(
  totals: EntityTotals,
  share: Omit<Contribution, 'entity' | 'count'>,
  bulletins: number,
  mentions: number,
): EntityTotals {
  const { names, aliases, types, iso3, phrases, wordings } = totals.support;
  const called =
    share.described === true
      ? {
          names,
          aliases,
          phrases: counted(phrases, [share.name], bulletins),
          wordings: counted(wordings, share.aliases, bulletins),
        }
      : {
          names: counted(names, [share.name], bulletins),
          aliases: counted(aliases, share.aliases, bulletins),
          phrases,
          wordings,
        };
  return {
    bulletins: totals.bulletins + bulletins,
    mentions: totals.mentions + mentions,
    support: {
      ...called,
      types: counted(types, [share.type], bulletins),
      iso3: counted(iso3, share.iso3 === null ? [] : [share.iso3], bulletins),
    },
  };
}

/** A name and a type that a person gave. */
export interface Given {
  readonly name?: string | undefined;
  readonly type?: EntityType | undefined;
}

/**
 * An entity's properties: the name and type that were given, else the best supported ones (of equals the first in
 * code-unit order), the best supported code, all other names as aliases. Phrases stand in for names where there are none.
 */
export function entityProperties(
  id: string,
  totals: EntityTotals,
  given: Given = {},
): Record<string, Value> & { id: string; type: EntityType } {
  const { types, iso3, phrases, wordings, ...own } = totals.support;
  const isNamed = Object.keys(own.names).length > 0;
  const [names, aliases] = isNamed ? [own.names, own.aliases] : [phrases, wordings];
  const name = given.name ?? bestSupported(names) ?? id;
  const others = new Set([...Object.keys(names), ...Object.keys(aliases)]);
  others.delete(name);
  const code = bestSupported(iso3);
  return {
    id,
    name,
    type: given.type ?? EntityType.parse(bestSupported(types)),
    aliases: [...others].sort(),
    ...(code === null ? {} : { iso3: code }),
    bulletins: totals.bulletins,
    mentions: totals.mentions,
    support: JSON.stringify({
      names: inOrder(own.names),
      aliases: inOrder(own.aliases),
      types: inOrder(types),
      iso3: inOrder(iso3),
      ...(Object.keys(phrases).length === 0 ? {} : { phrases: inOrder(phrases), wordings: inOrder(wordings) }),
    }),
  };
}

function counted(counts: Counts, values: readonly string[], times: number): Counts {
  const result = new Map(Object.entries(counts));
  for (const value of values) {
    const count = (result.get(value) ?? 0) + times;
    if (count > 0) result.set(value, count);
    else result.delete(value);
  }
  return Object.fromEntries(result);
}

function bestSupported(counts: Counts): string | null {
  let best: string | null = null;
  for (const [value, count] of Object.entries(inOrder(counts))) {
    if (best === null || count > (counts[best] ?? 0)) best = value;
  }
  return best;
}

const inOrder = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
