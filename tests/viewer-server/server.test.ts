import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GraphStore, StoreError, type StoreErrorCause } from '../../graph/store.ts';
import { SearchResults, Summary } from '../../viewer/contract.ts';
import { isAllowedHost } from '../../viewer/server/guard.ts';
import { ListenError } from '../../viewer/server/listen-error.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { openSmallStore, type SmallStore } from '../support/small-store.ts';
import { ask, raw, refusal } from './client.ts';

let small: SmallStore;
let server: RunningServer;
let folder: string;
const appDir = (): string => join(folder, 'app');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'viewer-server-'));
  await mkdir(join(appDir(), 'assets'), { recursive: true });
  await writeFile(join(appDir(), 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(appDir(), 'assets', 'main-4f3a9c21.js'), 'export {};');
  await writeFile(join(appDir(), 'assets', 'plain.css'), 'body {}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(appDir(), 'assets', 'link.txt'));
  small = await openSmallStore();
  server = await startServer({ store: small.store, port: 0, appDir: appDir() });
});

afterAll(async () => {
  await server.close();
  await small.close();
  await rm(folder, { recursive: true });
});

test('the page and its files have their types; hashed files are kept, others asked for again', async () => {
  const page = await raw(server.url, '/');
  expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>page</title>' });
  expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect((await raw(server.url, '/assets/main-4f3a9c21.js')).headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await raw(server.url, '/assets/plain.css')).headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'no-cache',
  });
});

