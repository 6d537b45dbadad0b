/**
 * Markdown: one bulletin a file, with or without front matter. Its text is what a reader of the rendered page sees:
 * paragraphs without marks, links as their words. A first heading is the title where nothing else gives one.
 */
import { marked } from 'marked';
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { htmlToText } from './html-text.ts';
import { MAX_TEXT_FILE } from './limits.ts';
import type { Draft, Input, Note } from './reading.ts';

export async function* readMarkdown(input: Input): AsyncGenerator<Draft | Note> {
  const [text, notes] = decode(input, await input.bytes(MAX_TEXT_FILE));
  yield* notes;
  const { fields, body } = splitFrontMatter(text);
  const html = await marked.parse(body, { gfm: true });
  const heading = /^\s*<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html);
  const title = heading?.[1] === undefined ? '' : htmlToText(heading[1]);
  const rest = heading && title !== '' ? html.slice(heading[0].length) : html;
  yield { kind: 'draft', fields: title === '' ? fields : { title, ...fields }, text: htmlToText(rest), line: null };
}
