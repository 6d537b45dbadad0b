/**
 * GET /api/views and /api/view: the views that people saved; POST /api/save-view, /api/rename-view and /api/delete-view,
 * which are taken where judgements are.
 */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { GraphStore } from '../../../graph/store.ts';
import {
  deleteView,
  renameView,
  savedView,
  SavedViewError,
  type SavedViewErrorCause,
  savedViews,
  saveView,
} from '../../../graph/views/saved-views.ts';
import type { CurationState } from '../../curation-contract.ts';
import { DeleteView, RenameView, SaveView, ViewQuery, type ViewsAnswer } from '../../views-contract.ts';
import { RequestError } from '../failure.ts';
import { checkJudging } from '../judging.ts';
import { bodyOf, parametersOf } from '../request.ts';

const STATUS: Readonly<Record<SavedViewErrorCause, 404 | 409>> = {
  'unknown-view': 404,
  'name-taken': 409,
  'too-many-views': 409,
};

export interface ViewOptions {
  readonly store: GraphStore;
  readonly state: CurationState;
  /** The time that a view gets. */
  readonly now: () => Date;
}

export function viewRoutes({ store, state, now }: ViewOptions): Hono {
  const all = async (): Promise<ViewsAnswer> => ({ views: await savedViews(store), message: state.message });
  const done = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof SavedViewError) throw new RequestError(STATUS[error.reason], error.reason, error.message);
      throw error;
    }
  };
  return new Hono()
    .get('/views', async (context) => context.json(await all()))
    .get('/view', async (context) => {
      const { id } = parametersOf(context, ViewQuery);
      const { code } = await done(savedView(store, id));
      return context.json({ code });
    })
    .post('/save-view', async (context) => {
      checkJudging(context, state);
      const { name, code, replace } = await bodyOf(context, SaveView);
      await done(saveView(store, { id: randomUUID(), name, code, at: now().toISOString() }, { replace }));
      return context.json(await all());
    })
    .post('/rename-view', async (context) => {
      checkJudging(context, state);
      const { id, name } = await bodyOf(context, RenameView);
      await done(renameView(store, id, name));
      return context.json(await all());
    })
    .post('/delete-view', async (context) => {
      checkJudging(context, state);
      const { id } = await bodyOf(context, DeleteView);
      await done(deleteView(store, id));
      return context.json(await all());
    });
}
