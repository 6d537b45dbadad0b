/**
 * What the store (parent) and the process that holds the database (child) say to each other over IPC, as JSON.
 * Each request has one reply with its number; notices come unasked.
 */
import type { Parameters, StoreErrorCause, Table } from '../store.ts';

export type Operation =
  | { readonly op: 'read'; readonly cypher: string; readonly parameters: Parameters; readonly maxRows: number }
  | { readonly op: 'begin' }
  | { readonly op: 'run'; readonly cypher: string; readonly parameters: Parameters }
  /** Commits the open transaction as the store's `count`-th commit. */
  | { readonly op: 'commit'; readonly count: number }
  | { readonly op: 'rollback' }
  | { readonly op: 'checkpoint' }
  /** Rows of kind (`constraint`, `index`), label and property. */
  | { readonly op: 'structure' }
  | { readonly op: 'create-structure' }
  | { readonly op: 'close' };

export type Request = Operation & { readonly id: number };

export interface Failure {
  readonly reason: StoreErrorCause;
  readonly message: string;
}

export type Reply =
  | { readonly kind: 'result'; readonly id: number; readonly table: Table }
  | { readonly kind: 'error'; readonly id: number; readonly failure: Failure };

export type Notice =
  /** The database is open; `commits` is its counter. */
  | { readonly kind: 'ready'; readonly commits: number }
  /** The database could not be opened; the process ends. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The queries that run took more memory than they may; the process ends. */
  | { readonly kind: 'memory'; readonly megabytes: number };

export const NO_ROWS: Table = { columns: [], rows: [], truncated: false };

/** How the child is started; passed as its single argument. */
export interface EngineSettings {
  readonly directory: string;
  readonly create: boolean;
  /** Whether a database of another schema version is opened too. */
  readonly anySchema: boolean;
  /** What running reads may take beyond what the process holds when none runs. */
  readonly queryMegabytes: number;
}

const hasKind = (message: unknown): message is { readonly kind: unknown } =>
  typeof message === 'object' && message !== null && 'kind' in message;

/** Both ends are this program: the envelope is checked, the content is trusted. */
export function isFromChild(message: unknown): message is Reply | Notice {
  return hasKind(message) && ['result', 'error', 'ready', 'refused', 'memory'].some((kind) => kind === message.kind);
}

export function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'op' in message && 'id' in message;
}
