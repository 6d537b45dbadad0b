/**
 * Prints a seeded sample of the news beside the checkout with the statements read from it, for judging them one by one
 * (`npm run audit -- SEED [SIZE]`). Bulletins that were judged before are not drawn, none is drawn twice, and RELATED_TO stands
 * apart, since it is not judged. Each statement ends in the columns that tests/gold/judged.tsv wants.
 */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import type { Extraction } from '../graph/model/extraction.ts';
import { drawn } from './eval/draw.ts';
import { loadExtract } from './eval/extractor.ts';
import { InputBulletin, NEWS, readLines } from './eval/shared.ts';

const JUDGED = new URL('../tests/gold/judged.tsv', import.meta.url);

const seed = Number(process.argv[2]);
const size = Number(process.argv[3] ?? 300);
if (!Number.isInteger(seed) || !Number.isInteger(size) || size < 1) {
  console.error('audit: give a whole number as seed and, if not 300, a size: npm run audit -- 41 300');
  process.exit(2);
}
if (!existsSync(NEWS)) {
  console.error(`audit: there is no ${NEWS}; the news lies beside the checkout or there is nothing to judge.`);
  process.exit(1);
}

const judged = new Set(
  readFileSync(JUDGED, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]),
);
const extract = await loadExtract();
const unread = readLines(NEWS, InputBulletin).filter(({ id }) => !judged.has(id));
let count = 0;
for (const bulletin of drawn(unread, size, seed)) {
  const { id, text } = bulletin;
  const extraction = extract(bulletin);
  console.log(`\n## ${id} ${text.replace(/\s+/g, ' ')}`);
  for (const row of rowsOf(id, extraction)) console.log(row);
}
console.error(`${size} bulletins, ${count} statements other than RELATED_TO`);

/** One line a statement, the judged ones numbered through the sample. */
function rowsOf(id: string, { entities, statements }: Extraction): string[] {
  const name = (entity: string | undefined): string => entities.find((one) => one.id === entity)?.name ?? '∅';
  return statements.map((statement) => {
    const { predicate, polarity, status, saidBy, title, date, lemma, rule, confidence } = statement;
    const isJudged = predicate !== 'RELATED_TO';
    if (isJudged) count += 1;
    const columns = [id, name(statement.subject.entity), predicate, name(statement.object?.entity)].join('\t');
    const circumstances = [
      polarity === 'affirmed' ? null : polarity,
      status === 'occurred' ? null : status,
      saidBy === null ? null : `by ${name(saidBy.entity)}`,
      title === null ? null : `title ${title}`,
      date,
      lemma,
      rule,
      confidence.toFixed(2),
    ].filter((part) => part !== null);
    return `${isJudged ? `${count}.` : '  (not judged)'}\t${columns}\t[${circumstances.join('; ')}]`;
  });
}
