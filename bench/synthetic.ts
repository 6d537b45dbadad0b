/**
 * Synthetic bulletins for measuring the graph: actors follow a long-tailed distribution (a few are in most bulletins), words
 * and dates come from fixed random numbers, so that every run has the same.
 */
import type { Claim, Report } from '../tests/support/claims.ts';

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

/** The bulletins of one run, in order; each is another one. */
export function* syntheticReports(): Generator<Report, never> {
  for (let number = 0; ; number++) {
    yield {
      id: `bench-${number}`,
      source: `Wire ${ranked(60)}`,
      publishedAt: '2024-12-25',
      claims: Array.from({ length: STATEMENTS }, claim),
      note: PADDING,
    };
  }
}
