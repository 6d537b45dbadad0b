/** Statements against the annotated bulletins. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Extract } from './extractor.ts';
import { EVALUATION_SETS, InputBulletin, readLines, score, writeLines } from './shared.ts';

const Scores = z.object({
  bulletins: z.number(),
  core: z.number(),
  found: z.number(),
  wrong: z.number(),
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  pair_recall: z.number(),
  related_to: z.number(),
  polarity: z.number().nullable(),
  status: z.number().nullable(),
  date: z.number().nullable(),
  said: z.number().nullable(),
  type: z.number().nullable(),
});
export type StatementScores = z.infer<typeof Scores>;

/** Scores one of the gold files; `only` restricts it to one bulletin. `keep` receives the path of what was extracted. */
export function scoreStatements(extract: Extract, inputs: string, gold: string, only?: string): StatementScores {
  const folder = join(EVALUATION_SETS, 'gold-dev');
  const chosen = (row: { id: string }): boolean => only === undefined || row.id === only;
  const bulletins = readLines(join(folder, inputs), InputBulletin).filter(chosen);
  const records = readLines(join(folder, gold), z.looseObject({ id: z.string() })).filter(chosen);
  const predicted = writeLines(`${only ?? gold}.predicted.jsonl`, bulletins.map(extract));
  return Scores.parse(
    JSON.parse(score('score_statements.py', writeLines(`${only ?? gold}.jsonl`, records), predicted, '--json')),
  );
}
