/** The shortest way between two entities of a scene; of equally short ones that with most statements on each step. */
import type { Scene } from './scene.ts';
import { neighboursOf } from './scene.ts';

/** Ids from one end to the other, both included; null where no way leads. */
export const shortestPath = (scene: Scene, from: string, to: string): string[] | null => {
  if (!scene.nodes.has(from) || !scene.nodes.has(to)) return null;
  const cameFrom = new Map<string, string | null>([[from, null]]);
  let front = [from];
  while (front.length > 0 && !cameFrom.has(to)) {
    const next: string[] = [];
    for (const id of front) {
      for (const { other } of neighboursOf(scene, id)) {
        if (cameFrom.has(other)) continue;
        cameFrom.set(other, id);
        next.push(other);
      }
    }
    front = next;
  }
  if (!cameFrom.has(to)) return null;
  const path: string[] = [];
  for (let id: string | null = to; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id);
  return path;
};
