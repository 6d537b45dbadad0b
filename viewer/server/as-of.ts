/**
 * `?asOf=DATE` on any reading route: the same route over the graph as it was known on that date. The routes themselves know
 * nothing of it: each past graph has routes of its own.
 */
import type { Hono, MiddlewareHandler } from 'hono';
import type { PastGraphs } from '../../graph/as-of/past-graphs.ts';
import type { GraphStore } from '../../graph/store.ts';
import { AsOf } from '../contract.ts';
import { parameterNamed } from './request.ts';

/** @param routesOver everything that is answered from a store, mounted at /api */
export function asOfRoutes(pasts: PastGraphs, routesOver: (store: GraphStore) => Hono): MiddlewareHandler {
  const routes = new WeakMap<GraphStore, Hono>();
  return async (context, next) => {
    const date = parameterNamed(context, 'asOf', AsOf);
    if (date === undefined) return next();
    const url = new URL(context.req.url);
    url.searchParams.delete('asOf');
    const request = new Request(url, context.req.raw);
    return pasts.use(date, async ({ store }) => {
      const own = routes.get(store) ?? routesOver(store);
      routes.set(store, own);
      return own.fetch(request);
    });
  };
}
