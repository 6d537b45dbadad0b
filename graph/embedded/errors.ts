/** What an error of the database engine means, by cause. */
import type { StoreErrorCause } from '../store.ts';
import type { Failure } from './protocol.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function statusOf(error: unknown): string {
  return error instanceof Error && 'gqlStatus' in error && typeof error.gqlStatus === 'string' ? error.gqlStatus : '';
}

/** Whether opening failed because another process holds the files. */
export function isLocked(error: unknown): boolean {
  return messageOf(error).includes('cannot be locked');
}

/** The engine panics where one step of a pattern meets more rows than its buffers index; it goes on serving. */
const TOO_WIDE: Failure = {
  reason: 'unportable',
  message:
    'A step of this pattern meets more than 65,535 relationships, which the embedded store cannot follow in a chain. ' +
    'Put WITH a, b between the two steps and compare the relationships (r1 <> r2), or write *2..2 for both.',
};

/** The failure of a query, with the engine's own words trimmed of their codes. */
export function queryFailure(error: unknown): Failure {
  if (/panicked .*MAX_CAPACITY/.test(messageOf(error))) return TOO_WIDE;
  const message = messageOf(error)
    .replace(/^(?:Query|Database|Transaction) error: /, '')
    .replace(/GRAFEO-[A-Z]\d+: /, '')
    .trim();
  return { reason: causeOf(statusOf(error), message), message };
}

function causeOf(status: string, message: string): StoreErrorCause {
  if (status.startsWith('42')) return 'syntax';
  if (status.startsWith('40')) return 'conflict';
  if (message.startsWith('timeout error')) return 'timeout';
  return 'failed';
}
