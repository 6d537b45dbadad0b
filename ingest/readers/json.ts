/** JSON: one bulletin, an array of them, or an object that holds such an array under a usual name. Read whole. */
import { decode } from './decode.ts';
import { inMegabytes, MAX_COLLECTION_FILE } from './limits.ts';
import { type Draft, type Input, type Note, ReadError, type Rejection } from './reading.ts';
import { draftOf } from './records.ts';

const COLLECTIONS: ReadonlySet<string> = new Set(['bulletins', 'articles', 'items', 'documents']);

function bulletinsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) {
    for (const [name, held] of Object.entries(value)) {
      if (COLLECTIONS.has(name) && Array.isArray(held)) return held;
    }
  }
  return [value];
}

export async function* readJson(input: Input): AsyncGenerator<Draft | Rejection | Note> {
  const [text, notes] = decode(input, await input.bytes(MAX_COLLECTION_FILE));
  yield* notes;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ReadError(
      `is not JSON: ${error instanceof Error ? error.message.slice(0, 160) : String(error)}`,
      `If it holds one object a line, name it .ndjson. Up to ${inMegabytes(MAX_COLLECTION_FILE)} of JSON is read.`,
      null,
      { cause: error },
    );
  }
  const held = bulletinsIn(value);
  if (held.length === 0) throw new ReadError('holds no bulletins', 'Put at least one into its array.');
  for (const [index, record] of held.entries()) {
    const draft = draftOf(input, index + 1, record);
    yield held.length === 1 && draft.kind === 'draft' ? { ...draft, line: null } : draft;
  }
}
