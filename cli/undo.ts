/** `undo`: takes a judgement back; the graph is what it would be without it. */
import { type Command, InvalidArgumentError } from 'commander';
import { undo } from '../graph/curate/judge.ts';
import type { Finish } from './exit.ts';
import { type JudgingFlags, judgingOptions, runJudgement } from './judging.ts';

function judgementNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It has to be the number of a judgement.');
  return Number(text);
}

export function addUndo(program: Command, finish: Finish): void {
  judgingOptions(program.command('undo'))
    .description('take back the last judgement in force, or the one of that number; of an undo, put it in force again')
    .argument('[number]', 'number of a judgement, as judgements shows it', judgementNumber)
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph undo
  bulletin-graph undo 3 --why "two persons after all"`,
    )
    .action((sequence: number | undefined, flags: JudgingFlags) =>
      finish(runJudgement(flags, (store, author) => undo(store, sequence ?? null, author))),
    );
}
