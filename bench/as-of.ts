/**
 * Cost of the graph as of a date: makes it from the first half and from all but the last of synthetic bulletins, and asks
 * it a query again. `npm run bench:as-of [-- BULLETINS [URL]]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PastGraphs } from '../graph/as-of/past-graphs.ts';
import { openStore } from '../graph/open.ts';
import { writeExtraction } from '../graph/write.ts';
import { report } from '../tests/support/claims.ts';
import { syntheticReports } from './synthetic.ts';

const TOTAL = Number(process.argv[2] ?? 5000);
const FIRST = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

const dayOf = (number: number): string => new Date(FIRST + Math.floor(number / 5) * DAY).toISOString().slice(0, 10);

const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-bench-'));
const password = process.env['NEO4J_PASSWORD'];
const store = await openStore(process.argv[3] ?? `file:${join(folder, 'store')}`, {
  create: true,
  ...(password === undefined ? {} : { password }),
});
const pasts = new PastGraphs(store, async () => 'unchanged');
try {
  const reports = syntheticReports();
  const inputs = Array.from({ length: TOTAL }, (_, number) =>
    report({ ...reports.next().value, publishedAt: dayOf(number) }),
  );
  await writeExtraction(store, inputs, { now: '2025-01-01', extractor: 'bench 1' });
  for (const date of [dayOf(TOTAL / 2 - 1), dayOf(TOTAL - 10), dayOf(TOTAL - 10), dayOf(TOTAL / 2 - 1)]) {
    const began = performance.now();
    const known = await pasts.use(date, async (past) => {
      await past.store.read('MATCH (e:Entity) RETURN e.name AS name, e.bulletins AS n ORDER BY n DESC, name LIMIT 10');
      return past.known.bulletins.length;
    });
    const took = (performance.now() - began) / 1000;
    process.stdout.write(`as of ${date}, ${known} bulletins: ${took.toFixed(2)} s\n`);
  }
} finally {
  await pasts.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