test('every answer, failures included, carries the security headers and no permission for other sites', async () => {
  for (const path of ['/', '/api/summary', '/api/nothing', '/nothing.js']) {
    const { headers } = await raw(server.url, path, { origin: 'https://evil.example' });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  expect((await raw(server.url, '/api/summary')).headers['cache-control']).toBe('no-store');
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/link.txt',
  '/assets/',
  '/assets',
  '/nothing.js',
  '/%zz',
  '/%00',
  '//evil.example/',
])('%s is not there', async (path) => {
  const answer = await raw(server.url, path);
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('secret\n');
});

test('a page that is not built says what to run', async () => {
  const other = await startServer({ store: small.store, port: 0, appDir: join(folder, 'missing') });
  try {
    const response = await fetch(other.url);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  } finally {
    await other.close();
  }
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.0.1'])(
  'a request for the host %j is refused',
  async (host) => {
    const answer = await raw(server.url, '/api/summary', { host });
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain('bulletins');
  },
);

test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:8080', '[::1]', '[::1]:9'])(
  'a request for the host %s is answered',
  async (host) => {
    expect((await raw(server.url, '/api/summary', { host })).status).toBe(200);
  },
);

test('a server that was opened to others answers to its own name and addresses, not to names', () => {
  expect(isAllowedHost('192.168.0.7:4000', '0.0.0.0')).toBe(true);
  expect(isAllowedHost('[fe80::1]:4000', '::')).toBe(true);
  expect(isAllowedHost('graph.lan', 'graph.lan')).toBe(true);
  expect(isAllowedHost('evil.example', '0.0.0.0')).toBe(false);
  expect(isAllowedHost('192.168.0.7', 'localhost')).toBe(false);
  expect(isAllowedHost(undefined, '0.0.0.0')).toBe(false);
});

test('HEAD is answered without a body, and methods that could change something are not', async () => {
  expect(await raw(server.url, '/api/summary', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await raw(server.url, '/api/summary', {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
  }
});

test('a path of the interface that is not there is told as a failure', async () => {
  expect(await refusal(server.url, 'nothing')).toMatchObject({ status: 404, reason: 'no-such-path' });
});

test('a taken port is an error that names it and says what to do', async () => {
  const port = Number(new URL(server.url).port);
  const start = startServer({ store: small.store, port, appDir: appDir() });
  await expect(start).rejects.toThrow(ListenError);
  await expect(start).rejects.toMatchObject({ reason: 'port-taken', message: expect.stringContaining(`Port ${port}`) });
  await expect(start).rejects.toThrow('--port');
});

test.each([-1, 65_536, 1.5, Number.NaN])('port %s is refused', async (port) => {
  await expect(startServer({ store: small.store, port, appDir: appDir() })).rejects.toMatchObject({
    reason: 'bad-port',
  });
});

test('a host that is not of this machine is refused', async () => {
  await expect(startServer({ store: small.store, port: 0, host: '192.0.2.1', appDir: appDir() })).rejects.toMatchObject(
    { reason: 'bad-host', message: expect.stringContaining('192.0.2.1') },
  );
});

test('closing ends open connections and frees the port', async () => {
  const closing = await startServer({ store: small.store, port: 0, appDir: appDir() });
  const port = Number(new URL(closing.url).port);
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await closing.close();
  await ended;
  const again = await startServer({ store: small.store, port, appDir: appDir() });
  expect(again.url).toBe(closing.url);
  await again.close();
});

/** The small store, but every read fails with the error given: what routes do is real, what fails is not waited for. */
function failing(error: () => Error): GraphStore {
  return {
    url: 'bolt://down.example',
    kind: 'neo4j',
    read: async () => {
      throw error();
    },
    write: async () => {
      throw error();
    },
    structure: async () => {
      throw error();
    },
    createStructure: async () => {
      throw error();
    },
    close: async () => undefined,
  };
}

const STORE_FAILURES: readonly (readonly [StoreErrorCause, number])[] = [
  ['unreachable', 503],
  ['unauthorized', 503],
  ['locked', 503],
  ['memory', 503],
  ['timeout', 504],
  ['damaged', 500],
];

test.each(STORE_FAILURES)(
  'a store error of cause %s is told with status %i and the store’s own words',
  async (reason, status) => {
    const reported: unknown[] = [];
    const down = await startServer({
      store: failing(() => new StoreError(reason, 'bolt://down.example: words of the store')),
      port: 0,
      appDir: appDir(),
      report: (error) => reported.push(error),
    });
    try {
      for (const [path, query] of [
        ['summary', {}],
        ['top', {}],
        ['search', { q: 'x' }],
        ['entity', { id: 'x' }],
        ['neighbours', { id: 'x' }],
        ['evidence', { id: 'x' }],
        ['bulletin', { id: 'x' }],
      ] as const) {
        expect(await refusal(down.url, path, query)).toEqual({
          status,
          reason,
          message: 'bolt://down.example: words of the store',
        });
      }
      expect(reported.length).toBe(status === 500 ? 7 : 0);
    } finally {
      await down.close();
    }
  },
);

test('an error that nobody foresaw is reported to the owner and not shown to the page', async () => {
  const reported: unknown[] = [];
  const broken = await startServer({
    store: failing(() => new TypeError('private words')),
    port: 0,
    appDir: appDir(),
    report: (error) => reported.push(error),
  });
  try {
    const failure = await refusal(broken.url, 'summary');
    expect(failure).toMatchObject({ status: 500, reason: 'failed' });
    expect(failure.message).not.toContain('private');
    expect(reported).toEqual([new TypeError('private words')]);
  } finally {
    await broken.close();
  }
});

test('a store that is back answers the next request', async () => {
  let up = false;
  const flaky: GraphStore = {
    ...failing(() => new StoreError('unreachable', 'down')),
    read: (cypher, parameters, limits) =>
      up
        ? small.store.read(cypher, parameters, limits)
        : failing(() => new StoreError('unreachable', 'down')).read(cypher),
  };
  const running = await startServer({ store: flaky, port: 0, appDir: appDir() });
  try {
    expect(await refusal(running.url, 'summary')).toMatchObject({ status: 503 });
    expect(await refusal(running.url, 'search', { q: 'wang' })).toMatchObject({ status: 503 });
    up = true;
    expect((await ask(running.url, Summary, 'summary')).statements).toBe(20);
    expect((await ask(running.url, SearchResults, 'search', { q: 'wang' })).results[0]?.name).toBe('Wang Yi');
  } finally {
    await running.close();
  }
});
