import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deleteBulletin } from '../../graph/write.ts';
import { SearchResults, Summary } from '../../viewer/contract.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { type Reading, reading } from '../support/reading.ts';

import { openSmallStore, type SmallStore, writeReadings } from '../support/small-store.ts';
import { ask, refusal } from './client.ts';

let small: SmallStore;
let server: RunningServer;

beforeAll(async () => {
  small = await openSmallStore();
  server = await startServer({ store: small.store, port: 0, appDir: '/nowhere' });
});

afterAll(async () => {
  await server.close();
  await small.close();
});

const ANOTHER_VISIT: Reading = reading(
  'b-another',
  'Harbor Wire',
  '2025-03-05',
  'Another visit',
  'José Álvarez visited Beijing. José Álvarez received a guest from Geneva: the Geneva Circle.',
  [
    {
      sentence: 'José Álvarez visited Beijing.',
      predicate: 'VISITED',
      subject: ['person:jose-alvarez', 'José Álvarez'],
      object: ['place:beijing', 'Beijing'],
      lemma: 'visit',
      quote: 'José Álvarez visited Beijing',
      date: '2025-03-05',
    },
    {
      sentence: 'José Álvarez received a guest from Geneva: the Geneva Circle.',
      predicate: 'HOSTED',
      subject: ['person:jose-alvarez', 'José Álvarez'],
      object: ['group:geneva-circle', 'the Geneva Circle'],
      lemma: 'receive',
      quote: 'José Álvarez received a guest from Geneva: the Geneva Circle',
      date: '2025-03-05',
    },
  ],
);

test('a bulletin that comes while the server runs is found and counted, and gone when it is deleted', async () => {
  expect(await ask(server.url, SearchResults, 'search', { q: 'geneva' })).toEqual({ results: [], total: 0 });

  await writeReadings(small.store, [ANOTHER_VISIT]);
  await vi.waitFor(
    async () => {
      const { results } = await ask(server.url, SearchResults, 'search', { q: 'geneva' });
      expect(results).toMatchObject([{ name: 'Geneva Circle', statements: 1 }]);
      expect(await ask(server.url, Summary, 'summary')).toMatchObject({ bulletins: 8, statements: 22 });
    },
    { timeout: 20_000, interval: 100 },
  );

  await deleteBulletin(small.store, 'b-another');
  await vi.waitFor(
    async () => {
      expect((await ask(server.url, SearchResults, 'search', { q: 'geneva' })).total).toBe(0);
      expect(await ask(server.url, Summary, 'summary')).toMatchObject({ bulletins: 7, statements: 20 });
    },
    { timeout: 20_000, interval: 100 },
  );
});

test('a store that was closed is told as a failure', async () => {
  const closed = await openSmallStore();
  const running = await startServer({ store: closed.store, port: 0, appDir: '/nowhere', report: () => undefined });
  try {
    await closed.close();
    const failure = await refusal(running.url, 'summary');
    expect(failure).toMatchObject({ status: 500, reason: 'failed' });
    expect(failure.message).toContain('has been closed');
  } finally {
    await running.close();
  }
});
