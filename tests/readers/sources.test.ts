import { createServer, type RequestListener } from 'node:http';
import { mkdir, symlink } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { bulletinsOf, folderOf, notesOf, read, rejectionsOf } from './reading.ts';

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function served<T>(listener: RequestListener, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    if (typeof address !== 'object' || address === null) throw new Error('the test server has no port');
    return await use(`http://127.0.0.1:${address.port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Root may read everything; where the tests run as root, `work` runs as nobody. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('standard input', () => {
  it.each([
    ['NDJSON', ['{"id":"a","text":"A."}\n{"id', '":"b","text":"B."}\n'], ['A.', 'B.']],
    ['JSON', ['[{"text":', '"A."}]'], ['A.']],
    ['JSON over several lines', ['{\n"text": "A."\n}'], ['A.']],
    ['text', ['Wang met ', 'Iwaya.'], ['Wang met Iwaya.']],
    ['HTML', ['<!doctype html><html><body><p>Li met Kim.</p></body></html>'], ['Li met Kim.']],
    [
      'a feed',
      ['<?xml version="1.0"?><rss><channel><item><description>A.</description></item></channel></rss>'],
      ['A.'],
    ],
  ])('is told to be %s by its first characters', async (_name, texts, expected) => {
    const bulletins = bulletinsOf(await read('-', { stdin: pieces(...texts) }));
    expect(bulletins.map((bulletin) => bulletin.text)).toEqual(expected);
  });

  it('that is empty is rejected', async () => {
    expect(rejectionsOf(await read('-'))).toMatchObject([{ path: '-', reason: 'is empty' }]);
  });
});

describe('addresses', () => {
  it('are read by content type, and give the page its address', async () => {
    await served(
      (_request, response) =>
        response
          .setHeader('content-type', 'text/html; charset=windows-1251')
          .end(Buffer.from('<p>\xcf\xf3</p>', 'latin1')),
      async (address) => {
        expect(bulletinsOf(await read(address))).toMatchObject([{ text: 'Пу', url: address }]);
      },
    );
  });

  it('that answer with an error, hang, or never end are rejected with the reason', async () => {
    await served(
      (request, response) => {
        if (request.url === '/missing') response.writeHead(404).end();
        else if (request.url === '/endless') {
          response.setHeader('content-type', 'text/plain');
          const piece = Buffer.alloc(1 << 20, 'a');
          const more = (): void => {
            while (!response.destroyed && response.write(piece));
          };
          response.on('drain', more);
          more();
        }
      },
      async (address) => {
        expect(rejectionsOf(await read(`${address}/missing`))).toMatchObject([
          { reason: expect.stringContaining('404') },
        ]);
        expect(rejectionsOf(await read(`${address}/endless`))).toMatchObject([
          { reason: expect.stringContaining('MB') },
        ]);
        expect(rejectionsOf(await read(`${address}/hanging`, { downloadTimeoutMs: 50 }))).toMatchObject([
          { reason: expect.stringContaining('no complete answer') },
        ]);
      },
    );
  });

  it('where nobody listens are rejected', async () => {
    const address = await served(
      () => {},
      async (url) => url,
    );
    expect(rejectionsOf(await read(address))).toMatchObject([
      { path: address, reason: expect.stringContaining('cannot be fetched') },
    ]);
  });
});

describe('paths', () => {
  it('that do not exist are rejected, and the others read', async () => {
    const folder = await folderOf({ 'a.txt': 'A.' });
    const results = await read([join(folder, 'none'), join(folder, 'a.txt'), join(folder, 'a.txt', 'below')]);
    expect(bulletinsOf(results)).toHaveLength(1);
    expect(rejectionsOf(results).map((result) => result.reason)).toEqual([
      'does not exist',
      'lies below something that is not a folder',
    ]);
  });

  it('are read in the order of their names, folders within folders too', async () => {
    const folder = await folderOf({ 'b.txt': 'B.', 'a/c.txt': 'C.', 'a/a.txt': 'A.' });
    expect(bulletinsOf(await read(folder)).map((bulletin) => bulletin.text)).toEqual(['A.', 'C.', 'B.']);
  });

  it('that are links to nowhere or in a circle, or pipes, are rejected without waiting', async () => {
    const folder = await folderOf({ 'z.txt': 'Z.' });
    await symlink('nowhere', join(folder, 'a.txt'));
    await symlink('b.txt', join(folder, 'b.txt'));
    await mkdir(join(folder, 'sub'));
    await symlink('..', join(folder, 'sub', 'up'));
    spawnSync('mkfifo', [join(folder, 'c.txt')]);
    const results = await read(folder);
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual(['Z.']);
    expect(rejectionsOf(results).map((result) => result.reason)).toEqual([
      'does not exist',
      'is a link that leads in a circle',
      'is a pipe, socket or device, not a file',
    ]);
    expect(notesOf(results)).toMatchObject([{ message: expect.stringContaining('not followed') }]);
  });

  it('that may not be read are rejected, folders and files alike', async () => {
    const folder = await folderOf({ 'closed/a.txt': 'A.', 'b.txt': 'B.', 'c.txt': 'C.' });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'closed'), 0);
    await chmod(join(folder, 'c.txt'), 0);
    const results = await asOrdinaryUser(() => read(folder));
    await chmod(join(folder, 'closed'), 0o700);
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual(['B.']);
    expect(rejectionsOf(results).map(({ path, reason }) => [path.slice(folder.length + 1), reason])).toEqual([
      ['c.txt', 'may not be read by this user'],
      ['closed', 'may not be read by this user'],
    ]);
  });

  it('without an extension are told by their content, and other kinds rejected by name', async () => {
    const folder = await folderOf({ plain: 'A.', lines: '{"text":"B."}\n', 'c.xyz': 'C.' });
    const results = await read(folder);
    expect(bulletinsOf(results).map((bulletin) => bulletin.text)).toEqual(['B.', 'A.']);
    expect(rejectionsOf(results)).toMatchObject([{ reason: 'is of a kind that is not read (.xyz)' }]);
  });
});
