/** Word documents (.docx): one bulletin a file, its paragraphs as text. Archives made to fill the memory are refused. */
import mammoth from 'mammoth';
import { inMegabytes, MAX_DOCUMENT_FILE, MAX_UNPACKED } from './limits.ts';
import { type Draft, type Input, ReadError } from './reading.ts';

const CENTRAL_ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** Bytes that the archive says its parts unpack to. */
function unpackedSize(archive: Buffer): number {
  let total = 0;
  for (let at = archive.indexOf(CENTRAL_ENTRY); at >= 0; at = archive.indexOf(CENTRAL_ENTRY, at + 4)) {
    if (at + 28 <= archive.length) total += archive.readUInt32LE(at + 24);
  }
  return total;
}

export async function* readDocx(input: Input): AsyncGenerator<Draft> {
  const buffer = Buffer.from(await input.bytes(MAX_DOCUMENT_FILE));
  if (buffer.length === 0) throw new ReadError('is empty', 'Leave it out, or put the text of a bulletin into it.');
  if (unpackedSize(buffer) > MAX_UNPACKED) {
    throw new ReadError(`unpacks to more than ${inMegabytes(MAX_UNPACKED)}`, 'Save its text alone, without pictures.');
  }
  let text: string;
  try {
    text = (await mammoth.extractRawText({ buffer })).value;
  } catch (error) {
    throw new ReadError('is not a Word document that can be read', 'Save it again as .docx, or as plain text.', null, {
      cause: error,
    });
  }
  yield { kind: 'draft', fields: {}, text: text.trim(), line: null };
}
