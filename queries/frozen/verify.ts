/** Runs a frozen query again and says whether the graph still gives the same rows, resting on the same statements. */
import type { GraphStore, Limits, Value } from '../../graph/store.ts';
import { evidenceOf, type RowEvidence } from '../evidence.ts';
import type { Frozen, StoreState } from './frozen.ts';
import { storeState } from './state.ts';

interface EvidenceChange {
  /** The row, as it was frozen. */
  readonly row: readonly Value[];
  readonly before: RowEvidence;
  readonly after: RowEvidence;
}

export interface Verification {
  /** Same rows in the same order on the same evidence. */
  readonly same: boolean;
  /** Rows that were frozen and are not there now, and the other way round. */
  readonly missing: readonly (readonly Value[])[];
  readonly added: readonly (readonly Value[])[];
  /** Whether the same rows come in another order. */
  readonly reordered: boolean;
  /** Rows that are the same and rest on other statements. */
  readonly evidence: readonly EvidenceChange[];
  readonly state: StoreState;
  /** Whether the store holds the same bulletins, read by the same program, and was not written to since. */
  readonly sameState: boolean;
}

/** @throws StoreError; QueryError where the evidence can no longer be found */
export async function verify(store: GraphStore, frozen: Frozen, limits: Limits = {}): Promise<Verification> {
  const state = await storeState(store, limits);
  const { query, parameters } = frozen;
  const table = await store.read(query.cypher, parameters, { ...limits, maxRows: frozen.maxRows });
  const after =
    frozen.evidence === null
      ? null
      : await evidenceOf(
          store,
          { query: query.evidence === null ? null : { name: query.name, evidence: query.evidence }, parameters, table },
          frozen.citedPerRow,
          limits,
        );

  const sameColumns = table.columns.join('\n') === frozen.columns.join('\n');
  const keysBefore = frozen.rows.map(keyOf);
  const keysAfter = sameColumns ? table.rows.map(keyOf) : [];
  const missing = without(frozen.rows, keysBefore, keysAfter);
  const added = sameColumns ? without(table.rows, keysAfter, keysBefore) : table.rows;
  const evidence = after === null ? [] : changes(frozen, keysBefore, keysAfter, after.rows);
  const reordered = missing.length === 0 && added.length === 0 && keysBefore.join('\n') !== keysAfter.join('\n');
  const { store: before } = frozen;
  return {
    same: missing.length === 0 && added.length === 0 && !reordered && evidence.length === 0 && sameColumns,
    missing,
    added,
    reordered,
    evidence,
    state,
    sameState:
      before.fingerprint === state.fingerprint && before.commits === state.commits && before.kind === state.kind,
  };
}

/** Databases sum in an order of their own, which shows in the last of the sixteen digits of a mean. */
const DIGITS = 12;

function keyOf(row: readonly Value[]): string {
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
  );
}

/** The rows whose keys are not among `others`, counting rows that are alike. */
function without(
  rows: readonly (readonly Value[])[],
  keys: readonly string[],
  others: readonly string[],
): (readonly Value[])[] {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return rows.filter((_, index) => {
    const key = keys[index] ?? '';
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function changes(
  frozen: Frozen,
  keysBefore: readonly string[],
  keysAfter: readonly string[],
  after: readonly RowEvidence[],
): EvidenceChange[] {
  const now = new Map<string, RowEvidence[]>();
  keysAfter.forEach((key, index) => {
    const own = after[index];
    if (own !== undefined) now.set(key, [...(now.get(key) ?? []), own]);
  });
  return keysBefore.flatMap((key, index): EvidenceChange[] => {
    const before = frozen.evidence?.[index];
    const row = frozen.rows[index];
    const own = now.get(key)?.shift();
    if (before === undefined || row === undefined || own === undefined) return [];
    return JSON.stringify(before) === JSON.stringify(own) ? [] : [{ row, before, after: own }];
  });
}
