/** `judgements`: the log of judgements, with those that were taken back. */
import type { Command } from 'commander';
import { isTakenBack } from '../graph/curate/judge.ts';
import { readJudgements } from '../graph/curate/log.ts';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { judgementLine } from './judging.ts';
import { storeOption } from './options.ts';
import { print, say } from './terminal.ts';

async function list(flags: { readonly store: string; readonly json?: true }): Promise<ExitCode> {
  const store = await openStore(flags.store);
  try {
    const log = await readJudgements(store);
    if (log.length === 0) say(`Nobody has judged anything in ${store.url} yet.`);
    for (const judgement of log) {
      const undone = isTakenBack(log, judgement);
      if (flags.json) {
        if (!(await print(`${JSON.stringify({ ...judgement, undone })}\n`))) break;
        continue;
      }
      const { by, at, why } = judgement;
      const line = `${judgementLine(judgement)}${undone ? '  (taken back)' : ''}\n   ${at} by ${by}${why === null ? '' : `: ${why}`}\n`;
      if (!(await print(line))) break;
    }
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export function addJudgements(program: Command, finish: Finish): void {
  program
    .command('judgements')
    .description('print the log of judgements: number, what, when, who and why')
    .addOption(storeOption())
    .option('--json', 'one JSON object a judgement')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph judgements
  bulletin-graph judgements --json --store neo4j://localhost:7687`,
    )
    .action((flags: { store: string; json?: true }) => finish(list(flags)));
}
