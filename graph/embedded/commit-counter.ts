/**
 * The number of commits, kept beside the database. The database keeps the same number inside; where the inner one is
 * smaller, commits that were acknowledged are gone (a write-ahead log that was cut, deleted or replaced).
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const COUNTER_FILE = 'commits.json';
const Counter = z.object({ commits: z.int().min(0) });

/** The outer count, or null where no file is (a new store, or one whose owner accepted its state by deleting it). */
export function readCommitCount(directory: string): number | null {
  const path = join(directory, COUNTER_FILE);
  if (!existsSync(path)) return null;
  return Counter.parse(JSON.parse(readFileSync(path, 'utf8'))).commits;
}

/** Replaces the outer count; whole or not at all. */
export function writeCommitCount(directory: string, commits: number): void {
  const path = join(directory, COUNTER_FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify({ commits })}\n`);
  renameSync(`${path}.new`, path);
}
