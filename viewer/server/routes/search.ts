/** GET /api/search: entities by name and alias. */
import { Hono } from 'hono';
import { SearchQuery } from '../../contract.ts';
import type { EntitySearch } from '../entity-search.ts';
import { parametersOf } from '../request.ts';

export function searchRoutes(search: EntitySearch): Hono {
  return new Hono().get('/search', async (context) => {
    const { q, limit } = parametersOf(context, SearchQuery);
    return context.json(await search.find(q, limit));
  });
}
