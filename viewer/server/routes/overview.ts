/** GET /api/summary and /api/top: what the page opens on. */
import { Hono } from 'hono';
import type { GraphStore } from '../../../graph/store.ts';
import { type Subgraph, TopQuery } from '../../contract.ts';
import { edgesAmong } from '../edges.ts';
import type { Nodes } from '../nodes.ts';
import type { Overview } from '../overview.ts';
import { parametersOf } from '../request.ts';

export function overviewRoutes(store: GraphStore, overview: Overview, nodes: Nodes): Hono {
  return new Hono()
    .get('/summary', async (context) => context.json(await overview.summary()))
    .get('/top', async (context) => {
      const { limit } = parametersOf(context, TopQuery);
      const ids = await nodes.top(limit);
      const [found, { edges, total }, { entities }] = await Promise.all([
        nodes.byIds(ids),
        edgesAmong(store, ids),
        overview.summary(),
      ]);
      const answer: Subgraph = {
        nodes: found,
        edges: [...edges],
        total: { nodes: entities, edges: total },
        next: null,
      };
      return context.json(answer);
    });
}
