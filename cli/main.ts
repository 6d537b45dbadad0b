#!/usr/bin/env node
/** The command `bulletin-graph`: its commands, how wrong use is told, and the exit code. */
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit.ts';
import { fail } from './failure.ts';
import { VERSION } from './package.ts';

/** Takes the exit code of a command; stdout and stderr are written out before the program ends. */
async function finish(code: Promise<ExitCode>): Promise<void> {
  process.exitCode = await code;
}

type Finish = (code: Promise<ExitCode>) => Promise<void>;
type AddCommand = (program: Command, finish: Finish) => void;

/** Where each command lives; only the one that is called is loaded, all of them for the help. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  start: async () => (await import('./start.ts')).addStart,
  ingest: async () => (await import('./ingest.ts')).addIngest,
  extract: async () => (await import('./extract.ts')).addExtract,
  serve: async () => (await import('./serve.ts')).addServe,
  query: async () => (await import('./query.ts')).addQuery,
  frozen: async () => (await import('./frozen.ts')).addFrozen,
  verify: async () => (await import('./frozen.ts')).addFrozen,
  export: async () => (await import('./export.ts')).addExport,
  status: async () => (await import('./status.ts')).addStatus,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  backup: async () => (await import('./backup.ts')).addBackup,
  restore: async () => (await import('./backup.ts')).addBackup,
  delete: async () => (await import('./delete.ts')).addDelete,
  replace: async () => (await import('./replace.ts')).addReplace,
  reextract: async () => (await import('./reextract.ts')).addReextract,
  review: async () => (await import('./review.ts')).addReview,
  same: async () => (await import('./same.ts')).addSame,
  'not-same': async () => (await import('./not-same.ts')).addNotSame,
  reject: async () => (await import('./reject.ts')).addReject,
  rename: async () => (await import('./rename.ts')).addRename,
  retype: async () => (await import('./retype.ts')).addRetype,
  undo: async () => (await import('./undo.ts')).addUndo,
  judgements: async () => (await import('./judgements.ts')).addJudgements,
};

// A reader that goes away (`| head`) ends the output, not the program with a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = new Command('bulletin-graph')
  .description('Turns news bulletins into a knowledge graph: claims with their exact words, offline.')
  .version(VERSION)
  .showHelpAfterError('(--help shows what there is)')
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride()
  .addHelpText(
    'after',
    `
Store: --store, or BULLETIN_GRAPH_STORE; for Neo4j also NEO4J_USERNAME and NEO4J_PASSWORD.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 done with some bulletins rejected, 130 stopped by Ctrl-C.`,
  );

const called = COMMANDS[process.argv[2] ?? ''];
const loaded = await Promise.all((called === undefined ? Object.values(COMMANDS) : [called]).map((load) => load()));
// One file may add several commands.
for (const add of new Set(loaded)) add(program, finish);
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else process.exitCode = fail(error);
}
