/** How far stated confidence and the share that is right agree, in bins of .1, and how well it tells right from wrong. */
import Table from 'cli-table3';
import type { Example } from './examples.ts';

export function printReliability(examples: readonly Example[]): void {
  const table = new Table({ head: ['confidence', 'statements', 'stated', 'right'], style: { head: [], border: [] } });
  const bins = new Map<string, Example[]>();
  for (const one of [...examples].sort((a, b) => a.confidence - b.confidence)) {
    const bin = Math.min(0.9, Math.floor(one.confidence * 10 + 1e-9) / 10).toFixed(1);
    bins.set(bin, [...(bins.get(bin) ?? []), one]);
  }
  for (const [bin, ones] of bins)
    table.push([
      bin,
      ones.length,
      mean(ones.map((one) => one.confidence)).toFixed(2),
      mean(ones.map(truth)).toFixed(2),
    ]);
  console.log(table.toString());
  const brier = mean(examples.map((one) => (one.confidence - truth(one)) ** 2));
  console.log(`Brier score ${brier.toFixed(3)}; area under the curve ${areaUnderCurve(examples).toFixed(2)}`);
}

const truth = (one: Example): number => (one.right ? 1 : 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The chance that a right statement is stated with more confidence than a wrong one; ties count half. */
function areaUnderCurve(examples: readonly Example[]): number {
  const right = examples.filter((one) => one.right);
  const wrong = examples.filter((one) => !one.right);
  let wins = 0;
  for (const a of right)
    for (const b of wrong) wins += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}
