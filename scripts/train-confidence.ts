/**
 * Learns ingest/statements/data/confidence.json: a logistic model of whether a statement is right, from tests/gold/dev.jsonl
 * and, where they are beside the checkout, the evaluation sets and the news whose statements were judged one by one
 * (tests/gold/judged.tsv). With --table it prints how well the model is calibrated on tests/gold/held-out.jsonl and on the news that
 * was judged since, figures only.
 * Deterministic; a second run changes nothing.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { readGold } from '../tests/gold/record.ts';
import { annotatedBeside, type Example, examplesOf, judgedNews } from './confidence/examples.ts';
import { fitted } from './confidence/logistic.ts';
import { printReliability } from './confidence/reliability.ts';

const TARGET = new URL('../ingest/statements/data/confidence.json', import.meta.url);

if (process.argv.includes('--table')) {
  printReliability(await examplesOf(readGold('held-out'), false));
  const since = await judgedNews(true);
  if (since.length > 0) {
    console.log(`${since.length} statements of news judged one by one since the model was learnt:`);
    printReliability(since);
  }
} else {
  const annotated = await examplesOf([...readGold('dev'), ...annotatedBeside()], true);
  const judged = await judgedNews(false);
  const examples = [...annotated, ...judged].map(withSeen);
  const model = fitted(examples);
  const weights = Object.fromEntries(
    [...model].filter(([name]) => name !== 'seen').sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const sources = `${annotated.length} statements of annotated bulletins and ${judged.length} of news judged one by one`;
  const about = `Logistic model of whether a statement is right; ${sources}`;
  writeFileSync(TARGET, `${JSON.stringify({ about, weights }, null, 2)}\n`);
  console.log(`${about}. \`npm run train:confidence -- --table\` prints its reliability on held-out bulletins.`);
}

/** How much better rules do on the bulletins that were in view when they were written is learnt, and then left out. */
function withSeen(example: Example): Example {
  return example.seen ? { ...example, features: new Map([...example.features, ['seen', 1]]) } : example;
}
