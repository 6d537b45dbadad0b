/** Writes the entities that a batch touches: made, renamed or retyped by their contributions, removed with the last. */
import { z } from 'zod';
import type { Resolution } from '../curate/resolution.ts';
import { EntityType } from '../model/vocabulary.ts';
import type { WriteTransaction } from '../store.ts';
import {
  type Contribution,
  contribute,
  type EntityTotals,
  entityProperties,
  NO_TOTALS,
  Support,
} from './entity-support.ts';
import { groupBy, parseRows } from './rows.ts';

const Stored = z.object({
  id: z.string(),
  type: EntityType,
  bulletins: z.int(),
  mentions: z.int(),
  support: z.string(),
});
type Stored = z.infer<typeof Stored>;

export interface EntityChanges {
  readonly created: number;
  /** Ids whose last bulletin is gone; removed by {@link removeEntities} once nothing is attached to them. */
  readonly orphaned: readonly string[];
  /** In how many bulletins each touched entity is mentioned now: an estimate of its degree. */
  readonly bulletins: ReadonlyMap<string, number>;
}

const READ = `
  MATCH (e:Entity) WHERE e.id IN $ids
  RETURN e.id AS id, e.type AS type, e.bulletins AS bulletins, e.mentions AS mentions, e.support AS support`;

/**
 * Writes the entities of these contributions, and those of `renewed` that are there, with the names and types that were
 * given to them.
 */
export async function writeEntities(
  transaction: WriteTransaction,
  removed: readonly Contribution[],
  added: readonly Contribution[],
  judged: Pick<Resolution, 'names' | 'types'>,
  renewed: readonly string[] = [],
): Promise<EntityChanges> {
  const ids = [...new Set([...[...removed, ...added].map(({ entity }) => entity), ...renewed])].sort();
  const stored = new Map(parseRows(await transaction.run(READ, { ids }), Stored).map((row) => [row.id, row]));
  const totals = new Map(ids.map((id) => [id, totalsOf(stored.get(id))]));
  for (const [contributions, sign] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const contribution of contributions) {
      const { entity } = contribution;
      totals.set(entity, contribute(totals.get(entity) ?? NO_TOTALS, contribution, sign));
    }
  }

  const kept = [...totals].filter(([, entity]) => entity.bulletins > 0);
  const rows = kept.map(([id, entity]) =>
    entityProperties(id, entity, { name: judged.names.get(id), type: judged.types.get(id) }),
  );
  await dropOldLabels(
    transaction,
    rows.flatMap(({ id, type }) => {
      const before = stored.get(id)?.type;
      return before === undefined || before === type ? [] : [{ id, type: before }];
    }),
  );
  for (const [type, props] of groupBy(rows, (row) => row.type)) {
    await transaction.run(`UNWIND $props AS p MERGE (e:Entity {id: p.id}) SET e = p SET e:${type}`, { props });
  }
  return {
    created: kept.filter(([id]) => !stored.has(id)).length,
    orphaned: [...totals].flatMap(([id, entity]) => (entity.bulletins > 0 ? [] : [id])),
    bulletins: new Map(kept.map(([id, entity]) => [id, entity.bulletins])),
  };
}

export async function removeEntities(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await transaction.run('MATCH (e:Entity) WHERE e.id IN $ids DETACH DELETE e', { ids });
}

async function dropOldLabels(
  transaction: WriteTransaction,
  changed: readonly { readonly id: string; readonly type: EntityType }[],
): Promise<void> {
  for (const [type, entities] of groupBy(changed, (entity) => entity.type)) {
    const ids = entities.map(({ id }) => id);
    await transaction.run(`MATCH (e:Entity) WHERE e.id IN $ids REMOVE e:${type}`, { ids });
  }
}

function totalsOf(stored: Stored | undefined): EntityTotals {
  if (stored === undefined) return NO_TOTALS;
  const { bulletins, mentions, support } = stored;
  return { bulletins, mentions, support: Support.parse(JSON.parse(support)) };
}
