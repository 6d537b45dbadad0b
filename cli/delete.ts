/** `delete`: takes bulletins out of a store, which is then as if it had never seen them. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import { deleteBulletin } from '../graph/write.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { storeOption } from './options.ts';
import { complain, count, say } from './terminal.ts';

async function deleteBulletins(ids: readonly string[], flags: { readonly store: string }): Promise<ExitCode> {
  const store = await openStore(flags.store);
  let deleted = 0;
  let missing = 0;
  try {
    for (const id of ids) {
      if (await deleteBulletin(store, id)) {
        deleted++;
      } else {
        missing++;
        complain(
          `${store.url} holds no bulletin with the id "${id}". List ids with: echo "MATCH (b:Bulletin) RETURN b.id, b.title" | bulletin-graph query -`,
        );
      }
    }
  } finally {
    await store.close();
  }
  say(`${count(deleted, 'bulletin')} deleted, with all that was read from them.`);
  return missing > 0 ? EXIT.rejected : EXIT.done;
}

export function addDelete(program: Command, finish: Finish): void {
  program
    .command('delete')
    .description('take bulletins out of a store, with all that was read from them')
    .argument('<id...>', 'ids of bulletins')
    .addOption(storeOption())
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph delete wire-2024-12-25
  echo 'MATCH (b:Bulletin) RETURN b.id, b.title' | bulletin-graph query -`,
    )
    .action((ids: string[], flags: { store: string }) => finish(deleteBulletins(ids, flags)));
}
