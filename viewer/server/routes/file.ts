/** POST /api/file: what `export --format html` writes, of the entities that a page shows. Who starts the server says how. */
import { Hono } from 'hono';
import type { GraphStore } from '../../../graph/store.ts';
import { FileQuery } from '../../contract.ts';
import { RequestError } from '../failure.ts';
import { bodyOf } from '../request.ts';

/** Makes the page as one file of these entities, or says why there is none (export/page-file.ts). */
export type PageFile = (
  store: GraphStore,
  ids: readonly string[],
  view: string | null,
) => Promise<{ readonly html: string } | { readonly refusal: string }>;

export function fileRoutes(store: GraphStore, pageFile: PageFile | null): Hono {
  return new Hono().post('/file', async (context) => {
    const { ids, view } = await bodyOf(context, FileQuery);
    if (pageFile === null) throw new RequestError(503, 'no-file', 'This server was started without what makes files.');
    const made = await pageFile(store, ids, view);
    if ('refusal' in made) throw new RequestError(400, 'no-file', made.refusal);
    return context.json(made);
  });
}
