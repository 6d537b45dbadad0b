/**
 * Views of the viewer that people named and keep in the store: one node each, linked to nothing, so that nothing derived
 * knows of them. At most MOST_VIEWS, each with a name of its own. Writers take turns, so that both hold without a constraint.
 */
import { z } from 'zod';
import type { GraphStore, Reading, WriteTransaction } from '../store.ts';
import { parseRows } from '../writing/rows.ts';

export const MOST_VIEWS = 500;

const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  /** ISO time at which what it shows was saved. */
  at: z.string(),
});
/** A view without what it shows. */
export type SavedView = z.infer<typeof SavedView>;

export const WholeView = SavedView.extend({
  /** What it shows, as the viewer's address has it: letters, digits, `-` and `_`. */
  code: z.string(),
});
export type WholeView = z.infer<typeof WholeView>;

export type SavedViewErrorCause = 'unknown-view' | 'name-taken' | 'too-many-views';

/** A view that cannot be saved, renamed or deleted. The message names it and says what to do. */
export class SavedViewError extends Error {
  override readonly name = 'SavedViewError';
  readonly reason: SavedViewErrorCause;

  constructor(reason: SavedViewErrorCause, message: string) {
    super(message);
    this.reason = reason;
  }
}

const ALL = 'MATCH (v:SavedView) RETURN v.id AS id, v.name AS name, v.at AS at';

/** Newest first; of one moment in order of id. */
function listed(views: readonly SavedView[]): SavedView[] {
  return views.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1));
}

const viewsIn = async (reading: Reading): Promise<SavedView[]> => parseRows(await reading.run(ALL), SavedView);

/** All views, those saved last first. */
export async function savedViews(store: GraphStore): Promise<SavedView[]> {
  return listed(parseRows(await store.read(ALL), SavedView));
}

/** One view with what it shows. @throws SavedViewError `unknown-view` */
export async function savedView(store: GraphStore, id: string): Promise<WholeView> {
  const table = await store.read(
    'MATCH (v:SavedView) WHERE v.id = $id RETURN v.id AS id, v.name AS name, v.at AS at, v.code AS code',
    { id },
  );
  const [view] = parseRows(table, WholeView);
  if (view === undefined) throw unknownView(id);
  return view;
}

/**
 * Saves a view under its name. With `replace`, a view of that name shows from now on what this one does and keeps its id.
 * @throws SavedViewError `name-taken` or `too-many-views`
 */
export async function saveView(
  store: GraphStore,
  { id, name, code, at }: WholeView,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  await changeViews(store, async (transaction, views) => {
    const before = views.find((view) => view.name === name);
    if (before !== undefined) {
      if (!replace) throw nameTaken(before);
      await transaction.run('MATCH (v:SavedView) WHERE v.id = $id SET v.code = $code SET v.at = $at', {
        id: before.id,
        code,
        at,
      });
      return;
    }
    if (views.length >= MOST_VIEWS) {
      throw new SavedViewError(
        'too-many-views',
        `The store keeps ${views.length} views, and ${MOST_VIEWS} is the most. Delete one that nobody needs, then save again.`,
      );
    }
    await transaction.run('CREATE (v:SavedView) SET v = $properties', { properties: { id, name, code, at } });
  });
}

/** Gives a view another name. @throws SavedViewError `unknown-view` or `name-taken` */
export async function renameView(store: GraphStore, id: string, name: string): Promise<void> {
  await changeViews(store, async (transaction, views) => {
    if (!views.some((view) => view.id === id)) throw unknownView(id);
    const other = views.find((view) => view.name === name && view.id !== id);
    if (other !== undefined) throw nameTaken(other);
    await transaction.run('MATCH (v:SavedView) WHERE v.id = $id SET v.name = $name', { id, name });
  });
}

/** Takes a view out of the store. @throws SavedViewError `unknown-view` */
export async function deleteView(store: GraphStore, id: string): Promise<void> {
  await changeViews(store, async (transaction, views) => {
    if (!views.some((view) => view.id === id)) throw unknownView(id);
    await transaction.run('MATCH (v:SavedView) WHERE v.id = $id DELETE v', { id });
  });
}

/** One transaction over all views. Its commit is counted as one that left the graph as it was. */
async function changeViews(
  store: GraphStore,
  work: (transaction: WriteTransaction, views: readonly SavedView[]) => Promise<void>,
): Promise<void> {
  await store.write(async (transaction) => {
    await work(transaction, await viewsIn(transaction));
    await transaction.run("MATCH (s:Store {id: 'store'}) SET s.viewCommits = coalesce(s.viewCommits, 0) + 1");
  });
}

const unknownView = (id: string): SavedViewError =>
  new SavedViewError('unknown-view', `The store keeps no view "${id}" (any more). Read the list of views again.`);

const nameTaken = ({ name, at }: SavedView): SavedViewError =>
  new SavedViewError(
    'name-taken',
    `A view is called "${name}" already, saved ${at.slice(0, 10)}. Replace it, or give another name.`,
  );
