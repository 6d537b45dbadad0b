/** `rename`: gives an entity the name that it is shown by. */
import type { Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import type { Finish } from './exit.ts';
import { entityId, type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

export function addRename(program: Command, finish: Finish): void {
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
          judge(store, { kind: 'rename', entity: await entityId(store, entity), name }, author),
        ),
      ),
    );
}
