import { describe, expect, it } from 'vitest';
import { bulletinsOf, notesOf, readFileOf, rejectionsOf } from './reading.ts';

const one = {
  id: 'a',
  date: '2024-12-25',
  title: 'T',
  text: 'Wang met Iwaya.',
  source: 'S',
  url: 'https://example.org/a',
};

describe('JSON', () => {
  it.each([
    ['an object', one],
    ['an array', [one]],
    ['an object that holds an array', { bulletins: [one] }],
  ])('reads %s', async (_name, value) => {
    expect(bulletinsOf(await readFileOf('a.json', JSON.stringify(value, null, 2)))).toEqual([
      { id: 'a', publishedAt: '2024-12-25', title: 'T', text: one.text, source: 'S', url: one.url, language: 'en' },
    ]);
  });

  it('rejects what is not JSON', async () => {
    expect(rejectionsOf(await readFileOf('a.json', '{"text": '))).toMatchObject([
      { reason: expect.stringContaining('is not JSON') },
    ]);
  });

  it('rejects only those of an array that are no bulletins', async () => {
    const results = await readFileOf('a.json', JSON.stringify([one, { title: 'no text' }, 'x', { text: 'B.' }]));
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual([one.text, 'B.']);
    expect(rejectionsOf(results).map((result) => result.line)).toEqual([2, 3]);
  });

  it('replaces half surrogate pairs one for one, with a note', async () => {
    const results = await readFileOf('a.json', '{"text": "a\\ud800b 😀"}');
    expect(bulletinsOf(results)).toMatchObject([{ text: 'a\uFFFDb 😀' }]);
    expect(notesOf(results)).toHaveLength(1);
  });
});

describe('NDJSON', () => {
  it('loses no good line to a bad one, and names the bad ones', async () => {
    const lines = [
      JSON.stringify(one),
      '{broken',
      '',
      JSON.stringify({ id: 'b', text: 'B.' }),
      '[]',
      '{"id":"c","text":"  "}',
    ];
    const results = await readFileOf('a.ndjson', lines.join('\r\n'));
    expect(bulletinsOf(results).map((bulletin) => bulletin.id)).toEqual(['a', 'b']);
    expect(rejectionsOf(results).map((result) => result.line)).toEqual([2, 5, 6]);
  });

  it('skips a line over the limit and reads on', async () => {
    const lines = ['{"id":"a","text":"A."}', `{"text":"${'x'.repeat(9 * 1024 * 1024)}"}`, '{"id":"c","text":"C."}'];
    const results = await readFileOf('a.jsonl', lines.join('\n'));
    expect(bulletinsOf(results).map((bulletin) => bulletin.id)).toEqual(['a', 'c']);
    expect(rejectionsOf(results)).toMatchObject([{ line: 2, reason: expect.stringContaining('8 MB') }]);
  });

  it('reads UTF-16 with a byte order mark, and single lines of Windows-1252 with one note', async () => {
    const wide = Buffer.from('\uFEFF{"id":"a","text":"Orbán"}\n{"id":"b","text":"é"}', 'utf16le');
    expect(bulletinsOf(await readFileOf('a.ndjson', wide)).map((bulletin) => bulletin.text)).toEqual(['Orbán', 'é']);
    const mixed = Buffer.concat([
      Buffer.from('{"text":"é"}\n'),
      Buffer.from('{"text":"\xe9"}\n{"text":"\xe8"}', 'latin1'),
    ]);
    const results = await readFileOf('b.ndjson', mixed);
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual(['é', 'é', 'è']);
    expect(notesOf(results)).toMatchObject([{ line: 2 }]);
  });

  it('gives the same id for the same text, and another for another date', async () => {
    const lines = ['{"text":"A.","date":"2024"}', '{"text":"A.","date":"2024"}', '{"text":"A.","date":"2025"}'];
    const ids = bulletinsOf(await readFileOf('a.ndjson', lines.join('\n'))).map((bulletin) => bulletin.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe('CSV', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('reads rows with %s', async (_name, delimiter) => {
    const rows = [
      ['ID', 'Date', 'Text', 'extra'],
      ['a', '2024-12-25', '"Wang met ""Iwaya"".\r\nThey talked."', 'x'],
      ['b', '', 'B.', ''],
    ];
    const results = await readFileOf('a.csv', rows.map((row) => row.join(delimiter)).join('\r\n'));
    expect(bulletinsOf(results)).toMatchObject([
      { id: 'a', publishedAt: '2024-12-25', text: 'Wang met "Iwaya".\r\nThey talked.' },
      { id: 'b', publishedAt: null, text: 'B.' },
    ]);
  });

  it('loses no good row to a bad one', async () => {
    const results = await readFileOf('a.csv', 'id,text\na,A.\nb,B.,too,many\nc,\nd,D.\n');
    expect(bulletinsOf(results).map((bulletin) => bulletin.id)).toEqual(['a', 'd']);
    expect(rejectionsOf(results).map((result) => result.line)).toEqual([3, 4]);
  });

  it('says where a quotation mark is open', async () => {
    const results = await readFileOf('a.csv', 'id,text\na,A.\nb,"open\nc,C.\n');
    expect(bulletinsOf(results).map((bulletin) => bulletin.id)).toEqual(['a']);
    expect(rejectionsOf(results)).toMatchObject([{ reason: expect.stringMatching(/quot/i) }]);
  });

  it('rejects a file without a column for the text', async () => {
    expect(rejectionsOf(await readFileOf('a.csv', 'name,when\nx,2024\n'))).toMatchObject([
      { line: 1, reason: expect.stringContaining('name, when') },
    ]);
  });

  it('rejects an empty and a binary file', async () => {
    expect(rejectionsOf(await readFileOf('a.csv', ''))).toMatchObject([{ reason: 'is empty' }]);
    expect(rejectionsOf(await readFileOf('b.csv', Buffer.from([1, 0, 2])))).toHaveLength(1);
  });
});
