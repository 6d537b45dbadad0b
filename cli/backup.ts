/** `backup` and `restore`: a whole store as one file, and back, also into the other kind of store. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { backup } from '../graph/backup/backup.ts';
import { restore } from '../graph/backup/restore.ts';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { CommandError, EXIT, type ExitCode, type Finish, UsageError } from './exit.ts';
import { storeOption } from './options.ts';
import { Progress } from './progress.ts';
import { count, say } from './terminal.ts';

interface BackupFlags {
  readonly store: string;
  readonly overwrite?: true;
}
interface RestoreFlags {
  readonly store: string;
  readonly replace?: true;
}

/** Bulletins, entities, events and statements; relationships have no count that could be had before. */
async function nodesIn(store: GraphStore): Promise<number> {
  const { rows } = await store.read('MATCH (n) WHERE NOT n:Store RETURN count(n) AS n', {}, { timeoutMs: 600_000 });
  return Number(rows[0]?.[0] ?? 0);
}

const summary = (counts: Readonly<Record<string, number>>): string =>
  `${count(counts['bulletin'] ?? 0, 'bulletin')}, ${count(counts['entity'] ?? 0, 'entity', 'entities')}, ` +
  `${count(counts['statement'] ?? 0, 'statement')}, ${count(counts['judgement'] ?? 0, 'judgement')}`;

async function backUp(file: string, flags: BackupFlags): Promise<ExitCode> {
  if (existsSync(file) && !flags.overwrite) {
    throw new UsageError(`${file} is there already. Give another name, or --overwrite.`);
  }
  const store = await openStore(flags.store);
  try {
    const progress = new Progress(await nodesIn(store), 'record');
    try {
      const { counts } = await backup(store, file, (lines) => progress.update(lines, lines)).catch(refuseFile(file));
      progress.stop();
      say(`Wrote ${file}: ${summary(counts)}.`);
    } finally {
      progress.stop();
    }
  } finally {
    await store.close();
  }
  return EXIT.done;
}

/** A file that cannot be written is no fault of the program. */
function refuseFile(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (!['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) throw error;
    throw new CommandError(`${file} cannot be written: ${error.message}. Give another place.`, { cause: error });
  };
}

async function putBack(file: string, flags: RestoreFlags): Promise<ExitCode> {
  const store = await openStore(flags.store, { create: true });
  let progress: Progress | null = null;
  const stop = (): void => progress?.stop();
  try {
    const { counts } = await restore(store, file, {
      replace: flags.replace ?? false,
      onProgress: (done, total) => {
        progress ??= new Progress(total, 'record');
        progress.update(done, done);
      },
    });
    stop();
    say(`${store.url} holds what ${file} does: ${summary(counts)}.`);
  } finally {
    stop();
    await store.close();
  }
  return EXIT.done;
}

export function addBackup(program: Command, finish: Finish): void {
  program
    .command('backup')
    .description('write a whole store into one file')
    .argument('<file>', 'compressed where the name ends in .gz')
    .addOption(storeOption())
    .option('--overwrite', 'replace a file that is there')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph backup graph.jsonl.gz
  bulletin-graph backup graph.jsonl --store neo4j://localhost:7687`,
    )
    .action((file: string, flags: BackupFlags) => finish(backUp(file, flags)));
  program
    .command('restore')
    .description('put a backup into an empty store, of whichever kind')
    .argument('<file>', 'what backup, or export --format jsonl of a whole store, wrote')
    .addOption(storeOption())
    .option('--replace', 'remove what the store holds first')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph restore graph.jsonl.gz --store file:./copy
  bulletin-graph restore graph.jsonl.gz --store neo4j://localhost:7687 --replace`,
    )
    .action((file: string, flags: RestoreFlags) => finish(putBack(file, flags)));
}
