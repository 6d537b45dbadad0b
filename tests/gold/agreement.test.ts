import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVALUATION_SETS, isPresent, score, writeLines } from '../../scripts/eval/shared.ts';
import { loadExtract } from '../../scripts/eval/extractor.ts';
import { GoldRecord, readLines } from './record.ts';
import { FIGURES, type Figure, scoreStatements } from './score.ts';

const Reference = z.object({
  bulletins: z.number(),
  core: z.number(),
  found: z.number(),
  wrong: z.number(),
  related_to: z.number(),
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  pair_recall: z.number(),
  polarity: z.number(),
  status: z.number(),
  date: z.number(),
  said: z.number(),
  type: z.number(),
});
const OURS: Readonly<Record<Figure, keyof z.infer<typeof Reference>>> = {
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  pairRecall: 'pair_recall',
  polarity: 'polarity',
  status: 'status',
  attribution: 'said',
  date: 'date',
  type: 'type',
};

function whyNot(): string | null {
  if (!isPresent()) return 'the evaluation sets are not beside the checkout';
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'the reference scorer needs python3, which is not installed';
  }
}

const reason = whyNot();
const skipped = reason === null ? '' : ` (skipped: ${reason})`;

describe(`the scorer beside the reference one${skipped}`, () => {
  it.skipIf(reason !== null).each([
    ['bulletins.jsonl', 'gold.jsonl'],
    ['more-bulletins.jsonl', 'more.jsonl'],
  ])('gives the same counts and figures over %s', async (inputs, gold) => {
    const folder = join(EVALUATION_SETS, 'gold-dev');
    const extract = await loadExtract();
    const bulletins = readLines(join(folder, inputs), z.object({ id: z.string(), date: z.string(), text: z.string() }));
    const extractions = bulletins.map(extract);
    const records = readLines(join(folder, gold), GoldRecord);
    const ours = scoreStatements(records, new Map(extractions.map((extraction) => [extraction.id, extraction])));

    const predicted = writeLines(`agreement-${gold}`, extractions);
    const theirs = Reference.parse(JSON.parse(score('score_statements.py', join(folder, gold), predicted, '--json')));
    expect({ ...ours, related_to: ours.relatedTo }).toMatchObject({
      bulletins: theirs.bulletins,
      core: theirs.core,
      found: theirs.found,
      wrong: theirs.wrong,
      related_to: theirs.related_to,
    });
    // The reference prints three decimals.
    const apart = FIGURES.filter((figure) => Math.abs((ours.figures[figure] ?? 0) - theirs[OURS[figure]]) > 0.00051);
    expect(apart).toEqual([]);
  });
});
