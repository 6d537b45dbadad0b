/** Freezes a result while the store is open that it came from. */
import type { GraphStore, Limits, Parameters, Table } from '../../graph/store.ts';
import type { LibraryQuery } from '../catalog.ts';
import type { NamedEntity } from '../entity-names.ts';
import { QueryError } from '../errors.ts';
import { type Evidence, evidenceOf } from '../evidence.ts';
import { type Frozen, seal } from './frozen.ts';
import { storeState } from './state.ts';

/** A run of a query, as it came back. */
export interface QueryRun {
  /** Name of the library query or file. */
  readonly name: string;
  readonly cypher: string;
  /** Null for Cypher without a header. */
  readonly query: LibraryQuery | null;
  readonly parameters: Parameters;
  readonly entities: ReadonlyMap<string, NamedEntity>;
  readonly table: Table;
}

export interface FreezeOptions {
  /** ISO time of the run. */
  readonly now: string;
  /** Version of the program. */
  readonly program: string;
  readonly citedPerRow: number;
  readonly maxRows: number;
}

/**
 * The run with its evidence and the store's state. A result that cannot be cited is frozen with the reason.
 * @throws StoreError
 */
export async function freeze(
  store: GraphStore,
  run: QueryRun,
  options: FreezeOptions,
  limits: Limits = {},
): Promise<Frozen> {
  const { query, table } = run;
  const state = await storeState(store, limits);
  const evidence = await evidenceOrReason(store, run, options.citedPerRow, limits);
  const isCited = typeof evidence !== 'string';
  return seal({
    program: options.program,
    frozenAt: options.now,
    query: {
      name: run.name,
      title: query?.title ?? null,
      question: query?.question ?? null,
      cypher: run.cypher,
      evidence: query?.evidence ?? null,
    },
    parameters: run.parameters,
    entities: Object.fromEntries(run.entities),
    store: state,
    columns: [...table.columns],
    rows: table.rows.map((row) => [...row]),
    truncated: table.truncated,
    maxRows: options.maxRows,
    evidence: isCited ? [...evidence.rows] : null,
    citedPerRow: options.citedPerRow,
    uncited: isCited ? null : evidence,
    citations: isCited ? [...evidence.citations.values()] : [],
  });
}

async function evidenceOrReason(
  store: GraphStore,
  run: QueryRun,
  citedPerRow: number,
  limits: Limits,
): Promise<Evidence | string> {
  try {
    return await evidenceOf(store, run, citedPerRow, limits);
  } catch (error) {
    if (error instanceof QueryError && error.reason === 'no-evidence') return error.message;
    throw error;
  }
}
