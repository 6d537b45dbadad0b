/**
 * PDF: one bulletin a file, its text in reading order, with words and lines that the page broke put together again.
 * A scan has no text and is refused with that reason.
 */
import { extractText, getDocumentProxy } from 'unpdf';
import { MAX_DOCUMENT_FILE } from './limits.ts';
import { type Draft, type Input, ReadError } from './reading.ts';

/** Joins lines that are broken by the page's width; a line that ends a sentence keeps its end. */
function rejoin(page: string): string {
  return page
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
    .replace(/(?<![.!?:"”’)])\n(?!\n)/gu, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

export async function* readPdf(input: Input): AsyncGenerator<Draft> {
  const bytes = await input.bytes(MAX_DOCUMENT_FILE);
  if (bytes.length === 0) throw new ReadError('is empty', 'Leave it out, or put the text of a bulletin into it.');
  let pages: readonly string[];
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    pages = (await extractText(document)).text;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new ReadError(
      locked ? 'is a PDF that needs a password' : 'is not a PDF that can be read',
      locked ? 'Save a copy of it without a password.' : 'Save it again as PDF, or as plain text.',
      null,
      { cause: error },
    );
  }
  const text = pages.map(rejoin).filter(Boolean).join('\n\n');
  if (text === '') {
    throw new ReadError('is a PDF without text, probably a scan', 'Run it through text recognition (OCR) first.');
  }
  yield { kind: 'draft', fields: {}, text, line: null };
}
