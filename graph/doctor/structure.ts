/**
 * What holds for the store as a whole: its schema, an interrupted restore, constraints and indexes, ids that are there
 * twice, and the log of judgements.
 */
import { z } from 'zod';
import { Judgement } from '../curate/judgement.ts';
import { type PropertyIndex, SCHEMA_VERSION, STRUCTURE, UNIQUE_ID_LABELS } from '../schema.ts';
import type { GraphStore, Reading, Value, WriteTransaction } from '../store.ts';
import { parseRows } from '../writing/rows.ts';
import { PropertyMap } from './check.ts';
import type { Problem } from './problem.ts';

export interface Bookkeeping {
  /** Null where the store has none, as an empty database. */
  readonly schema: number | null;
  readonly problems: readonly Problem[];
}

const STORE = "MATCH (s:Store {id: 'store'}) RETURN s.schema AS schema, s.restoring AS restoring";

/** The schema of the store, and whether it is whole. */
export async function bookkeeping(reading: Reading): Promise<Bookkeeping> {
  const { rows } = await reading.run(STORE);
  if (rows.length === 0) return { schema: null, problems: [] };
  const [schema = null, restoring = null] = rows[0] ?? [];
  const problems: Problem[] = [];
  if (schema !== SCHEMA_VERSION) problems.push({ kind: 'schema', id: JSON.stringify(schema) });
  if (restoring === true) problems.push({ kind: 'restoring', id: 'store' });
  return { schema: typeof schema === 'number' ? schema : null, problems };
}

const nameOf = ({ label, property }: PropertyIndex): string => `${label}.${property}`;

/** Constraints and indexes that are missing. */
export async function structureProblems(store: GraphStore): Promise<Problem[]> {
  const { constraints, indexes } = await store.structure();
  const missing = (wanted: readonly PropertyIndex[], there: readonly PropertyIndex[]): string[] => {
    const names = new Set(there.map(nameOf));
    return wanted.map(nameOf).filter((name) => !names.has(name));
  };
  return [
    ...missing(STRUCTURE.constraints, constraints).map((id): Problem => ({ kind: 'constraint', id })),
    ...missing(STRUCTURE.indexes, indexes).map((id): Problem => ({ kind: 'index', id })),
  ];
}

const COUNTS = (label: string): string =>
  `MATCH (n:${label}) RETURN count(*) AS nodes, count(n.id) AS ids, count(DISTINCT n.id) AS different`;
const Counts = z.object({ nodes: z.int(), ids: z.int(), different: z.int() });
const SEVERAL = (label: string): string => `
  MATCH (n:${label})
  WITH n.id AS id, count(*) AS nodes WHERE nodes > 1 OR id IS NULL
  RETURN id`;

/** Ids that several nodes of a label have, and nodes without one; a constraint that was gone lets them in. */
export async function duplicates(reading: Reading): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const label of UNIQUE_ID_LABELS) {
    const [counts] = parseRows(await reading.run(COUNTS(label)), Counts);
    if (counts === undefined || counts.different === counts.nodes) continue;
    const { rows } = await reading.run(SEVERAL(label));
    for (const [id] of rows) {
      const isEvent = label === 'Event' && typeof id === 'string';
      problems.push(isEvent ? { kind: 'duplicate-event', id } : { kind: 'duplicate', id: `${label} ${idText(id)}` });
    }
  }
  return problems;
}

const idText = (id: Value | undefined): string => {
  if (id === null || id === undefined) return 'without id';
  return typeof id === 'string' ? id : JSON.stringify(id);
};

/** Removes events that are there several times; the check of events makes them anew. */
export async function removeDuplicateEvents(transaction: WriteTransaction): Promise<void> {
  const { rows } = await transaction.run(SEVERAL('Event'));
  const ids = rows.flatMap(([id]) => (typeof id === 'string' ? [id] : []));
  await transaction.run('MATCH (v:Event) WHERE v.id IN $ids DETACH DELETE v', { ids });
}

const JUDGEMENTS = 'MATCH (j:Judgement) RETURN j.id AS id, properties(j) AS properties';
const Stored = z.object({ id: z.string().nullable(), properties: PropertyMap });

/** Judgements that cannot be read, and those whose numbers do not follow each other or name what is not before them. */
export async function judgementProblems(reading: Reading): Promise<Problem[]> {
  const numbers = new Set<number>();
  const rows = parseRows(await reading.run(JUDGEMENTS), Stored).map(({ id, properties }) => ({
    id: id ?? 'without id',
    judgement: Judgement.safeParse({ why: null, ...properties, kind: properties['decision'] }),
  }));
  for (const { judgement } of rows) if (judgement.success) numbers.add(judgement.data.sequence);
  return rows
    .filter(({ id, judgement }) => {
      if (!judgement.success) return true;
      const { sequence } = judgement.data;
      if (id !== `jd-${sequence}` || (sequence > 1 && !numbers.has(sequence - 1))) return true;
      return judgement.data.kind === 'undo' && judgement.data.undoes >= sequence;
    })
    .map(({ id }) => ({ kind: 'judgement', id }));
}
