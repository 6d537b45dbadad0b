import { zipSync } from './zip.ts';
import { describe, expect, it } from 'vitest';
import { bulletinsOf, readFileOf, rejectionsOf } from './reading.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function docx(paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A one-page PDF that shows `lines`, one below the other. */
function pdf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -14 Td`).join(' ');
  const content = `BT /F1 12 Tf 72 720 Td ${shown} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}

describe('DOCX', () => {
  it('gives its paragraphs, and the date of its name', async () => {
    expect(bulletinsOf(await readFileOf('2024-05-06 talks.docx', docx(['Li met Kim.', 'They left.'])))).toMatchObject([
      { text: 'Li met Kim.\n\nThey left.', publishedAt: '2024-05-06' },
    ]);
  });

  it('is rejected where it is none', async () => {
    expect(rejectionsOf(await readFileOf('a.docx', 'text'))).toMatchObject([
      { reason: expect.stringContaining('Word') },
    ]);
    expect(rejectionsOf(await readFileOf('a.docx', ''))).toMatchObject([{ reason: 'is empty' }]);
  });

  it('is rejected where its parts say that they would fill the memory', async () => {
    const archive = docx(['x']);
    archive.writeUInt32LE(4_000_000_000, archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(rejectionsOf(await readFileOf('a.docx', archive))).toMatchObject([
      { reason: expect.stringContaining('128 MB') },
    ]);
  });
});

describe('PDF', () => {
  it('gives its text with the lines of the page joined', async () => {
    const lines = ['Foreign Minister Wang Yi met his Japanese coun-', 'terpart in the', 'capital.', 'They agreed.'];
    expect(bulletinsOf(await readFileOf('a.pdf', pdf(lines)))).toMatchObject([
      { text: 'Foreign Minister Wang Yi met his Japanese counterpart in the capital.\nThey agreed.' },
    ]);
  });

  it('is rejected where it has no text or is none', async () => {
    expect(rejectionsOf(await readFileOf('a.pdf', pdf([])))).toMatchObject([
      { reason: expect.stringContaining('scan') },
    ]);
    expect(rejectionsOf(await readFileOf('a.pdf', 'text'))).toMatchObject([
      { reason: expect.stringContaining('not a PDF') },
    ]);
  });
});
