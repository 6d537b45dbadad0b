/** `rename`: gives an entity the name that it is shown by. */
import type { Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { entityId, type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

function checked(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new UsageError(`The name ${JSON.stringify(name)} is empty. Give the name to show.`);
  return trimmed;
}

export function addRename(program: Command, finish: (code: Promise<ExitCode>) => Promise<void>): void {
  judgingOptions(program.command('rename'))
    .description('give an entity the name that it is shown by; the others become aliases')
    .argument('<entity>', 'an entity, by id or name')
    .argument('<name>', 'the name')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph rename person:xi "Xi Jinping"`,
    )
    .action((entity: string, name: string, flags: JudgingFlags) =>
      finish(
        runJudgement(flags, async (store, author) =>
          judge(store, { kind: 'rename', entity: await entityId(store, entity), name: checked(name) }, author),
        ),
      ),
    );
}
