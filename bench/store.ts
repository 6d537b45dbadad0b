/**
 * Cost of writing as a store grows: ingests synthetic bulletins whose actors follow a long-tailed distribution (a few
 * are in most bulletins), and compares the last thousand with the first. `npm run bench:store [-- BULLETINS [URL]]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../graph/open.ts';
import { writeExtraction } from '../graph/write.ts';
import { type Claim, report } from '../tests/support/claims.ts';

const TOTAL = Number(process.argv[2] ?? 20_000);
const STEP = 1000;
const STATEMENTS = 6;
const PREDICATES = [
  'MET',
  'ACCUSED',
  'SANCTIONED',
  'SPOKE_WITH',
  'THREATENED',
  'COOPERATED_WITH',
  'PRAISED',
  'VISITED',
];
const PADDING = 'The talks were the first of their kind this year, officials on both sides said. '.repeat(12);

/** Linear congruential numbers in [0, 1), the same in every run. */
function* randomNumbers(): Generator<number, never> {
  for (let state = 20241225; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
const numbers = randomNumbers();
const random = (): number => numbers.next().value;
/** The k-th of `count` with probability falling as 1/k. */
const ranked = (count: number): number => Math.floor(count ** random()) - 1;

function actor(): string {
  return random() < 0.4 ? `Country ${ranked(190)}` : `Person:Person ${ranked(20_000)}`;
}

function claim(): Claim {
  const subject = actor();
  let object = actor();
  while (object === subject) object = actor();
  const day = 1 + Math.floor(random() * 28);
  const month = 1 + Math.floor(random() * 12);
  const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { subject, predicate: PREDICATES[ranked(PREDICATES.length)] ?? 'MET', object, date };
}

const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-bench-'));
const url = process.argv[3] ?? `file:${join(folder, 'store')}`;
const password = process.env['NEO4J_PASSWORD'];
const store = await openStore(url, { create: true, ...(password === undefined ? {} : { password }) });
const seconds: number[] = [];
try {
  for (let start = 0; start < TOTAL; start += STEP) {
    const inputs = Array.from({ length: STEP }, (_, index) =>
      report({
        id: `bench-${start + index}`,
        source: `Wire ${ranked(60)}`,
        claims: Array.from({ length: STATEMENTS }, claim),
        note: PADDING,
      }),
    );
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
