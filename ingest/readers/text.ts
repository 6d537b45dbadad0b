/** Plain text: one bulletin a file, its text kept to the letter, with or without front matter. */
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { MAX_TEXT_FILE } from './limits.ts';
import type { Draft, Input, Note } from './reading.ts';

export async function* readText(input: Input): AsyncGenerator<Draft | Note> {
  const [text, notes] = decode(input, await input.bytes(MAX_TEXT_FILE));
  yield* notes;
  const { fields, body } = splitFrontMatter(text);
  yield { kind: 'draft', fields, text: body, line: null };
}
