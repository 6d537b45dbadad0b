/**
 * The predicate table: every relation that a statement may state, with its domain, range, symmetry and codes.
 * Data in predicates.json; enforced on write (see write.ts).
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EntityType } from './vocabulary.ts';

/** What an argument may be. `actor` is anything that can act: a person, country, organization, group; a place or facility by metonymy is not. */
export const ArgumentKind = z.enum([
  'actor',
  'person',
  'country',
  'organization',
  'group',
  'place',
  'facility',
  'agreement',
  'any',
  'none',
]);
export type ArgumentKind = z.infer<typeof ArgumentKind>;

const PredicateRow = z.object({
  name: z.string().regex(/^[A-Z_]+$/),
  symmetric: z.boolean(),
  subject: z.array(ArgumentKind),
  object: z.array(ArgumentKind),
  plover: z.string().nullable(),
  cameo: z.string().nullable(),
  meaning: z.string(),
  examples: z.array(z.string()),
});
export type PredicateRow = z.infer<typeof PredicateRow>;

/** All predicates by name, in the table's order. */
export const PREDICATES: ReadonlyMap<string, PredicateRow> = new Map(
  z
    .array(PredicateRow)
    .parse(JSON.parse(readFileSync(new URL('./predicates.json', import.meta.url), 'utf8')))
    .map((row) => [row.name, row]),
);

const TYPES_OF_KIND: Readonly<Record<Exclude<ArgumentKind, 'none'>, ReadonlySet<EntityType>>> = {
  actor: new Set<EntityType>(['Person', 'Country', 'Organization', 'Group']),
  person: new Set<EntityType>(['Person']),
  country: new Set<EntityType>(['Country']),
  organization: new Set<EntityType>(['Organization']),
  group: new Set<EntityType>(['Group']),
  place: new Set<EntityType>(['Place', 'Country']),
  facility: new Set<EntityType>(['Facility']),
  agreement: new Set<EntityType>(['Agreement']),
  any: new Set<EntityType>(['Person', 'Country', 'Organization', 'Place', 'Facility', 'Group', 'Agreement']),
};

/** Whether an entity of `type` (null: no entity) may stand where the table asks for `kinds`. */
export function accepts(kinds: readonly ArgumentKind[], type: EntityType | null): boolean {
  return kinds.some((kind) => (kind === 'none' ? type === null : type !== null && TYPES_OF_KIND[kind].has(type)));
}
