/** What this browser keeps for the console: the last queries that were run, and those that were saved under a name. */
import { z } from 'zod';

const Kept = z.object({
  /** Name of the library query that it came from, or null. */
  library: z.string().nullable(),
  cypher: z.string(),
  values: z.record(z.string(), z.string()),
});
export type Kept = z.infer<typeof Kept>;

const Ran = Kept.extend({ at: z.string(), rows: z.int().nullable() });
export type Ran = z.infer<typeof Ran>;
const Saved = Kept.extend({ name: z.string() });
export type Saved = z.infer<typeof Saved>;

const MOST_RUNS = 50;
const RUNS = 'bulletin-graph-query-history';
const SAVED = 'bulletin-graph-saved-queries';

export interface Shelf {
  runs(): readonly Ran[];
  saved(): readonly Saved[];
  keepRuns(runs: readonly Ran[]): void;
  /** False where this browser keeps nothing for the page, or has no room. */
  keepSaved(saved: readonly Saved[]): boolean;
}

/** What was kept by another version, or changed by hand, is left out, not half read. */
const parsed = <T>(schema: z.ZodType<T>, text: string | null): T[] => {
  if (text === null) return [];
  try {
    return z.array(schema).parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return [];
    throw error;
  }
};

/** The shelf over a browser's storage; a private window or a policy may forbid it, then nothing outlives the page. */
export const shelfOf = (storage: () => Storage): Shelf => {
  const read = (key: string): string | null => {
    try {
      return storage().getItem(key);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  };
  const write = (key: string, value: unknown): boolean => {
    try {
      storage().setItem(key, JSON.stringify(value));
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
  };
  return {
    runs: () => parsed(Ran, read(RUNS)),
    saved: () => parsed(Saved, read(SAVED)),
    keepRuns: (runs) => void write(RUNS, runs),
    keepSaved: (saved) => write(SAVED, saved),
  };
};

const same = (a: Kept, b: Kept): boolean =>
  a.cypher === b.cypher && JSON.stringify(a.values) === JSON.stringify(b.values);

/** The newest first; the same query again moves up. */
export const withRun = (runs: readonly Ran[], run: Ran): Ran[] =>
  [run, ...runs.filter((each) => !same(each, run))].slice(0, MOST_RUNS);

/** One query a name, in order of name. */
export const withSaved = (saved: readonly Saved[], query: Saved): Saved[] =>
  [...saved.filter(({ name }) => name !== query.name), query].toSorted((a, b) => (a.name < b.name ? -1 : 1));
