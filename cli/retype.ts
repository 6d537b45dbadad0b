/** `retype`: says what kind of thing an entity is. */
import { Argument, type Command } from 'commander';
import { judge } from '../graph/curate/judge.ts';
import { EntityType } from '../graph/model/vocabulary.ts';
import type { Finish } from './exit.ts';
import { entityId, type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

export function addRetype(program: Command, finish: Finish): void {
  judgingOptions(program.command('retype'))
    .description('say what kind of thing an entity is; its statements stay')
    .argument('<entity>', 'an entity, by id or name')
    .addArgument(new Argument('<type>', 'its type').choices(EntityType.options))
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph retype organization:tiananmen Place`,
    )
    .action((entity: string, type: EntityType, flags: JudgingFlags) =>
      finish(
        runJudgement(flags, async (store, author) =>
          judge(store, { kind: 'retype', entity: await entityId(store, entity), type }, author),
        ),
      ),
    );
}
