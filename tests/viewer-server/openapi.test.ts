/** The API's description against a validator that is not ours, against the server's routes, and against its answers. */
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pageFile } from '../../export/page-file.ts';
import { saveView } from '../../graph/views/saved-views.ts';
import { createApp } from '../../viewer/server/app.ts';
import { openApi } from '../../viewer/server/openapi.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { openSmallStore, type SmallStore } from '../support/small-store.ts';

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z
        .object({
          responses: z.object({ 200: z.object({ content: z.record(z.string(), z.json()) }) }).loose(),
          operationId: z.string(),
          parameters: z.array(z.object({ name: z.string() }).loose()).optional(),
        })
        .loose(),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.json())) }),
});

let small: SmallStore;
let server: RunningServer;
beforeAll(async () => {
  small = await openSmallStore();
  const saved = { id: 'vw-1', name: 'The talks', code: 'x', at: '2025-03-01T10:00:00.000Z' };
  await saveView(small.store, saved, { replace: false });
  server = await startServer({ store: small.store, port: 0, appDir: '.', pageFile });
});
afterAll(async () => {
  await server.close();
  await small.close();
});

test('docs/openapi.json is current; if not, run npm run docs:openapi', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
  expect(written).toEqual(openApi());
});

test('is served as it is', async () => {
  const response = await fetch(new URL('/api/openapi.json', server.url));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(openApi());
});

test('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(z.record(z.string(), z.unknown()).parse(openApi()));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
  expect(() => validator.resolveRefs()).not.toThrow();
});

test('has every route of the server and no other', () => {
  const app = createApp({
    store: small.store,
    host: '127.0.0.1',
    appDir: '.',
    clock: () => 0,
    now: () => new Date(0),
    version: '9.9.9',
    pageFile,
    judging: { readOnly: false, allowJudging: false },
    report: () => {},
  });
  const served = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.includes('*'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path}`);
  const described = Object.entries(Document.parse(openApi()).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(served.sort());
});

/** A request of every route that the description names, in an order in which each has an answer. */
const CHINA = encodeURIComponent('country:CHN');
const WANG = encodeURIComponent('person:wang-yi');
const REQUESTS: readonly (readonly [operation: string, search: string, body?: object])[] = [
  ['summary', ''],
  ['top', '?limit=5'],
  ['search', '?q=wang'],
  ['entity', `?id=${WANG}`],
  ['neighbours', `?id=${WANG}&limit=2`],
  ['edges', '', { ids: ['person:wang-yi'], among: ['country:CHN', 'country:USA'] }],
  ['evidence', `?id=${WANG}`],
  ['bulletin', '?id=b-talks'],
  ['nodes', '', { ids: ['person:wang-yi'] }],
  ['traits', '', { edges: [['person:wang-yi', 'ACCUSED', 'country:USA']] }],
  ['file', '', { ids: ['person:wang-yi', 'country:CHN'], view: null }],
  ['history', `?id=${WANG}`],
  ['mentions', `?id=${WANG}`],
  ['pair', `?id=${WANG}&other=${CHINA}`],
  ['path', `?from=${WANG}&to=${CHINA}`],
  ['curation', ''],
  ['review', ''],
  ['judge', '', { decision: { kind: 'rename', entity: 'person:wang-yi', name: 'Wang Yi' }, by: 'ada' }],
  ['undo', '', { by: 'ada' }],
  ['judgements', ''],
  ['views', ''],
  ['view', '?id=vw-1'],
  ['saveView', '', { name: 'Another', code: 'a_b-c' }],
  ['renameView', '', { id: 'vw-1', name: 'Talks in Beijing' }],
  ['deleteView', '', { id: 'vw-1' }],
  ['schema', ''],
  ['queries', ''],
  ['query', '', { cypher: 'MATCH (e:Entity) RETURN e.name AS name ORDER BY name LIMIT 3' }],
  ['freeze', '', { cypher: 'MATCH (s:Statement) RETURN s.id AS statement, s AS whole ORDER BY statement LIMIT 3' }],
  ['openapi', ''],
];

describe('answers of the server fit what the description says of their route', () => {
  const document = Document.parse(openApi());
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'https://example.org/api', ...document });

  const send = (operationId: string, search: string, body: object | undefined): Promise<Response> => {
    const path = operations.find((each) => each.operationId === operationId)?.path;
    if (path === undefined) throw new Error(`The description has no operation ${operationId}.`);
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return fetch(new URL(`${path}${search}`, server.url), body === undefined ? {} : json);
  };
  const validator = (operationId: string, response: '200' | 'default'): ValidateFunction => {
    const found = operations.find((each) => each.operationId === operationId);
    const pointer = ['paths', found?.path ?? '', found?.method ?? '', 'responses', response, 'content']
      .concat('application/json', 'schema')
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const validate = ajv.getSchema(`https://example.org/api#/${pointer}`);
    if (validate === undefined) throw new Error(`The description has no answer of ${operationId}.`);
    return validate;
  };
  const requests = REQUESTS.map(([operation, search, body]) => ({ operation, search, body }));

  test('every route is asked', () => {
    expect(REQUESTS.map(([operation]) => operation).sort()).toEqual(
      operations.map(({ operationId }) => operationId).sort(),
    );
  });

  test.each(requests)('$operation', async ({ operation, search, body }) => {
    const response = await send(operation, search, body);
    expect(response.status).toBe(200);
    const validate = validator(operation, '200');
    const fits = validate(await response.json());
    expect(validate.errors ?? []).toEqual([]);
    expect(fits).toBe(true);
  });

  test.each(requests)('$operation: failures too', async ({ operation, body }) => {
    const response = await send(operation, '?nonsense=1&asOf=yesterday', body);
    expect(response.status).toBe(400);
    const validate = validator(operation, 'default');
    expect(validate(await response.json())).toBe(true);
  });

  test.each(requests)(
    '$operation: answers as of a date only where it is said to',
    async ({ operation, search, body }) => {
      const described = operations.find(({ operationId }) => operationId === operation)?.parameters ?? [];
      const response = await send(operation, `${search}${search === '' ? '?' : '&'}asOf=2025-04`, body);
      expect(response.status).toBe(described.some(({ name }) => name === 'asOf') ? 200 : 404);
    },
  );

  test('a frozen result may also be a page', async () => {
    const response = await send('freeze', '', { cypher: 'RETURN 1 AS one', format: 'html' });
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const described = operations.find(({ operationId }) => operationId === 'freeze')?.responses[200].content;
    expect(Object.keys(described ?? {})).toEqual(['application/json', 'text/html']);
  });
});
