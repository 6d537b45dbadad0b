/**
 * The end of every write: what was prepared comes in, what was removed is put right, and entities, statements, events
 * and edges agree again.
 */
import { z } from 'zod';
import type { Resolution } from '../curate/resolution.ts';
import type { WriteTransaction } from '../store.ts';
import { writeContradictions } from './contradictions.ts';
import { EdgeWriter } from './edges.ts';
import { removeEntities, writeEntities } from './entities.ts';
import { writeEvents } from './events.ts';
import type { PreparedBulletin } from './prepare.ts';
import { writeRejected } from './rejected.ts';
import type { Removal } from './removal.ts';
import { writeReprints } from './reprints.ts';
import { parseRows } from './rows.ts';
import { originSources } from './sources.ts';
import { writeBulletins, writeStatements } from './statements.ts';

/** Writes what comes and puts right what went: entities, statements, events and edges agree again at the end. `renewed` are entities that were named or typed. */
export async function settle(
  transaction: WriteTransaction,
  removal: Removal,
  prepared: readonly PreparedBulletin[],
  resolution: Resolution,
  renewed: readonly string[] = [],
): Promise<{ created: number; removed: number }> {
  const entities = await writeEntities(
    transaction,
    removal.contributions,
    prepared.flatMap((bulletin) => bulletin.mentions),
    resolution,
    renewed,
  );
  await writeBulletins(transaction, prepared);
  await writeStatements(transaction, prepared);
  await writeRejected(transaction, prepared);
  const reprints = await writeReprints(transaction, prepared, removal.bulletins);
  const edges = new EdgeWriter(transaction, entities.bulletins);
  const rebuilt = new Map([...removal.edges, ...(await edges.of(reprints)).map((edge) => [edge.id, edge] as const)]);
  const slots = await slotsOf(transaction, [...prepared.map(({ id }) => id), ...reprints]);
  const changes = await writeEvents(transaction, [...new Set([...removal.slots, ...slots])], removal.events);
  const origins = await originSources(
    transaction,
    prepared.map(({ id }) => id),
  );
  const counted = prepared.flatMap((bulletin) =>
    bulletin.statements.flatMap((statement) =>
      statement.edge === null ? [] : [{ ...statement, edge: statement.edge, origin: origins.get(bulletin.id) ?? '' }],
    ),
  );
  const issues = prepared.flatMap(({ statements }) =>
    statements.flatMap(({ issue, openIssue, denies }) => [issue, openIssue, denies].flatMap((key) => key ?? [])),
  );
  await writeContradictions(transaction, [...new Set([...removal.issues, ...issues])]);
  await edges.add(counted, changes, new Set(rebuilt.keys()));
  await edges.rebuild([...rebuilt.values()]);
  await removeEntities(transaction, entities.orphaned);
  return { created: entities.created, removed: entities.orphaned.length };
}

const SLOTS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  MATCH (b)<-[:FROM]-(s:Statement) WHERE s.happening IS NOT NULL
  RETURN DISTINCT s.happening AS happening, s.widerHappening AS wider`;

/** Slots of events that statements of these bulletins are in. */
async function slotsOf(transaction: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  const table = await transaction.run(SLOTS, { ids });
  const slots = parseRows(table, z.object({ happening: z.string(), wider: z.string().nullable() }));
  return slots.flatMap(({ happening, wider }) => (wider === null ? [happening] : [happening, wider]));
}
