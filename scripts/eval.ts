/**
 * Scores the extractor on every evaluation set beside the checkout, prints one table and writes bench/quality.json.
 * Without the sets it says so and succeeds: they are not part of the project.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import Table from 'cli-table3';
import { scoreEntities } from './eval/entities.ts';
import { loadExtract } from './eval/extractor.ts';
import { scoreEvents } from './eval/gsr.ts';
import { EVALUATION_SETS, isPresent } from './eval/shared.ts';
import { scoreStatements } from './eval/statements.ts';

if (!isPresent()) {
  console.log(`skipped: there are no evaluation sets at ${EVALUATION_SETS}`);
} else {
  const extract = await loadExtract();
  const quality = {
    gold: scoreStatements(extract, 'bulletins.jsonl', 'gold.jsonl'),
    more: scoreStatements(extract, 'more-bulletins.jsonl', 'more.jsonl'),
    seed: scoreStatements(extract, 'bulletins.jsonl', 'gold.jsonl', 'seed'),
    events: scoreEvents(extract),
    entities: scoreEntities(extract),
  };
  printTable({ gold: quality.gold, more: quality.more, seed: quality.seed });
  printTable({ events: quality.events });
  printTable({ entities: quality.entities });
  mkdirSync(new URL('../bench/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../bench/quality.json', import.meta.url), `${JSON.stringify(quality, null, 2)}\n`);
}

/** One row a set, one column a measure. */
function printTable(sets: Record<string, object>): void {
  const [first = {}] = Object.values(sets);
  const table = new Table({ head: ['', ...Object.keys(first)], style: { head: [], border: [], compact: true } });
  for (const [set, scores] of Object.entries(sets)) table.push([set, ...Object.values(scores).map(String)]);
  console.log(table.toString());
}
