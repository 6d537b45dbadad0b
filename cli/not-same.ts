/** `not-same`: judges that two entities are not one. */
import type { Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import type { Finish } from './exit.ts';
import { entityId, type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

export function addNotSame(program: Command, finish: Finish): void {
  judgingOptions(program.command('not-same'))
    .description('judge that two entities are not one, whatever else says so')
    .argument('<one>', 'an entity, by id or name')
    .argument('<other>', 'another one')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph not-same person:kim-jong-un person:kim-jong-nam --why "brothers"`,
    )
    .action((one: string, other: string, flags: JudgingFlags) =>
      finish(
        runJudgement(flags, async (store, author) =>
          judge(
            store,
            { kind: 'not-same', one: await entityId(store, one), other: await entityId(store, other) },
            author,
          ),
        ),
      ),
    );
}
