/** NDJSON (JSON Lines): one bulletin a line, streamed, so that a file may be of any size. A bad line loses only itself. */
import { readLines } from './lines.ts';
import { type Draft, type Input, type Note, type Rejection, rejection } from './reading.ts';
import { draftOf } from './records.ts';

export async function* readNdjson(input: Input): AsyncGenerator<Draft | Rejection | Note> {
  for await (const line of readLines(input)) {
    if (line.kind !== 'line') {
      yield line;
      continue;
    }
    if (line.text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line.text);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      yield rejection(input, line.number, `is not JSON: ${detail.slice(0, 160)}`, 'Put one JSON object on each line.');
      continue;
    }
    yield draftOf(input, line.number, value);
  }
}
