/** What is in the light: the pointed-at or else the selected thing, with its neighbours. */
import type { Scene } from '../state/scene.ts';
import { neighboursOf } from '../state/scene.ts';
import type { Look } from './style.ts';

/** Null when there is none of it in the scene. */
export const nearOf = (scene: Scene, look: Look): Look['near'] => {
  const pairs = [look.hoveredBundle, look.hovered === null ? look.selectedBundle : null];
  const node = look.hovered ?? (look.hoveredBundle === null ? look.selected : null);
  const pair = look.hovered === null ? pairs.find((id) => id !== null && scene.bundles.has(id)) : undefined;
  const bundle = pair === undefined || pair === null ? undefined : scene.bundles.get(pair);
  if (bundle) return { nodes: new Set([bundle.source, bundle.target]), bundles: new Set([bundle.id]) };
  if (node === null || !scene.nodes.has(node)) return null;
  const around = neighboursOf(scene, node);
  return {
    nodes: new Set([node, ...around.map(({ other }) => other)]),
    bundles: new Set(around.map((entry) => entry.bundle.id)),
  };
};
