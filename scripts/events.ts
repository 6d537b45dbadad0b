/**
 * Prints how well bulletins of one happening and reprints are told (tests/events), and what goes wrong in the dev half with
 * what was read there. Of the held-out half it prints figures only.
 */
import process from 'node:process';
import Table from 'cli-table3';
import { measure, type Outcome } from '../tests/events/measure.ts';
import { HALVES } from '../tests/events/pairs.ts';

function printWrong({ pair, isSame, isReprint, statements }: Outcome): void {
  const wrong = [
    isSame === pair.same ? [] : [isSame ? 'joined' : 'missed'],
    isReprint === pair.reprint ? [] : ['reprint'],
  ];
  if (wrong.flat().length === 0) return;
  console.log(`\n${wrong.flat().join(', ')}: ${pair.id}`);
  for (const id of ['one', 'other'] as const) {
    console.log(`  ${pair[id].date} ${pair[id].text}`);
    for (const { bulletin, subject, predicate, object, polarity, status, date, event } of statements) {
      if (bulletin !== id) continue;
      console.log(`    ${subject} ${predicate} ${object} ${polarity} ${status} ${date ?? '-'} ${event ?? ''}`);
    }
  }
}

const table = new Table({
  head: ['half', 'pairs', 'event P', 'R', 'F1', 'reprint P', 'R', 'F1', 'missed because'],
  style: { head: [], border: [] },
});
for (const half of HALVES) {
  const { outcomes, same, reprint, misses } = await measure(half);
  if (half === 'dev' && !process.argv.includes('--figures')) outcomes.forEach(printWrong);
  table.push([
    half,
    outcomes.length,
    ...[same, reprint].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map((share) => share.toFixed(3))),
    [...misses].map(([cause, count]) => `${count} ${cause}`).join(', '),
  ]);
}
console.log(table.toString());
