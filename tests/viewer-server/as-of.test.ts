/** Any reading route over the graph as it was known on a date, from a real server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { BulletinPage, EdgesAnswer, EvidencePage, SearchResults, Subgraph, Summary } from '../../viewer/contract.ts';
import { QueryAnswer } from '../../viewer/query-contract.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { type Report, report } from '../support/claims.ts';
import { ask, refusal } from './client.ts';

const REPORTS: readonly Report[] = [
  {
    id: 'b1',
    publishedAt: '2024-11-20',
    claims: [{ subject: 'Person:Wang Yi', predicate: 'MET', object: 'Person:Takeshi Iwaya', date: '2024-11-19' }],
  },
  { id: 'b2', publishedAt: '2024-12', claims: [{ subject: 'China', predicate: 'ACCUSED', object: 'Japan' }] },
  {
    id: 'b3',
    publishedAt: '2025-02-01',
    claims: [{ subject: 'Person:Wang Yi', predicate: 'VISITED', object: 'Japan', date: '2025-01-30' }],
  },
];
const MET = `MATCH (s:Statement) RETURN s.predicate AS predicate ORDER BY predicate`;
const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the API as of a date', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-as-of-test-'));
  let store: GraphStore;
  let server: RunningServer;
  beforeAll(async () => {
    store = await openStore(`file:${folder}`, { create: true });
    await writeExtraction(store, REPORTS.map(report), { now: '2025-03-01', extractor: 'claims 1' });
    server = await startServer({ store, port: 0, appDir: '.' });
  });
  afterAll(async () => {
    await server?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['2024-11-19', 0],
    ['2024-11-20', 1],
    ['2024-12-15', 1],
    ['2024-12', 2],
    ['2024', 2],
    ['2025-02-01', 3],
  ])('%s knows %i bulletins', async (asOf, bulletins) => {
    expect(await ask(server.url, Summary, 'summary', { asOf })).toMatchObject({ bulletins });
  });

  it('answers every kind of question from what was known', async () => {
    const asOf = '2024-12-01';
    const { nodes, edges } = await ask(server.url, Subgraph, 'top', { asOf });
    expect(nodes.map(({ name }) => name).sort()).toEqual(['Takeshi Iwaya', 'Wang Yi']);
    expect(edges.map(({ predicate }) => predicate)).toEqual(['MET']);
    const { evidence } = await ask(server.url, EvidencePage, 'evidence', { id: 'person:wang-yi', asOf });
    expect(evidence).toHaveLength(1);
    expect((await ask(server.url, SearchResults, 'search', { q: 'China', asOf })).results).toEqual([]);
    expect((await ask(server.url, BulletinPage, 'bulletin', { id: 'b1', asOf })).evidence).toHaveLength(1);
    expect(await refusal(server.url, 'bulletin', { id: 'b3', asOf })).toMatchObject({ status: 404 });
  });

  it('runs any query on what was known', async () => {
    const rowsAsOf = async (asOf: string | null): Promise<unknown> => {
      const path = `${server.url}api/query${asOf === null ? '' : `?asOf=${asOf}`}`;
      const response = await fetch(path, posted({ cypher: MET }));
      return QueryAnswer.parse(await response.json()).rows;
    };
    expect(await rowsAsOf('2024-12-31')).toEqual([['ACCUSED'], ['MET']]);
    expect(await rowsAsOf(null)).toEqual([['ACCUSED'], ['MET'], ['VISITED']]);
    const body = { ids: ['country:china'], among: ['country:japan'] };
    const response = await fetch(`${server.url}api/edges?asOf=2024-11-30`, posted(body));
    expect(EdgesAnswer.parse(await response.json()).edges).toEqual([]);
  });

  it('follows the store: what is ingested later with an early date was known then', async () => {
    const late: Report = {
      id: 'b0',
      publishedAt: '2024-11-01',
      claims: [{ subject: 'Japan', predicate: 'CRITICIZED', object: 'China' }],
    };
    expect(await ask(server.url, Summary, 'summary', { asOf: '2024-11-25' })).toMatchObject({ bulletins: 1 });
    await writeExtraction(store, [report(late)], { now: '2025-03-02', extractor: 'claims 1' });
    await expect
      .poll(async () => (await ask(server.url, Summary, 'summary', { asOf: '2024-11-25' })).bulletins)
      .toBe(2);
  });

  it('serves many dates at once', async () => {
    const dates = ['2024-10', '2024-11-20', '2024-11-25', '2024-12', '2025', '2024-11-20'];
    const found = await Promise.all(dates.map((asOf) => ask(server.url, Summary, 'summary', { asOf })));
    expect(found.map(({ bulletins }) => bulletins)).toEqual([0, 2, 2, 3, 4, 2]);
  });

  it('refuses what is no date, and routes that have no past', async () => {
    expect(await refusal(server.url, 'summary', { asOf: 'yesterday' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('YYYY-MM-DD'),
    });
    expect(await refusal(server.url, 'nowhere', { asOf: '2024' })).toMatchObject({ status: 404 });
    expect(await refusal(server.url, 'openapi.json', { asOf: '2024' })).toMatchObject({ status: 404 });
    expect(await refusal(server.url, 'entity', { asOf: '2024', wrong: 1 })).toMatchObject({ status: 400 });
  });
});
