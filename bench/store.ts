/**
 * Cost of writing as a store grows: ingests synthetic bulletins whose actors follow a long-tailed distribution (a few
 * are in most bulletins), and compares the last thousand with the first. `npm run bench:store [-- BULLETINS [URL]]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../graph/open.ts';
import { writeExtraction } from '../graph/write.ts';
import { report } from '../tests/support/claims.ts';
import { syntheticReports } from './synthetic.ts';

const TOTAL = Number(process.argv[2] ?? 20_000);
const STEP = 1000;
const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-bench-'));
const url = process.argv[3] ?? `file:${join(folder, 'store')}`;
const password = process.env['NEO4J_PASSWORD'];
const store = await openStore(url, { create: true, ...(password === undefined ? {} : { password }) });
const reports = syntheticReports();
const seconds: number[] = [];
try {
  for (let start = 0; start < TOTAL; start += STEP) {
    const inputs = Array.from({ length: STEP }, () => report(reports.next().value));
    const began = performance.now();
    await writeExtraction(store, inputs, { now: '2025-01-01', extractor: 'bench 1' });
    const took = (performance.now() - began) / 1000;
    seconds.push(took);
    process.stdout.write(`${start + STEP} bulletins: the last ${STEP} took ${took.toFixed(2)} s\n`);
  }
  const { rows } = await store.read(
    'MATCH (e:Entity) RETURN e.name AS name, e.bulletins AS bulletins ORDER BY bulletins DESC, name LIMIT 3',
  );
  process.stdout.write(`Most mentioned: ${JSON.stringify(rows)}\n`);
  const ratio = (seconds.at(-1) ?? 0) / (seconds[0] ?? 1);
  process.stdout.write(`Last thousand against first thousand: ${ratio.toFixed(2)}\n`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
