/** What the commands that judge share: who judges, when and why, what they print, and which entity is meant. */
import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import type { Judged } from '../graph/curate/judge.ts';
import type { Author, Judgement } from '../graph/curate/judgement.ts';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { entityNamed } from '../queries/entity-names.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { storeOption } from './options.ts';
import { count, print } from './terminal.ts';

export interface JudgingFlags {
  readonly store: string;
  readonly by?: string;
  readonly why?: string;
}

function user(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as in containers.
    return 'unknown';
  }
}

/** Adds `--store`, `--by` and `--why`. */
export function judgingOptions(command: Command): Command {
  return command
    .addOption(storeOption())
    .addOption(new Option('--by <name>', 'who judges (default: your user name)').env('BULLETIN_GRAPH_USER'))
    .option('--why <reason>', 'why, kept in the log');
}

/** Opens the store, judges, prints the judgement and how much of the graph followed. */
export async function runJudgement(
  flags: JudgingFlags,
  work: (store: GraphStore, author: Author) => Promise<Judged>,
): Promise<ExitCode> {
  const store = await openStore(flags.store);
  try {
    const author = { by: flags.by ?? user(), at: new Date().toISOString(), why: flags.why ?? null };
    const { judgement, bulletins } = await work(store, author);
    await print(`${judgementLine(judgement)}\n${count(bulletins, 'bulletin')} written anew.\n`);
  } finally {
    await store.close();
  }
  return EXIT.done;
}

/** The id of the entity that `given` calls by id, name or alias; ids that went into another entity stay usable. */
export async function entityId(store: GraphStore, given: string): Promise<string> {
  if (/^[a-z]+:/.test(given)) return given;
  return (await entityNamed(store, given)).id;
}

/** `3  same person:xi-jinping person:xi`. */
export function judgementLine(judgement: Judgement): string {
  return `${judgement.sequence}  ${judgement.kind} ${subjectOf(judgement)}`;
}

function subjectOf(judgement: Judgement): string {
  switch (judgement.kind) {
    case 'same':
    case 'not-same':
      return `${judgement.one} ${judgement.other}`;
    case 'reject':
      return judgement.statement;
    case 'rename':
      return `${judgement.entity} ${JSON.stringify(judgement.name)}`;
    case 'retype':
      return `${judgement.entity} ${judgement.type}`;
    case 'undo':
      break;
  }
  return String(judgement.undoes);
}
