/** `review`: pairs of entities that may be one, with the reasons and sentences, for a person to judge. */
import type { Command } from 'commander';
import { type Candidate, type CandidateEntity, reviewCandidates } from '../graph/identity/candidates.ts';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { reviewLimitOption, sentencesOption, storeOption } from './options.ts';
import { count, print, say } from './terminal.ts';

interface ReviewFlags {
  readonly store: string;
  readonly limit: number;
  readonly sentences: number;
  readonly json?: true;
}

const entityLine = ({ name, id, bulletins }: CandidateEntity): string =>
  `${name} (${id}, ${count(bulletins, 'bulletin')})`;

function candidateText({ one, other, score, reasons, doubts, sentences }: Candidate): string {
  const lines = [
    `${score.toFixed(2)}  ${entityLine(one)} = ${entityLine(other)}?`,
    `      ${[...reasons, ...doubts.map((doubt) => `but ${doubt}`)].join('; ')}`,
    ...sentences.map(({ text, bulletin }) => `      "${text.replace(/\s+/g, ' ').trim()}" [${bulletin}]`),
    `      bulletin-graph same ${one.id} ${other.id}   or: not-same`,
  ];
  return `${lines.join('\n')}\n\n`;
}

async function review(flags: ReviewFlags): Promise<ExitCode> {
  const store = await openStore(flags.store);
  try {
    const { candidates, total, homonyms, skipped } = await reviewCandidates(store, flags);
    for (const candidate of candidates) {
      if (!(await print(flags.json ? `${JSON.stringify(candidate)}\n` : candidateText(candidate)))) break;
    }
    say(
      `${count(total, 'candidate')}, ${candidates.length.toLocaleString('en')} shown; ` +
        `${count(homonyms, 'pair')} with like names left out, being of different states.`,
    );
    if (skipped > 0)
      say(`${count(skipped, 'word')} stand in more than 60 names, which were not all compared by them alone.`);
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export function addReview(program: Command, finish: Finish): void {
  program
    .command('review')
    .description('print pairs of entities that may be one, with reasons and sentences; nothing is merged')
    .addOption(storeOption())
    .addOption(reviewLimitOption())
    .addOption(sentencesOption())
    .option('--json', 'one JSON object a pair')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph review
  bulletin-graph review --limit 500 --json`,
    )
    .action((flags: ReviewFlags) => finish(review(flags)));
}
