/**
 * Prints the figures over both files of tests/gold and of its two of dates, and what is missed and wrong in dev.jsonl. Of held-out.jsonl it prints
 * figures only. With --raise it raises the floors to the present figures; it never lowers one.
 */
import process from 'node:process';
import Table from 'cli-table3';
import { loadModel } from '../ingest/nlp/index.ts';
import { DATE_FIGURES, DATE_FILES, readDateFile, scoreDates } from '../tests/gold/dates.ts';
import { raised, readFloors, writeFloors } from '../tests/gold/floors.ts';
import { GOLD_FILES } from '../tests/gold/record.ts';
import { scoreFile } from '../tests/gold/run.ts';
import { FIGURES } from '../tests/gold/score.ts';

const dev = await scoreFile('dev');
const raising = process.argv.includes('--raise');
if (!raising) {
  for (const { bulletin, gold } of dev.misses) {
    console.log(['missed', bulletin, gold.s, gold.p, gold.o ?? '-', gold.cue].join('\t'));
  }
  for (const { bulletin, predicted } of dev.wrongs) {
    const { subject, predicate, object, quote } = predicted;
    console.log(['wrong', bulletin, subject.text, predicate, object?.text ?? '-', quote.text].join('\t'));
  }
}

let floors = readFloors();
const table = new Table({ head: ['file', 'core', 'found', 'wrong', ...FIGURES], style: { head: [], border: [] } });
for (const file of GOLD_FILES) {
  const { core, found, wrong, figures } = await scoreFile(file);
  table.push([file, core, found, wrong, ...FIGURES.map((figure) => figures[figure]?.toFixed(3) ?? '-')]);
  floors = { ...floors, [file]: raised(floors[file], figures) };
}
console.log(table.toString());

const model = await loadModel();
const dates = new Table({ head: ['file', 'marked', 'found', ...DATE_FIGURES], style: { head: [], border: [] } });
for (const file of DATE_FILES) {
  const { marked, found, figures } = scoreDates(readDateFile(file), (text) => model.parse(text));
  dates.push([file, marked, found, ...DATE_FIGURES.map((figure) => figures[figure].toFixed(3))]);
}
console.log(dates.toString());
if (raising) {
  writeFloors(floors);
  console.log('Floors are in tests/gold/floors.json.');
}
