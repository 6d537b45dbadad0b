/** What an error of neo4j-driver or of the server means, by cause, with what to do. */
import { Neo4jError } from 'neo4j-driver';
import { StoreError, type StoreErrorCause } from '../store.ts';

const CAUSES: readonly (readonly [RegExp, StoreErrorCause])[] = [
  [/^Neo\.ClientError\.Security\./, 'unauthorized'],
  [/^Neo\.ClientError\.Transaction\.TransactionTimedOut/, 'timeout'],
  [/^Neo\.\w+\.Transaction\.Terminated/, 'timeout'],
  [/^Neo\.ClientError\.Statement\.AccessMode/, 'read-only'],
  [/^Neo\.ClientError\.Statement\./, 'syntax'],
  [/^Neo\.TransientError\.General\.(MemoryPool|OutOfMemory|TransactionOutOfMemory)/, 'memory'],
  [/^Neo\.TransientError\.(Transaction|Cluster)\./, 'conflict'],
  [/^(ServiceUnavailable|SessionExpired)$/, 'unreachable'],
];

/** A StoreError for whatever a call of the driver threw. */
export function storeError(error: unknown, url: string): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Neo4jError ? error.code : '';
  const reason = reasonOf(code, message);
  return new StoreError(reason, messageFor(reason, message, url, error), { cause: error });
}

function reasonOf(code: string, message: string): StoreErrorCause {
  // A server older than the driver's protocols refuses the handshake; the driver has no code for it.
  if (/protocol version|did not have any supported/i.test(message)) return 'unsupported-server';
  return CAUSES.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed';
}

function messageFor(reason: StoreErrorCause, message: string, url: string, error: unknown): string {
  const firstLine = message.split('\n')[0] ?? '';
  const messages: Partial<Record<StoreErrorCause, string>> = {
    unreachable: `Neo4j at ${url} does not answer${networkCause(error)}. Start it, for example with "docker compose up -d", or check host and port.`,
    unauthorized: `Neo4j at ${url} refuses the user name or password. Set NEO4J_USERNAME and NEO4J_PASSWORD to those of the server.`,
    'unsupported-server': unsupportedServer(url, firstLine).message,
    timeout: 'The query ran longer than its time limit and was stopped. Narrow it, or allow it more time.',
    memory: `The query took more memory than Neo4j allows and was stopped (${firstLine}). Narrow it.`,
    'read-only': `The query writes, and queries may only read (${firstLine}).`,
  };
  return messages[reason] ?? message;
}

/** What the network said, from the innermost error; the driver's own words name no remedy. */
function networkCause(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  const said = innermost instanceof Error ? /Caused by: (.+)/.exec(innermost.message)?.[1] : undefined;
  return said === undefined ? '' : ` (${said})`;
}

export function unsupportedServer(url: string, found: string): StoreError {
  return new StoreError(
    'unsupported-server',
    `The server at ${url} is not supported: ${found}. Bulletin Graph needs Neo4j 5 or later.`,
  );
}
