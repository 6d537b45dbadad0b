/** Where the evaluation sets lie, how they are read, and how their scorers are run. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of evaluation sets beside the checkout; absent on a user's machine. */
export const EVALUATION_SETS = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

/** News that nobody has annotated, a bulletin a line; absent like the sets. */
export const NEWS = join(EVALUATION_SETS, '..', 'bulletins', 'current-events.jsonl');

export function isPresent(): boolean {
  return existsSync(join(EVALUATION_SETS, 'score_statements.py'));
}

/** Reads a file of one JSON object a line, each checked against `schema`. */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

const scratch = mkdtempSync(join(tmpdir(), 'bulletin-graph-eval-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Writes one JSON object a line to a temporary file and returns its path. */
export function writeLines(name: string, rows: readonly unknown[]): string {
  const path = join(scratch, name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

/** Runs one of the scorers as it is and returns what it prints. */
export function score(script: string, ...args: readonly string[]): string {
  return execFileSync('python3', [join(EVALUATION_SETS, script), ...args], { encoding: 'utf8' });
}

export const InputBulletin = z.object({ id: z.string(), date: z.string().nullable().optional(), text: z.string() });
export type InputBulletin = z.infer<typeof InputBulletin>;
