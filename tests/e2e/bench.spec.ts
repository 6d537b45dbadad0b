/**
 * The measures of `npm run bench:viewer` on a tenth of its graph: fails on how often the expensive functions run and on what
 * is fetched, which no machine changes; prints the times beside the committed ones.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { generated, serveGraph } from '../../bench/viewer-graph.ts';
import { measureViewer } from '../../bench/viewer-measures.ts';
import { expect, test } from './viewer.ts';

const Committed = z.object({ times: z.record(z.string(), z.number()), calls: z.object({ scriptBytes: z.number() }) });
const committed = Committed.parse(
  JSON.parse(readFileSync(new URL('../../bench/viewer.json', import.meta.url), 'utf8')),
);

test('pointing, filtering and brushing refresh nothing as a whole, and scripts stay as small as they were', async ({
  page,
}, testInfo) => {
  test.slow();
  const server = await serveGraph(generated(1000, 5000), new URL('../../dist/viewer/app/', import.meta.url));
  try {
    const { times, calls } = await measureViewer(page, server.url, 'Entity 0');
    const lines = Object.entries(times).map(
      ([name, time]) => `${name} ${time} ms (1,000 entities), ${committed.times[name]} ms committed (10,000)`,
    );
    testInfo.annotations.push({ type: 'times', description: lines.join('; ') });
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(calls.hoverReducers).toBeLessThanOrEqual(calls.hoverDegree + 2);
    expect([calls.hoverRefreshes, calls.filterRefreshes, calls.brushRefreshes]).toEqual([0, 0, 0]);
    expect(calls.expandRefreshes).toBeLessThanOrEqual(1);
    expect(calls.scriptBytes).toBeLessThan(committed.calls.scriptBytes * 1.1);
  } finally {
    server.close();
  }
});
