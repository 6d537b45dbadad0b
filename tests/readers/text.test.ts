import { writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../ingest/readers/front-matter.ts';
import { bulletinsOf, folderOf, notesOf, read, readFileOf, rejectionsOf } from './reading.ts';

describe('plain text', () => {
  it('keeps the text to the letter, line ends and outer white space included', async () => {
    const text = '  Wang met Iwaya.\r\n\r\n\tThey agreed – “at last”. \n';
    expect(bulletinsOf(await readFileOf('a.txt', text))).toMatchObject([
      { text, title: null, publishedAt: null, language: 'en' },
    ]);
  });

  it('takes date, source and title from front matter and leaves the body as it came', async () => {
    const results = await readFileOf(
      'a.txt',
      '---\ndate: 2024-12-25\nsource: A\ntitle: "T: u"\nlang: en-GB\n---\n\nBody. \n',
    );
    expect(bulletinsOf(results)).toMatchObject([
      { text: '\nBody. \n', publishedAt: '2024-12-25', source: 'A', title: 'T: u', language: 'en' },
    ]);
  });

  it('takes a rule at the top of a text for text', async () => {
    const text = '---\nBEIJING: The ministers met.\n---\nThey agreed.';
    expect(bulletinsOf(await readFileOf('a.txt', text))).toMatchObject([{ text }]);
  });

  it('rejects front matter that is no YAML, with its line', async () => {
    const [result] = await readFileOf('a.txt', '---\ndate: 2024-12-25\ntitle: "open\n---\nBody.');
    expect(result).toMatchObject({ kind: 'rejection', reason: expect.stringContaining('front matter') });
  });

  it.each(['2024-02-30', 'yesterday', '01/02/2024'])('rejects the date %s', async (date) => {
    const [result] = await readFileOf('a.txt', `---\ndate: ${date}\n---\nBody.`);
    expect(result).toMatchObject({
      kind: 'rejection',
      reason: expect.stringContaining(date),
      remedy: expect.stringContaining('YYYY-MM-DD'),
    });
  });

  it('splits a text into front matter and a body that is its end, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (body) => {
        expect(splitFrontMatter(`---\ndate: 2024\n---\n${body}`).body).toBe(body);
        const whole = splitFrontMatter(body).body;
        expect(body.endsWith(whole)).toBe(true);
      }),
    );
  });
});

describe('date and source of a file that names none', () => {
  it('come from a sidecar, then from the file name, then from the options', async () => {
    const folder = await folderOf({
      'a.txt': 'One.',
      'a.txt.meta.yaml': 'date: 2023-01-02\nsource: Sidecar\n',
      '2023-03-04-b.txt': 'Two.',
      'c.txt': 'Three.',
    });
    const bulletins = bulletinsOf(await read(folder, { date: '2020', source: 'Option' }));
    expect(bulletins.map((bulletin) => [bulletin.publishedAt, bulletin.source])).toEqual([
      ['2023-03-04', 'Option'],
      ['2023-01-02', 'Sidecar'],
      ['2020', 'Option'],
    ]);
  });
});

describe('encoding', () => {
  const text = 'Erdoğan met Orbán in Türkiye.';

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 with a byte order mark, the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('%s is read without a note', async (_name, bytes) => {
    const results = await readFileOf('a.txt', bytes);
    expect(bulletinsOf(results)).toMatchObject([{ text }]);
    expect(notesOf(results)).toEqual([]);
  });

  it('is taken for Windows-1252 where it is not UTF-8, and says so', async () => {
    const results = await readFileOf('a.txt', Buffer.from('Orb\xe1n \x93said\x94 so.', 'latin1'));
    expect(bulletinsOf(results)).toMatchObject([{ text: 'Orbán “said” so.' }]);
    expect(notesOf(results)).toMatchObject([{ message: expect.stringContaining('Windows-1252') }]);
  });

  it('is the one that the user names', async () => {
    const results = await readFileOf('a.txt', Buffer.from([0xcf, 0xf3, 0xf2, 0xe8, 0xed]), {
      encoding: 'windows-1251',
    });
    expect(bulletinsOf(results)).toMatchObject([{ text: 'Путин' }]);
  });

  it('Latin-1, declared or named, is Windows-1252, as on the web', async () => {
    const results = await readFileOf('a.txt', Buffer.from('\x93a\x94 \x80', 'latin1'), { encoding: 'latin1' });
    expect(bulletinsOf(results)).toMatchObject([{ text: '“a” €' }]);
  });

  it('that no byte table explains is rejected with a way out', async () => {
    const [result] = await readFileOf('a.txt', Buffer.from([0x41, 0x81, 0x8d, 0xff]));
    expect(result).toMatchObject({ kind: 'rejection', remedy: expect.stringContaining('--encoding') });
  });

  it('of an unknown name is rejected', async () => {
    const [result] = await readFileOf('a.txt', 'x', { encoding: 'klingon' });
    expect(result).toMatchObject({ kind: 'rejection', reason: expect.stringContaining('klingon') });
  });
});

describe('what is no bulletin', () => {
  it.each([
    ['an empty file', '', 'is empty'],
    ['white space', ' \n\n', 'holds no text'],
    ['front matter alone', '---\ndate: 2024\n---\n', 'holds no text'],
    ['zero bytes', Buffer.from([65, 66, 0, 67]), 'is not text'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'is a PNG image'],
    ['control characters', Buffer.alloc(100, 2), 'control characters'],
  ])('%s is rejected', async (_name, content, reason) => {
    const results = await readFileOf('a.txt', content);
    expect(results).toMatchObject([
      { kind: 'rejection', path: expect.stringContaining('a.txt'), reason: expect.stringContaining(reason) },
    ]);
  });

  it('a file over its limit is rejected by its size', async () => {
    const [result] = await readFileOf('a.txt', Buffer.alloc(11 * 1024 * 1024, 'a'));
    expect(result).toMatchObject({ kind: 'rejection', reason: expect.stringContaining('11 MB') });
  });

  it('a text over the limit of a bulletin is rejected by its length', async () => {
    const [result] = await readFileOf('a.txt', 'word '.repeat(200_001));
    expect(result).toMatchObject({ kind: 'rejection', reason: expect.stringContaining('1,000,005') });
  });

  it('does not keep the good files of its folder out', async () => {
    const folder = await folderOf({
      'a.txt': 'One.',
      'b.txt': Buffer.from([0, 1]),
      'c.png': 'x',
      'd.md': 'Two.',
      '.hidden': 'x',
    });
    const results = await read(folder);
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual(['One.', 'Two.']);
    expect(rejectionsOf(results).map((result) => result.path.slice(folder.length + 1))).toEqual(['b.txt', 'c.png']);
  });
});

describe('ids', () => {
  it('of a file stay when it is edited, and differ between files of the same text', async () => {
    const folder = await folderOf({ 'a.txt': 'One.', 'b.txt': 'One.' });
    const [first, second] = bulletinsOf(await read(folder));
    expect(first?.id).not.toBe(second?.id);
    await writeFile(`${folder}/a.txt`, 'Another.');
    const [edited] = bulletinsOf(await read(folder));
    expect(edited).toMatchObject({ id: first?.id, text: 'Another.' });
  });

  it('of the source are kept', async () => {
    expect(bulletinsOf(await readFileOf('a.txt', '---\nid: X-1\n---\nBody.'))).toMatchObject([{ id: 'X-1' }]);
  });
});
