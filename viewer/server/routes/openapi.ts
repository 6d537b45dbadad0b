/** GET /api/openapi.json: the API's description. */
import { Hono } from 'hono';
import { openApi } from '../openapi.ts';

export function openApiRoutes(): Hono {
  return new Hono().get('/openapi.json', (context) => context.json(openApi()));
}
