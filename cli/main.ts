#!/usr/bin/env node
/** The command `bulletin-graph`: its commands, how wrong use is told, and the exit code. */
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { addDelete } from './delete.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { addExport } from './export.ts';
import { addExtract } from './extract.ts';
import { fail } from './failure.ts';
import { addFrozen } from './frozen.ts';
import { addIngest } from './ingest.ts';
import { VERSION } from './package.ts';
import { addQuery } from './query.ts';
import { addReextract } from './reextract.ts';
import { addReplace } from './replace.ts';
import { addServe } from './serve.ts';
import { addStart } from './start.ts';
import { addStatus } from './status.ts';

/** Takes the exit code of a command; stdout and stderr are written out before the program ends. */
async function finish(code: Promise<ExitCode>): Promise<void> {
  process.exitCode = await code;
}

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

for (const add of [
  addStart,
  addIngest,
  addExtract,
  addServe,
  addQuery,
  addFrozen,
  addExport,
  addStatus,
  addDelete,
  addReplace,
  addReextract,
])
  add(program, finish);
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else process.exitCode = fail(error);
}
