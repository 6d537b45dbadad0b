/** The page as one file: its graph answers as the server does over the same store, and hostile text cannot leave its place. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { selectionOf } from '../../export/selection.ts';
import { loadCatalog } from '../../queries/catalog.ts';
import { queryNamed, runQuery } from '../../queries/runner.ts';
import { answerFrom } from '../../viewer/embedded/answers.ts';
import { ELEMENT, HeldGraph } from '../../viewer/embedded/graph.ts';
import { Held } from '../../viewer/embedded/held.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { HOSTILE, type OpenGraph, openGraph, textOf } from './graph.ts';
import type { Exported } from '../../export/records.ts';

const built = existsSync(new URL('../../dist/embedded/index.html', import.meta.url));

async function heldIn(graph: Exported): Promise<HeldGraph> {
  const page = await textOf('html', graph, 'graph.html');
  const json = new RegExp(`<script type="application/json" id="${ELEMENT}">(.*?)</script>`, 's').exec(page)?.[1];
  return HeldGraph.parse(JSON.parse(json ?? ''));
}

// `npm test` builds first; a test run by hand may not have.
describe.skipIf(!built && !process.env['CI'])('HTML (skipped before `npm run build`)', () => {
  let graph: OpenGraph;
  let server: RunningServer;
  let held: Held;
  beforeAll(async () => {
    graph = await openGraph();
    server = await startServer({ store: graph.store, port: 0, appDir: '.' });
    held = new Held(await heldIn(graph));
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const asked: readonly (readonly [address: string, body?: object])[] = [
    ['api/summary'],
    ['api/top?limit=60'],
    ['api/top?limit=3'],
    ['api/search?q=wang&limit=10'],
    ['api/search?q=alvarez&limit=10'],
    ['api/search?q=jpaan&limit=10'],
    ['api/search?q=script&limit=1'],
    ['api/entity?id=country%3ACHN'],
    ['api/entity?id=person%3Aeve'],
    ['api/neighbours?id=country%3AJPN&limit=50'],
    ['api/neighbours?id=country%3AJPN&predicate=SANCTIONED&limit=50'],
    ['api/neighbours?id=country%3ACHN&type=Person&limit=50'],
    ['api/evidence?id=country%3AJPN&limit=50'],
    ['api/evidence?id=country%3ACHN&other=country%3AJPN&limit=50'],
    ['api/evidence?id=person%3Awang-yi&predicate=MET&limit=50'],
    ['api/bulletin?id=b-talks'],
    [`api/bulletin?id=${encodeURIComponent('b "hostile" <&>, é\n')}`],
    ['api/history?id=country%3ACHN'],
    ['api/history?id=person%3Atakeshi-iwaya'],
    ['api/mentions?id=person%3Awang-yi&limit=20'],
    ['api/pair?id=country%3ACHN&other=country%3AJPN'],
    ['api/path?from=country%3ACHN&to=country%3AJPN'],
    ['api/path?from=person%3Awang-yi&to=country%3AJPN'],
    ['api/pair?id=person%3Atakeshi-iwaya&other=person%3Awang-yi'],
    [
      'api/edges',
      { ids: ['person:wang-yi', 'country:CHN'], among: ['country:JPN', 'country:USA', 'person:takeshi-iwaya'] },
    ],
    ['api/nodes', { ids: ['country:USA', 'nobody', 'person:eve'] }],
    [
      'api/traits',
      {
        edges: [
          ['country:CHN', 'SANCTIONED', 'country:JPN'],
          ['person:takeshi-iwaya', 'MET', 'person:wang-yi'],
        ],
      },
    ],
  ];

  test.each(asked.map(([address, body]) => ({ address, body })))(
    'answers $address as the server does',
    async ({ address, body }) => {
      const json = body === undefined ? null : JSON.stringify(body);
      const response = await fetch(
        new URL(`/${address}`, server.url),
        json === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: json },
      );
      expect(response.status).toBe(200);
      const answer = z.record(z.string(), z.json()).parse(await response.json());
      // A file does not tell which store it was made from.
      const expected = 'store' in answer ? { ...answer, store: 'a saved file' } : answer;
      expect(await answerFrom(held, address, json)).toEqual({ status: 200, body: expected });
    },
  );

  test('pages through neighbours and evidence as the server does', async () => {
    for (const [path, field] of [
      ['api/neighbours?id=country%3AJPN&limit=2', 'nodes'],
      ['api/evidence?id=country%3AJPN&limit=2', 'evidence'],
      ['api/mentions?id=country%3AJPN&limit=2', 'bulletins'],
    ] as const) {
      const walk = async (ask: (address: string) => Promise<object>): Promise<unknown[]> => {
        const pages: unknown[] = [];
        let after: string | null = null;
        do {
          const next: string = after === null ? path : `${path}&after=${after}`;
          const page: Record<string, unknown> = { ...(await ask(next)) };
          pages.push(page[field]);
          after = z.string().nullable().parse(page['next']);
        } while (after !== null);
        return pages;
      };
      const ours = await walk(async (address) => (await answerFrom(held, address, null)).body);
      const theirs = await walk(async (address) => {
        const response = await fetch(new URL(`/${address}`, server.url));
        return z.record(z.string(), z.json()).parse(await response.json());
      });
      expect(ours.length).toBeGreaterThan(1);
      expect(ours).toEqual(theirs);
    }
  });

  test('what it does not hold is refused in words, as the server refuses', async () => {
    expect(await answerFrom(held, 'api/entity?id=nobody', null)).toMatchObject({
      status: 404,
      body: { error: { reason: 'no-such-entity', message: expect.stringContaining('nobody') } },
    });
    expect(await answerFrom(held, 'api/query', '{"cypher":"RETURN 1"}')).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('bulletin-graph serve') } },
    });
  });

  test('no text of a bulletin can end the element that it is in', async () => {
    const page = await textOf('html', graph, 'graph.html');
    expect(held.graph.entities.find(({ id }) => id === 'person:eve')?.name).toBe(HOSTILE);
    // Compared as numbers: a failure would print the page.
    const json = page.split(`id="${ELEMENT}">`)[1]?.split('</script>')[0] ?? '';
    expect(json.split('<').length - 1).toBe(0);
    expect(page.split(/<script[ >]/).length - 1).toBe(2);
    expect([...page.matchAll(/<(?:link|img|script|iframe)[^>]*(?:src|href)="/g)].map(([tag]) => tag)).toEqual([]);
  });

  test('a part counts what it holds', async () => {
    const result = await runQuery(graph.store, queryNamed(loadCatalog(), 'accusations-and-denials'), {});
    const part = await heldIn({ store: graph.store, selection: await selectionOf(graph.store, result) });
    for (const edge of part.edges) {
      expect(part.statements.filter((each) => each.edge === edge.id)).toHaveLength(edge.statements);
    }
    expect(part.statements.length).toBeGreaterThan(0);
    expect(part.statements.length).toBeLessThan(held.graph.statements.length);
  });
});
