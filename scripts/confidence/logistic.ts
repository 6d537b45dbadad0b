/** Logistic regression with a penalty on large weights, by gradient descent with a fixed number of steps. Deterministic. */
import type { Example } from './examples.ts';

type Model = ReadonlyMap<string, number>;

/** Penalties that are tried; the one under which examples that were left out are least surprising is taken. */
const PENALTIES = [0.3, 1, 3, 10];
const FOLDS = 5;
const STEPS = 600;
/** Weights of these are not penalized: they say how many are right at all. */
const FREE = new Set(['bias', 'seen']);

/** Weights by feature, the penalty chosen by leaving out each fifth of the examples in turn. */
export function fitted(examples: readonly Example[]): Model {
  const scored = PENALTIES.map((penalty) => ({ penalty, loss: lossLeftOut(examples, penalty) }));
  const best = scored.reduce((a, b) => (b.loss < a.loss ? b : a));
  return fit(examples, best.penalty);
}

function lossLeftOut(examples: readonly Example[], penalty: number): number {
  let loss = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(
      examples.filter((_, at) => at % FOLDS !== fold),
      penalty,
    );
    for (let at = fold; at < examples.length; at += FOLDS) {
      const example = examples[at];
      if (example === undefined) continue;
      const probability = probabilityOf(example, model);
      loss -= Math.log(Math.max(1e-9, example.right ? probability : 1 - probability));
    }
  }
  return loss;
}

function fit(examples: readonly Example[], penalty: number): Map<string, number> {
  const weights = new Map<string, number>();
  const rate = 2 / Math.max(1, examples.length);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Map<string, number>();
    for (const example of examples) {
      const error = probabilityOf(example, weights) - (example.right ? 1 : 0);
      for (const [name, value] of example.features) gradient.set(name, (gradient.get(name) ?? 0) + error * value);
    }
    for (const [name, slope] of gradient) {
      const old = weights.get(name) ?? 0;
      weights.set(name, old - rate * (slope + (FREE.has(name) ? 0 : penalty * old)));
    }
  }
  return new Map([...weights].map(([name, weight]) => [name, Math.round(weight * 1000) / 1000]));
}

function probabilityOf({ features }: Example, weights: Model): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
