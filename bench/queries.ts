/**
 * Time of every query of the library, and of the evidence of its rows, on a store of one's own:
 * `npm run bench:queries -- STORE [NAME...]`. The values of parameters are those below, for news of 2024 to 2026.
 */
import { openStore } from '../graph/open.ts';
import { StoreError } from '../graph/store.ts';
import { loadCatalog } from '../queries/catalog.ts';
import { evidenceOf } from '../queries/evidence.ts';
import { type QueryResult, runQuery } from '../queries/runner.ts';

const GIVEN: Readonly<Record<string, string | number>> = {
  actor: 'Russia',
  one: 'Russia',
  other: 'Ukraine',
  of: 'United States',
  speaker: 'country:USA',
  place: 'Gaza Strip',
  entity: 'Russia',
  predicate: 'ATTACKED',
  date: '2025-07',
  since: '2025-07',
};
const REPEATS = 3;
const ROWS_CITED = 20;
const CITED_PER_ROW = 5;

const [url, ...names] = process.argv.slice(2);
if (url === undefined) throw new Error('Give the store: npm run bench:queries -- file:DIR');
const store = await openStore(url);
process.stdout.write('| Query | Rows | p50 ms | Evidence of 20 rows, ms |\n| --- | ---: | ---: | ---: |\n');
try {
  for (const query of loadCatalog().values()) {
    if (names.length > 0 && !names.includes(query.name)) continue;
    const required = [...query.parameters].filter(([, { default: value }]) => value === undefined);
    const given = Object.fromEntries(required.map(([name]) => [name, GIVEN[name] ?? null]));
    const times: number[] = [];
    let result: QueryResult;
    try {
      result = await runQuery(store, query, given);
    } catch (error) {
      if (!(error instanceof StoreError) || error.reason !== 'timeout') throw error;
      process.stdout.write(`| ${query.name} | | over 30,000 | |\n`);
      continue;
    }
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const began = performance.now();
      result = await runQuery(store, query, given);
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const { table, parameters } = result;
    const first = { ...table, rows: table.rows.slice(0, ROWS_CITED) };
    let cited = 'none';
    if (query.evidence === undefined || !('none' in query.evidence)) {
      const began = performance.now();
      await evidenceOf(store, { query, parameters, table: first }, CITED_PER_ROW);
      cited = (performance.now() - began).toFixed(0);
    }
    const middle = times[Math.floor(REPEATS / 2)] ?? 0;
    process.stdout.write(`| ${query.name} | ${table.rows.length} | ${middle.toFixed(0)} | ${cited} |\n`);
  }
} finally {
  await store.close();
}
