/** `same`: judges that two entities are one. */
import type { Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import type { Finish } from './exit.ts';
import { entityId, type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

export function addSame(program: Command, finish: Finish): void {
  judgingOptions(program.command('same'))
    .description('judge that two entities are one')
    .argument('<one>', 'an entity, by id or name; its id stays')
    .argument('<other>', 'another one')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph same person:sheikh-hasina person:hasina --why "surname alone in later paragraphs"
  bulletin-graph same "Sheikh Hasina" Hasina --by ada`,
    )
    .action((one: string, other: string, flags: JudgingFlags) =>
      finish(
        runJudgement(flags, async (store, author) =>
          judge(store, { kind: 'same', one: await entityId(store, one), other: await entityId(store, other) }, author),
        ),
      ),
    );
}
