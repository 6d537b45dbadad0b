/** `reject`: judges that a statement was read wrongly. */
import type { Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import type { Finish } from './exit.ts';
import { type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

export function addReject(program: Command, finish: Finish): void {
  judgingOptions(program.command('reject'))
    .description('judge that a statement was read wrongly: it counts for nothing any more')
    .argument('<statement>', 'id of a statement; query --cite and the viewer show it')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph reject st-0f3a5be1c2d4e6f8a9b0c1d2 --why "the sentence quotes a film"`,
    )
    .action((statement: string, flags: JudgingFlags) =>
      finish(runJudgement(flags, (store, author) => judge(store, { kind: 'reject', statement }, author))),
    );
}
