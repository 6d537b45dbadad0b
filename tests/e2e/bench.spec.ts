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

const Committed = z.object({
  times: z.record(z.string(), z.number()),
  calls: z.object({ scriptBytes: z.number(), expandBytes: z.number() }),
});
const committed = Committed.parse(
  JSON.parse(readFileSync(new URL('../../bench/viewer.json', import.meta.url), 'utf8')),
);
const [ENTITIES, RELATIONS, NEW] = [1000, 5000, 50];

test('pointing, filtering, brushing and expanding cost what they change; what is fetched is what is shown', async ({
  page,
}, testInfo) => {
  test.slow();
  const graph = generated(ENTITIES, RELATIONS);
  const server = await serveGraph(graph, new URL('../../dist/viewer/app/', import.meta.url));
  try {
    const { times, calls } = await measureViewer(page, server.url, 'Entity 0');
    const lines = Object.entries(times).map(
      ([name, time]) => `${name} ${time} ms (1,000 entities), ${committed.times[name]} ms committed (10,000)`,
    );
    testInfo.annotations.push({ type: 'times', description: lines.join('; ') });
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(calls.hoverReducers).toBeLessThanOrEqual(calls.hoverDegree + 2);
    expect([calls.hoverRefreshes, calls.filterRefreshes, calls.brushRefreshes, calls.expandRefreshes]).toEqual([
      0, 0, 0, 0,
    ]);
    // Of lines no more than there are relations of the predicate; and some, or the click was beside the box.
    const accused = graph.edges.filter(({ predicate }) => predicate === 'ACCUSED').length;
    expect(calls.filterRedrawn.lines).toBeGreaterThan(accused / 2);
    expect(calls.filterRedrawn.lines).toBeLessThanOrEqual(accused);
    // A month of thirty-six, at either side of the end that moves.
    expect(calls.brushRedrawn.lines).toBeGreaterThan(0);
    expect(calls.brushRedrawn.lines).toBeLessThan(RELATIONS / 5);
    expect(calls.expandRedrawn.nodes).toBe(NEW);
    expect(calls.expandRedrawn.lines).toBeLessThan(3 * NEW);
    // Those of what is new, each at most twice; lines have none.
    expect(calls.expandReducers).toBeLessThanOrEqual(2 * NEW);
    expect(calls.scriptBytes).toBeLessThan(committed.calls.scriptBytes * 1.1);
    expect(calls.openingPaths).toEqual(['/api/summary', '/api/top', '/api/traits', '/api/curation']);
    // 270 for an entity or a relation, 30 for a statement.
    expect(calls.openingBytes).toBeLessThan(270 * (ENTITIES + RELATIONS) + 30 * 2 * RELATIONS);
    expect(calls.expandPaths.toSorted()).toEqual(['/api/edges', '/api/neighbours', '/api/traits']);
    expect(calls.expandBytes).toBeLessThan(committed.calls.expandBytes * 1.1);
  } finally {
    server.close();
  }
});
