/** What a page that opens costs: rows read and bytes sent follow what is shown, not what the store holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { SearchResults, Subgraph, Summary } from '../../viewer/contract.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { report } from '../support/claims.ts';
import { ask } from './client.ts';

const ENTITIES = 900;
const HUB = 'country:hub';

/** A store that tells how many rows were read. */
const counting = (store: GraphStore) => {
  const counts = { rows: 0, most: 0 };
  const counted: GraphStore = {
    url: store.url,
    kind: store.kind,
    async read(cypher, parameters, limits) {
      const table = await store.read(cypher, parameters, limits);
      counts.rows += table.rows.length;
      counts.most = Math.max(counts.most, table.rows.length);
      return table;
    },
    write: (work) => store.write(work),
    structure: () => store.structure(),
    createStructure: () => store.createStructure(),
    close: () => store.close(),
  };
  return { store: counted, counts };
};

describe(`a store of ${ENTITIES} entities`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-opening-test-'));
  let counted: ReturnType<typeof counting>;
  let server: RunningServer;
  beforeAll(async () => {
    counted = counting(await openStore(`file:${folder}`, { create: true }));
    const claims = Array.from({ length: ENTITIES - 1 }, (_, at) => ({
      subject: 'Hub',
      predicate: 'ACCUSED',
      object: `Person:Person ${at}`,
    }));
    await writeExtraction(counted.store, [report({ id: 'b', claims })], { now: '2025-01-01', extractor: 'test 1' });
    server = await startServer({ store: counted.store, port: 0, appDir: '/nowhere', report: () => {} });
  });
  afterAll(async () => {
    await server.close();
    await counted.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    counted.counts.rows = 0;
    counted.counts.most = 0;
  });

  it('opens with no more rows than the largest first page has entities', async () => {
    const summary = await ask(server.url, Summary, 'summary');
    const top = await ask(server.url, Subgraph, 'top', { limit: 60 });
    expect([summary.entities, top.nodes.length, top.edges.length]).toEqual([ENTITIES, 60, 59]);
    expect(counted.counts.most).toBeLessThanOrEqual(500);
  });

  it('sends no edge with the neighbours that an expansion asks for', async () => {
    const { nodes, edges, total } = await ask(server.url, Subgraph, 'neighbours', {
      id: HUB,
      edges: 'none',
      limit: 200,
    });
    expect([nodes.length, edges.length, total]).toEqual([201, 0, { nodes: ENTITIES - 1, edges: ENTITIES - 1 }]);
    // The entity itself, 200 neighbours and one more that tells of a next page, and the statements of those beyond the top.
    expect(counted.counts.most).toBeLessThanOrEqual(201);
  });

  it('makes the index of names when the cursor comes into the box, and finds with it', async () => {
    expect(await ask(server.url, SearchResults, 'search', { q: '' })).toEqual({ results: [], total: 0 });
    const { results } = await ask(server.url, SearchResults, 'search', { q: 'person 898' });
    expect(results[0]).toMatchObject({ name: 'Person 898', statements: 1 });
  });
});
