/** `window.bulletinGraph`: where things are on the screen and what was done for it, for tests and scripts in the console. */
import type { Point } from './graph/layout/positions.ts';
import type { Stage } from './graph/stage.ts';
import type { Scene } from './state/scene.ts';
import { neighboursOf, pairId } from './state/scene.ts';

/** Entities and collections are named as they are labelled; positions are in pixels of the page. */
export interface Probe {
  nodeAt(name: string): Point | null;
  pairAt(one: string, other: string): Point | null;
  names(): string[];
  /** Places in the graph's own units, in which nothing moves when the window or the camera does. */
  placesOf(names: readonly string[]): Record<string, [number, number]>;
  degree(name: string): number;
  drawn(): { nodes: number; bundles: number };
  reducerCalls(): number;
  refreshes(): number;
  /** Entities and lines that were drawn new or anew because something was added or looked different. */
  redrawn(): { nodes: number; lines: number };
}

declare global {
  interface Window {
    bulletinGraph?: Probe;
  }
}

export const createProbe = (stage: () => Stage, scene: () => Scene): Probe => {
  const idOf = (name: string): string | undefined => [...scene().nodes.values()].find((node) => node.name === name)?.id;
  return {
    nodeAt(name) {
      const id = idOf(name);
      return id === undefined ? null : stage().positionOf('node', id);
    },
    pairAt(one, other) {
      const [a, b] = [idOf(one), idOf(other)];
      return a === undefined || b === undefined ? null : stage().positionOf('pair', pairId(a, b));
    },
    names: () => [...scene().nodes.values()].map(({ name }) => name),
    placesOf: (names) =>
      Object.fromEntries(
        names.flatMap((name): [string, [number, number]][] => {
          const place = stage()
            .places()
            .get(idOf(name) ?? '');
          // Adding 0 makes 0 of -0.
          return place ? [[name, [Math.round(place.x) + 0, Math.round(place.y) + 0]]] : [];
        }),
      ),
    degree: (name) => neighboursOf(scene(), idOf(name) ?? '').length,
    drawn: () => ({ nodes: scene().nodes.size, bundles: scene().bundles.size }),
    reducerCalls: () => stage().counts().reducerCalls,
    refreshes: () => stage().counts().refreshes,
    redrawn() {
      const { nodes, lines } = stage().counts();
      return { nodes, lines };
    },
  };
};
