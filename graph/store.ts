/**
 * GraphStore: what the rest of the program knows of a graph database. Two implementations (embedded/, neo4j/) pass one
 * contract suite. Queries are Cypher in the portable subset (docs/cypher.md), so that both give the same rows.
 */

import type { PropertyIndex } from './schema.ts';

/** A value that a query returns or takes: what JSON can say. Nodes and relationships come back as property maps. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Parameters = { readonly [name: string]: Value };

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** True where `maxRows` cut the result; never silently. */
  readonly truncated: boolean;
}

/** Bounds of one read. A query over its time ends with {@link StoreError} of cause `timeout`. */
export interface Limits {
  /** Default 30,000. */
  readonly timeoutMs?: number;
  /** Default 10,000. */
  readonly maxRows?: number;
  /** Stops the query in the database when nobody wants its answer any more: {@link StoreError} of cause `stopped`. */
  readonly signal?: AbortSignal;
}

export const DEFAULT_LIMITS = { timeoutMs: 30_000, maxRows: 10_000 } as const;

/** One transaction: all of its statements become visible together, or none does. */
export interface WriteTransaction {
  run(cypher: string, parameters?: Parameters): Promise<Table>;
}

/** What reads in a transaction or beside one. */
export type Reading = Pick<WriteTransaction, 'run'>;

/** What a database has beside nodes and relationships. */
export interface Structure {
  /** Labels with the property that is unique among their nodes. */
  readonly constraints: readonly PropertyIndex[];
  /** Labels with the property by which their nodes are found. */
  readonly indexes: readonly PropertyIndex[];
}

export interface GraphStore {
  /** As given by the user, without credentials. */
  readonly url: string;
  readonly kind: 'embedded' | 'neo4j';
  /**
   * Runs one reading query. Reads are read-only in the database itself. Every read, ours or a person's, is bounded by
   * `limits` and can be stopped; constructs that this database would answer wrongly are refused (cause `unportable`).
   */
  read(cypher: string, parameters?: Parameters, limits?: Limits): Promise<Table>;
  /** Runs `work` in one transaction, again from the start where the database reports a conflict. */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  /** The constraints and indexes that the database has; graph/schema.ts says which it should have. */
  structure(): Promise<Structure>;
  /** Makes those that are missing; in Neo4j it fails where nodes break a constraint. */
  createStructure(): Promise<void>;
  close(): Promise<void>;
}

export type StoreErrorCause =
  | 'unreachable'
  | 'unauthorized'
  | 'unsupported-server'
  | 'locked'
  | 'missing'
  | 'damaged'
  | 'other-schema'
  | 'syntax'
  | 'unportable'
  | 'timeout'
  | 'stopped'
  | 'memory'
  | 'read-only'
  | 'conflict'
  | 'invalid-url'
  | 'failed';

/** What went wrong in a store, by cause. The message names the store or query, what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreErrorCause;

  constructor(reason: StoreErrorCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
