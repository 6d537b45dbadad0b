import { mkdir, symlink } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { Extraction } from '../../graph/model/extraction.ts';
import { folderOf, run } from './command.ts';

const TEXT = 'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing on Wednesday.';

function extractionsOf(stdout: string): Extraction[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Extraction.parse(JSON.parse(line)));
}

describe('extract', () => {
  it('prints one object a bulletin, in order, whose offsets give the words of the text', async () => {
    const texts = [
      'Russia 🙂 attacked Ukraine. Kyiv said so.',
      TEXT,
      'No one did anything.',
      `“Peace” — said\r\n${TEXT}`,
    ];
    const cwd = await folderOf({
      'a.ndjson': texts
        .map((text, index) => JSON.stringify({ id: String(index), text, date: '2024-12-25' }))
        .join('\n'),
    });
    const { code, stdout, stderr } = await run(['extract', 'a.ndjson', '--jobs', '2'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const extractions = extractionsOf(stdout);
    expect(extractions.map(({ id, date }) => [id, date])).toEqual(
      texts.map((_text, index) => [String(index), '2024-12-25']),
    );
    let spans = 0;
    for (const [index, { entities, statements, dates }] of extractions.entries()) {
      const all = [
        ...entities.flatMap(({ mentions }) => mentions),
        ...statements.flatMap(({ subject, object, saidBy, place, quote, sentence }) => [
          subject,
          object,
          saidBy,
          place,
          quote,
          sentence,
        ]),
        ...dates,
      ];
      for (const span of all) {
        if (span === null) continue;
        spans++;
        expect(texts[index]?.slice(span.start, span.end)).toBe(span.text);
      }
    }
    expect(spans).toBeGreaterThan(10);
    expect(extractions[1]?.statements.map(({ predicate }) => predicate)).toContain('MET');
  });

  it('gives the same output whatever the number of threads', async () => {
    const cwd = await folderOf({
      'a.ndjson': Array.from({ length: 40 }, (_, index) =>
        JSON.stringify({ id: `b${index}`, text: `${TEXT} ${index}` }),
      ).join('\n'),
    });
    const [one, three] = await Promise.all([
      run(['extract', 'a.ndjson', '-j', '1'], { cwd }),
      run(['extract', 'a.ndjson', '-j', '3'], { cwd }),
    ]);
    expect(one.code).toBe(0);
    expect(three.stdout).toBe(one.stdout);
  });

  it('reads standard input', async () => {
    const cwd = await folderOf();
    const { code, stdout } = await run(['extract', '-', '--date', '2024-12-25', '--format', 'jsonl'], {
      cwd,
      input: TEXT,
    });
    expect(code).toBe(0);
    expect(extractionsOf(stdout)).toMatchObject([{ date: '2024-12-25' }]);
  });
});

describe('bad input', () => {
  it.each([
    ['empty', '', 'is empty'],
    ['binary', Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]), 'is not text'],
    ['in an unknown encoding', Buffer.from([0x41, 0x81, 0x8d, 0x0a]), 'is neither UTF-8 nor Windows-1252'],
    ['50 MB long', Buffer.alloc(50 * 1024 * 1024, 'word '), 'is 50 MB, and one file of this kind may have 10 MB'],
  ])('a file that is %s is named with the reason, and the exit code is 3', async (_name, content, reason) => {
    const cwd = await folderOf({ 'bad.txt': content });
    const { code, stdout, stderr } = await run(['extract', 'bad.txt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(`rejected bad.txt ${reason}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a file in a legacy encoding is read, and what was assumed is said', async () => {
    const cwd = await folderOf({ 'a.txt': Buffer.from('Viktor Orb\xe1n met Robert Fico.', 'latin1') });
    const { code, stdout, stderr } = await run(['extract', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('Orbán');
    expect(stderr).toContain('note a.txt not UTF-8; read as Windows-1252');
  });

  it('a folder that cannot be entered, a link to nowhere and a missing file leave the good ones be', async () => {
    const cwd = await folderOf({ 'good.txt': TEXT, 'in/also.txt': TEXT });
    await symlink('nowhere.txt', join(cwd, 'in', 'broken.txt'));
    await symlink('loop', join(cwd, 'loop'));
    await mkdir(join(cwd, 'empty'));
    const { code, stdout, stderr } = await run(['extract', 'good.txt', 'loop', 'in', 'missing', 'empty'], { cwd });
    expect(code).toBe(3);
    expect(extractionsOf(stdout)).toHaveLength(2);
    expect(stderr).toContain('rejected loop is a link that leads in a circle');
    expect(stderr).toContain('rejected in/broken.txt does not exist');
    expect(stderr).toContain('rejected missing does not exist');
  });

  it('a file of 50 MB with a bulletin on each line is read in little memory', async () => {
    const cwd = await folderOf();
    const file = createWriteStream(join(cwd, 'big.ndjson'));
    const line = `${JSON.stringify({ id: 'x', text: ' ', padding: 'x'.repeat(100_000) })}\n`;
    for (let index = 0; index < 520; index++) file.write(line);
    file.end(`${JSON.stringify({ id: 'last', text: TEXT })}\n`);
    await finished(file);
    const { code, stdout, stderr } = await run(['extract', 'big.ndjson'], {
      cwd,
      env: { NODE_OPTIONS: '--max-old-space-size=96' },
    });
    expect(code).toBe(3);
    expect(extractionsOf(stdout)).toMatchObject([{ id: 'last' }]);
    expect(stderr).toContain('rejected big.ndjson:520 holds no text');
  });
});

describe('wrong use', () => {
  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['extract'], /missing required argument 'path'/],
    [['extract', 'a.txt', '--jobs', 'many'], /whole number from 1 to 64/],
    [['extract', 'a.txt', '--date', '31.12.2024'], /Write it as YYYY-MM-DD/],
    [['extract', 'a.txt', '--encoding', 'klingon'], /Give a label/],
    [['extract', 'a.txt', '--format', 'xml'], /Allowed choices are jsonl/],
    [['ingest', 'a.txt', '--store', 'mysql://x'], /mysql/],
    [['serve', '--port', '99999'], /whole number from 0 to 65535/],
    [['query'], /query --list/],
    [['query', 'no-such-query'], /No query is called "no-such-query"/],
    [['query', 'x.cypher'], /There is no file x\.cypher/],
    [['query', 'top-actors', '--param', 'limit'], /name=value/],
  ])('%j ends with code 2 and says what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await run(args, { cwd: await folderOf() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([['start'], ['ingest'], ['extract'], ['serve'], ['query'], ['status']])(
    '%s --help shows examples',
    async (name) => {
      const { code, stdout } = await run([name, '--help'], { cwd: await folderOf() });
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:\n  bulletin-graph');
    },
  );
});
