/**
 * From what a person calls an entity to its id. An id wins over a name, a name over an alias, exact case over folded
 * case; where the best kind of match has several entities, the person has to choose.
 */
import { z } from 'zod';
import type { GraphStore, Limits } from '../graph/store.ts';
import { QueryError } from './errors.ts';
import { readRows } from './rows.ts';

export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

const ROW = { id: z.string(), name: z.string(), type: z.string() };
const RETURNED = 'RETURN e.id AS id, e.name AS name, e.type AS type';

/** In order of preference. Each reads at most one more than the choices that an error lists. */
const KINDS: readonly string[] = [
  'MATCH (e:Entity {id: $given})',
  'MATCH (e:Entity {name: $given})',
  'MATCH (e:Entity) WHERE toLower(e.name) = toLower($given)',
  'MATCH (e:Entity) WHERE $given IN e.aliases',
  'MATCH (e:Entity) WHERE any(alias IN e.aliases WHERE toLower(alias) = toLower($given))',
];
const MAX_CHOICES = 8;

const SIMILAR = `
MATCH (e:Entity) WHERE toLower(e.name) CONTAINS toLower($given)
${RETURNED} ORDER BY size(e.name), id LIMIT 5`;

/**
 * The one entity that `given` calls by id, name or alias.
 * @throws QueryError `no-such-entity` with similar names, or `ambiguous-entity` with the ids to choose from
 */
export async function entityNamed(store: GraphStore, given: string, limits: Limits = {}): Promise<NamedEntity> {
  for (const kind of KINDS) {
    const cypher = `${kind}\n${RETURNED} ORDER BY id LIMIT ${MAX_CHOICES + 1}`;
    const found = await readRows(store, 'entities by name', ROW, cypher, { given }, limits);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (only !== undefined) {
      throw new QueryError('ambiguous-entity', `"${given}" may be ${choices(found)}. Give the id of the one you mean.`);
    }
  }
  const similar = await readRows(store, 'entities by name', ROW, SIMILAR, { given }, limits);
  throw new QueryError(
    'no-such-entity',
    `No entity has the id, name or alias "${given}".${similar.length === 0 ? '' : ` Did you mean ${choices(similar)}?`}`,
  );
}

function choices(entities: readonly NamedEntity[]): string {
  const shown = entities.slice(0, MAX_CHOICES).map(({ id, name, type }) => `${name} (${type}, ${id})`);
  return entities.length > MAX_CHOICES ? `${shown.join(', ')} or others` : shown.join(', ');
}
