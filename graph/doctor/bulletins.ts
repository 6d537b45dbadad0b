/**
 * Bulletins: what was read from them (content.ts), and whether their statements and mentions are where the judgements in
 * force put them, with the edge and the slot that follow. Those that are not are written anew from what was read.
 */
import { overlay } from '../curate/overlay.ts';
import type { Resolution } from '../curate/resolution.ts';
import { readStored } from '../curate/stored-bulletins.ts';
import type { Reading, Value, WriteTransaction } from '../store.ts';
import { edgeKeyOf, type PreparedBulletin, type PreparedStatement, withoutNulls } from '../writing/prepare.ts';
import { writeRejected } from '../writing/rejected.ts';
import { removeBulletins } from '../writing/removal.ts';
import { writeBulletins, writeStatements } from '../writing/statements.ts';
import { type HeldBulletin, type HeldStatement, readHeld } from './bulletin-content.ts';
import { type Check, haveSame } from './check.ts';
import { contentProblems } from './content.ts';
import type { Problem } from './problem.ts';

interface Examined {
  readonly problems: readonly Problem[];
  /** Bulletins that stand otherwise than the judgements put them, as they are to stand. */
  readonly misplaced: readonly PreparedBulletin[];
}

async function look(reading: Reading, ids: readonly string[], resolution: Resolution): Promise<Examined> {
  const held = await readHeld(reading, ids);
  const problems: Problem[] = [];
  const sound = new Map<string, HeldBulletin>();
  const times = new Map<string, number>();
  for (const { id } of held) times.set(id, (times.get(id) ?? 0) + 1);
  for (const bulletin of held) {
    // What is there twice is told by its id.
    if (times.get(bulletin.id) !== 1) continue;
    const own = contentProblems(bulletin);
    problems.push(...own);
    if (own.length === 0) sound.set(bulletin.id, bulletin);
  }
  const read = await readStored(reading, [...sound.keys()]);
  const misplaced = read
    .map((bulletin) => overlay(bulletin, resolution))
    .flatMap((bulletin): PreparedBulletin[] => {
      const own = sound.get(bulletin.id);
      // What settling found out about the bulletin stays with it.
      return own === undefined || stands(own, bulletin) ? [] : [{ ...bulletin, properties: own.properties }];
    });
  return { problems: [...problems, ...misplaced.map(({ id }): Problem => ({ kind: 'placement', id }))], misplaced };
}

function stands(held: HeldBulletin, right: PreparedBulletin): boolean {
  const mentions = right.mentions.map(({ entity, ...share }) => [entity, withoutNulls(share)]);
  const statements = right.statements.map((statement) => [statement.id, placeOf(statement)]);
  return (
    haveSame(
      held.mentions.map(({ entity, properties }) => [entity, properties]),
      mentions,
    ) &&
    haveSame(
      held.statements.map((statement) => [statement.id, heldPlaceOf(statement)]),
      statements,
    ) &&
    haveSame(
      held.rejected.map(({ id }) => id),
      right.rejected.map(({ id }) => id),
    )
  );
}

const SLOTS = ['happening', 'widerHappening', 'issue', 'openIssue', 'denies'] as const;

function placeOf(statement: PreparedStatement): Value {
  const { edge, subject, object, saidBy, place } = statement;
  const parts = [subject, object, saidBy, place].map((part) => part?.entity ?? null);
  return [edge?.id ?? null, ...SLOTS.map((slot) => statement[slot]), ...parts];
}

function heldPlaceOf({ properties, arguments: own }: HeldStatement): Value {
  const entities = new Map(own.map(({ role, entity }) => [role, entity]));
  const parts = (['SUBJECT', 'OBJECT', 'SAID_BY', 'AT_PLACE'] as const).map((role) => entities.get(role) ?? null);
  return [properties['edge'] ?? null, ...SLOTS.map((slot) => properties[slot] ?? null), ...parts];
}

/** Writes bulletins anew, and the entities that they name and the store lacks; the checks after this one do the rest. */
async function write(transaction: WriteTransaction, bulletins: readonly PreparedBulletin[]): Promise<void> {
  if (bulletins.length === 0) return;
  const entities = [...new Set(bulletins.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))];
  await removeBulletins(
    transaction,
    bulletins.map(({ id }) => id),
    edgeKeyOf,
  );
  await transaction.run('UNWIND $entities AS id MERGE (e:Entity {id: id})', { entities });
  await writeBulletins(transaction, bulletins);
  await writeStatements(transaction, bulletins);
  await writeRejected(transaction, bulletins);
}

export function bulletinCheck(resolution: Resolution): Check {
  return {
    all: { match: 'MATCH (b:Bulletin)', id: 'b.id' },
    page: 100,
    examine: async (reading, ids) => [...(await look(reading, ids, resolution)).problems],
    repair: async (transaction, ids) => write(transaction, (await look(transaction, ids, resolution)).misplaced),
  };
}
