import { expect, test } from 'vitest';
import { openSmallStore } from '../support/small-store.ts';
import { raw, refusal } from './client.ts';
import { smallServer } from './small-server.ts';

const server = smallServer(openSmallStore);

const WRONG = [
  ['top', { limit: 0 }, 'limit'],
  ['top', { limit: 501 }, 'limit'],
  ['top', { limit: 'many' }, 'limit'],
  ['top', { limit: 1.5 }, 'limit'],
  ['top', { lmit: 5 }, 'lmit'],
  ['search', {}, 'q'],
  ['search', { q: 'x'.repeat(201) }, 'q'],
  ['neighbours', {}, 'id'],
  ['neighbours', { id: 'country:JPN', predicate: 'MET]-() DETACH DELETE' }, 'predicate'],
  ['neighbours', { id: 'country:JPN', type: 'Planet' }, 'type'],
  ['neighbours', { id: 'country:JPN', after: 'not a cursor' }, 'after'],
  ['neighbours', { id: 'country:JPN', after: Buffer.from('["a","b"]').toString('base64url') }, 'after'],
  ['evidence', { id: 'country:JPN', predicate: 'LIKES' }, 'predicate'],
  ['evidence', { id: 'country:JPN', after: '' }, 'after'],
  ['entity', {}, 'id'],
  ['bulletin', {}, 'id'],
] as const;

test.each(WRONG)(
  '%s with a bad or missing $2 is a wrong request that names the parameter',
  async (path, query, name) => {
    const failure = await refusal(server.url, path, query);
    expect(failure).toMatchObject({ status: 400, reason: 'bad-parameter' });
    expect(failure.message).toContain(name);
  },
);

test('a parameter that comes twice is a wrong request', async () => {
  expect((await raw(server.url, '/api/entity?id=country:JPN&id=country:CHN')).status).toBe(400);
});

test.each([
  ['text/plain', '{"ids":[],"among":[]}', 415],
  ['application/json', '{"ids":[]', 400],
  ['application/json', '{"ids":["a"],"among":"b"}', 400],
  ['application/json', JSON.stringify({ ids: Array.from({ length: 501 }, String), among: [] }), 400],
  ['application/json', `"${'x'.repeat(1_000_001)}"`, 413],
])('%# a body of %s that is not what edges takes is refused', async (type, body, status) => {
  expect(
    await refusal(server.url, 'edges', {}, { method: 'POST', headers: { 'content-type': type }, body }),
  ).toMatchObject({
    status,
  });
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a quote', "'"],
  ['a double quote', '"'],
  ['an injection', "' OR 1=1 //"],
  ['a backtick', '`'],
  ['a backslash', '\\'],
  ['a parameter', '$id'],
  ['a NUL', '\u0000'],
  ['a direction mark', '\u202e'],
  ['an emoji', '💥'],
  ['a path', '../../etc/passwd'],
  ['5,000 characters', 'a'.repeat(5000)],
  ['a prototype', '__proto__'],
  ['braces', '{}'],
];

test.each(HOSTILE)('%s as id is just an id that nobody has', async (_, id) => {
  for (const path of ['entity', 'neighbours', 'evidence']) {
    expect(await refusal(server.url, path, { id })).toMatchObject({ status: 404, reason: 'no-such-entity' });
  }
  expect(await refusal(server.url, 'bulletin', { id })).toMatchObject({ status: 404, reason: 'no-such-bulletin' });
  expect(await refusal(server.url, 'evidence', { id: 'country:JPN', other: id })).toMatchObject({ status: 404 });
});

test('none of these requests is an error of the server', () => {
  expect(server.reported).toEqual([]);
});

test('a server that was started without what makes files says so', async () => {
  const body = JSON.stringify({ ids: ['country:JPN'] });
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  expect(await refusal(server.url, 'file', {}, sent)).toMatchObject({ status: 503, reason: 'no-file' });
});
