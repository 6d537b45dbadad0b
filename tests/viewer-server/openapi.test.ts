/** The API's description against a validator that is not ours, against the server's routes, and against its answers. */
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../viewer/server/app.ts';
import { openApi } from '../../viewer/server/openapi.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { openSmallStore, type SmallStore } from '../support/small-store.ts';

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ responses: z.object({ 200: z.object({ content: z.json() }) }).loose(), operationId: z.string() }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.json())) }),
});

let small: SmallStore;
let server: RunningServer;
beforeAll(async () => {
  small = await openSmallStore();
  server = await startServer({ store: small.store, port: 0, appDir: '.' });
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

describe('answers of the server fit the schema that the description names', () => {
  const document = Document.parse(openApi());
  const ajv = new Ajv2020({ strict: false });
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema(schema, `#/components/schemas/${name}`);
  }
  const wang = encodeURIComponent('person:wang-yi');
  const china = encodeURIComponent('country:CHN');
  const asked: readonly (readonly [answer: string, path: string, body?: object])[] = [
    ['Summary', 'summary'],
    ['Subgraph', 'top'],
    ['SearchResults', 'search?q=wang'],
    ['EntityPage', `entity?id=${wang}`],
    ['Subgraph', `neighbours?id=${wang}&limit=2`],
    ['EdgesAnswer', 'edges', { ids: ['person:wang-yi'], among: ['country:CHN', 'country:USA'] }],
    ['EvidencePage', `evidence?id=${wang}`],
    ['BulletinPage', 'bulletin?id=b-talks'],
    ['NodesAnswer', 'nodes', { ids: ['person:wang-yi'] }],
    ['TraitsAnswer', 'traits', { edges: [['person:wang-yi', 'ACCUSED', 'country:USA']] }],
    ['EntityHistory', `history?id=${wang}`],
    ['MentionsPage', `mentions?id=${wang}`],
    ['PairHistory', `pair?id=${wang}&other=${china}`],
    ['CurationState', 'curation'],
    ['ReviewPage', 'review'],
    ['JudgedAnswer', 'judge', { decision: { kind: 'rename', entity: 'person:wang-yi', name: 'Wang Yi' }, by: 'ada' }],
    ['JudgedAnswer', 'undo', { by: 'ada' }],
    ['JudgementsPage', 'judgements'],
    ['GraphSchema', 'schema'],
    ['Library', 'queries'],
    ['QueryAnswer', 'query', { cypher: 'MATCH (e:Entity) RETURN e.name AS name ORDER BY name LIMIT 3' }],
  ];

  test.each(asked.map(([answer, path, body]) => ({ answer, path, body })))(
    '$answer: /api/$path',
    async ({ answer, path, body }) => {
      const response = await fetch(
        new URL(`/api/${path}`, server.url),
        body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      );
      expect(response.status).toBe(200);
      const validate = ajv.getSchema(`#/components/schemas/${answer}`);
      if (validate === undefined) throw new Error(`no schema ${answer}`);
      const fits = await validate(await response.json());
      expect(validate.errors ?? []).toEqual([]);
      expect(fits).toBe(true);
    },
  );

  test('and so do failures', async () => {
    const response = await fetch(new URL('/api/entity?id=nobody', server.url));
    expect(response.status).toBe(404);
    const validate = ajv.getSchema('#/components/schemas/Failure');
    expect(validate?.(await response.json())).toBe(true);
  });
});
