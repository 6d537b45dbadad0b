/** The shortest way between two entities: over what is shown, or over the whole store, in which case it comes onto the page. */
import type { Actions } from './actions.ts';
import type { Client } from './api/client.ts';
import { messageOf, ServerError } from './api/client.ts';
import type { Stage } from './graph/stage.ts';
import { shortestPath } from './state/paths.ts';
import type { Scene } from './state/scene.ts';
import type { AppState, Store } from './state/store.ts';
import { put } from './state/store.ts';
import { addToGraph, keepOnly } from './state/view.ts';
import { counted, isolated, number } from './text/words.ts';

/** `scene`: what is drawn, without collections. `onGraph` hears that entities or relations came onto the page. */
export const createPathFinding = (
  store: Store<AppState>,
  client: Client,
  stage: () => Stage,
  basic: Actions,
  scene: () => Scene,
  onGraph: () => void,
) => {
  const nameOf = (id: string): string => isolated(store.get().view.present.nodes.get(id)?.name ?? id);
  const hint = (message: string): void =>
    store.update(put<AppState>({ notice: { tone: 'hint', message, retry: null }, announcement: message }));
  const told = (ids: readonly string[]): void => {
    basic.say(`The path: ${ids.map(nameOf).join(', ')}.`);
    stage().fit();
  };

  const path = (from: string, to: string): void => {
    const found = shortestPath(scene(), from, to);
    if (found === null) {
      hint(
        `No way leads from ${nameOf(from)} to ${nameOf(to)} over what is shown. Look in the whole store, or clear the filters.`,
      );
      return;
    }
    basic.alter(`path from ${nameOf(from)} to ${nameOf(to)}`, keepOnly(new Set(found)));
    told(found);
  };

  /** Resolves when the way is drawn, or when it was told why there is none. */
  const pathInStore = async (from: string, to: string, stop: AbortSignal): Promise<void> => {
    try {
      const { nodes, edges, complete, bounds, reached } = await client.path(from, to, stop);
      if (nodes.length === 0) {
        hint(
          complete
            ? `No way leads from ${nameOf(from)} to ${nameOf(to)} in the whole store.`
            : `No way from ${nameOf(from)} to ${nameOf(to)} was found in ${bounds.steps} steps or ${number(bounds.entities)} entities; ${number(reached)} were looked at.`,
        );
        return;
      }
      const ids = nodes.map(({ id }) => id);
      const fresh = ids.filter((id) => !store.get().view.present.nodes.has(id)).length;
      basic.alter(`path from ${nameOf(from)} to ${nameOf(to)}`, (view) =>
        keepOnly(new Set(ids))(addToGraph({ nodes, edges })(view)),
      );
      onGraph();
      told(ids);
      if (fresh > 0) hint(`${counted(fresh, 'entity', 'entities')} of the path came from the store.`);
    } catch (error) {
      if (error instanceof ServerError && error.reason === 'stopped') {
        basic.say('The search for a path is stopped.');
        return;
      }
      store.update(
        put<AppState>({
          notice: { tone: 'error', message: messageOf(error), retry: () => void pathInStore(from, to, stop) },
        }),
      );
    }
  };

  return { path, pathInStore };
};

export type PathFinding = ReturnType<typeof createPathFinding>;
