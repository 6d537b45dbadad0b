/** Arranges a whole scene: one layout at a time in the worker, whose places are handed on as they come. */
import type { Scene } from '../state/scene.ts';
import type { Positions } from './layout/force.ts';
import type { RunningLayout } from './layout/layout.ts';
import { startLayout } from './layout/layout.ts';
import type { Footprint } from './positions-kept.ts';

interface Place {
  readonly room: (id: string) => Footprint;
  /** Width divided by height of the drawing. */
  readonly aspect: number;
}

interface Heard {
  /** Places in the order of `ids`; `done` is true once, at the end. */
  onPlaces(ids: readonly string[], at: Positions, done: boolean): void;
  onTrouble(message: string): void;
}

/** Returns a function that starts a layout and gives up one that still runs. */
export const createArranging = (heard: Heard): ((scene: Scene, place: Place) => void) => {
  let layout: RunningLayout | null = null;
  return (scene, { room, aspect }) => {
    layout?.stop();
    const ids = [...scene.nodes.keys()];
    layout = startLayout(
      {
        nodes: ids.map((id) => ({ id, ...room(id) })),
        edges: [...scene.bundles.values()].map(({ source, target, statements }) => ({
          source,
          target,
          weight: statements,
        })),
        aspect: Math.min(3, Math.max(0.5, aspect)),
      },
      (at, done) => {
        if (done) layout = null;
        heard.onPlaces(ids, at, done);
      },
      (message) => {
        layout = null;
        heard.onTrouble(message);
      },
    );
  };
};
