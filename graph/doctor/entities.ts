/** Entities against the mentions that they are made of: name, type, label, aliases and counts; and those without any. */
import { z } from 'zod';
import type { Resolution } from '../curate/resolution.ts';
import { EntityType } from '../model/vocabulary.ts';
import type { Reading, Value, WriteTransaction } from '../store.ts';
import { Contribution, contributeAlike, entityProperties, NO_TOTALS } from '../writing/entity-support.ts';
import { groupBy, parseRows } from '../writing/rows.ts';
import { type Check, isSame, PropertyMap, those } from './check.ts';
import type { Problem } from './problem.ts';

const ENTITIES = `
  MATCH (e:Entity) WHERE e.id IN $ids
  RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties`;
/** Mentions that are alike are counted by the database: an actor may have a hundred thousand. */
const SHARES = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[m:MENTIONS]-(b:Bulletin)
  RETURN e.id AS entity, m.name AS name, m.type AS type, m.aliases AS aliases, m.iso3 AS iso3, m.described AS described,
    count(b.id) AS bulletins, coalesce(sum(m.count), 0) AS mentions`;
const STATED = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[:SUBJECT|OBJECT|SAID_BY|AT_PLACE]-(s:Statement)
  RETURN DISTINCT e.id AS id`;

const Stored = z.object({ id: z.string(), labels: z.array(z.string()), properties: PropertyMap });
const Owner = z.looseObject({ entity: z.string() });
const Share = Contribution.omit({ count: true }).extend({ bulletins: z.int(), mentions: z.int() });

type Properties = Record<string, Value> & { readonly id: string; readonly type: EntityType };

interface Examined {
  /** Entities with the properties that they are to have. */
  readonly wrong: readonly Properties[];
  readonly orphans: readonly string[];
}

async function look(reading: Reading, ids: readonly string[], resolution: Resolution): Promise<Examined> {
  const stored = parseRows(await reading.run(ENTITIES, { ids }), Stored);
  const shares = groupBy(parseRows(await reading.run(SHARES, { ids }), Owner), ({ entity }) => entity);
  const stated = await those(
    reading,
    STATED,
    stored.map(({ id }) => id).filter((id) => !shares.has(id)),
  );
  const wrong: Properties[] = [];
  const orphans: string[] = [];
  for (const { id, labels, properties } of stored) {
    const own = shares.get(id);
    if (own === undefined) {
      // One that statements still name has lost its mentions, which is told of the statements.
      if (!stated.has(id)) orphans.push(id);
      continue;
    }
    const read = z.array(Share).safeParse(own);
    // Mentions that cannot be read are told of their bulletins.
    if (!read.success) continue;
    const totals = read.data.reduce(
      (sum, share) => contributeAlike(sum, share, share.bulletins, share.mentions),
      NO_TOTALS,
    );
    const right = entityProperties(id, totals, { name: resolution.names.get(id), type: resolution.types.get(id) });
    if (!isSame(properties, right) || !isSame([...labels].sort(), ['Entity', right.type].sort())) wrong.push(right);
  }
  return { wrong, orphans };
}

async function write(transaction: WriteTransaction, { wrong, orphans }: Examined): Promise<void> {
  for (const type of EntityType.options) {
    const ids = wrong.filter((entity) => entity.type !== type).map(({ id }) => id);
    if (ids.length > 0) await transaction.run(`MATCH (e:Entity:${type}) WHERE e.id IN $ids REMOVE e:${type}`, { ids });
  }
  for (const [type, props] of groupBy(wrong, (entity) => entity.type)) {
    await transaction.run(`UNWIND $props AS p MATCH (e:Entity {id: p.id}) SET e = p SET e:${type}`, { props });
  }
  if (orphans.length > 0) {
    await transaction.run('MATCH (e:Entity) WHERE e.id IN $orphans DETACH DELETE e', { orphans });
  }
}

export function entityCheck(resolution: Resolution): Check {
  return {
    all: { match: 'MATCH (e:Entity)', id: 'e.id' },
    page: 500,
    examine: async (reading, ids) => {
      const { wrong, orphans } = await look(reading, ids, resolution);
      return [
        ...wrong.map(({ id }): Problem => ({ kind: 'entity', id })),
        ...orphans.map((id): Problem => ({ kind: 'orphan-entity', id })),
      ];
    },
    repair: async (transaction, ids) => write(transaction, await look(transaction, ids, resolution)),
  };
}
