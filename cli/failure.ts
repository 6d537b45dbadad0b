/**
 * What a command says when it fails, and its exit code: the message of an error that the program foresaw, as it is; for
 * any other that it is a fault of the program and how to report it. Stack traces with DEBUG only.
 */
import process from 'node:process';
import { BackupError } from '../graph/backup/format.ts';
import { OutputError } from '../export/errors.ts';
import { JudgementError } from '../graph/curate/judgement.ts';
import { StoreError } from '../graph/store.ts';
import { CatalogError } from '../queries/catalog.ts';
import { QueryError } from '../queries/errors.ts';
import { ListenError } from '../viewer/server/listen-error.ts';
import { CommandError, EXIT, type ExitCode, UsageError } from './exit.ts';
import { complain } from './terminal.ts';

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof CatalogError || error instanceof JudgementError)
    return EXIT.usage;
  if (error instanceof QueryError) return error.reason === 'wrong-result' ? EXIT.failed : EXIT.usage;
  if (error instanceof StoreError) {
    return ['invalid-url', 'syntax', 'unportable', 'read-only'].includes(error.reason) ? EXIT.usage : EXIT.failed;
  }
  return EXIT.failed;
}

function foreseen(error: unknown): error is Error {
  return [
    UsageError,
    CommandError,
    StoreError,
    QueryError,
    CatalogError,
    ListenError,
    OutputError,
    BackupError,
    JudgementError,
  ].some((kind) => error instanceof kind);
}

/** Writes what went wrong to stderr and returns the exit code. */
export function fail(error: unknown): ExitCode {
  const debug = Boolean(process.env['DEBUG']);
  if (foreseen(error)) {
    complain(error.message);
  } else {
    complain(`Unexpected: ${error instanceof Error ? error.message : String(error)}`);
    if (!debug) complain('This is a fault of the program. Run it again with DEBUG=1 for details, and report them.');
  }
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return exitCodeOf(error);
}
