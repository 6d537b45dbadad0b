/**
 * Where every entity stands or stood: kept when it leaves the page, so that undo and filters put it back in its place.
 * New entities go round the one that brought them; the others do not move.
 */
import type { Scene } from '../state/scene.ts';
import type { Point } from './layout/positions.ts';
import { ringPoints, seedPoint } from './layout/positions.ts';
import type { Box } from './layout/separate.ts';
import { separate } from './layout/separate.ts';

export interface Footprint {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const LETTER_WIDTH = 6.8;
const LABEL_ROOM = 20;
const MARGIN = 7;
/** Pixels beyond the outermost ring within which others are kept clear of. */
const NEARBY = 400;
/** Nobody farther away than this, in pixels, is looked at. */
const FARTHEST = 3000;
/** Among more than this many nearby there is no free room to find. */
const CROWDED = 600;

interface Placed {
  readonly id: string;
  readonly point: Point;
  /** From the middle, in pixels. */
  readonly distance: number;
}

/** The room, in pixels at the opening zoom, of a node with its label under it. */
export const footprint = (name: string, size: number): Footprint => ({
  halfWidth: Math.max(size, (Math.min(name.length, 30) * LETTER_WIDTH) / 2) + MARGIN,
  halfHeight: size + LABEL_ROOM / 2 + MARGIN,
});

/**
 * Gives a place to each entity of the scene that has none, round `parent` (or round the middle of its neighbours), and
 * moves only those apart. `scale`: layout units for one pixel.
 */
export const placeNew = (
  positions: Map<string, Point>,
  scene: Scene,
  parent: string | null,
  room: (id: string) => Footprint,
  scale: number,
): void => {
  const fresh: string[] = [];
  const shown: string[] = [];
  for (const id of scene.nodes.keys()) (positions.has(id) ? shown : fresh).push(id);
  if (fresh.length === 0) return;
  const centre = (parent === null ? undefined : positions.get(parent)) ?? middleOf(scene, fresh, positions);
  const middle = { x: centre.x / scale, y: centre.y / scale };
  const around = shown.flatMap((id): Placed[] => {
    const { x, y } = positions.get(id) ?? centre;
    const point = { x: x / scale, y: y / scale };
    const distance = Math.hypot(point.x - middle.x, point.y - middle.y);
    return distance < FARTHEST ? [{ id, point, distance }] : [];
  });
  const ring = ringPoints(
    middle,
    fresh.length,
    around.map(({ point }) => point),
  );
  // Only those that the new ones could come near: of ten thousand most are far away.
  const reach = NEARBY + Math.max(0, ...ring.map((point) => Math.hypot(point.x - middle.x, point.y - middle.y)));
  const near = around.filter(({ distance }) => distance < reach);
  const fixed =
    near.length > CROWDED ? [] : near.map(({ id, point }): Box => ({ ...point, ...room(id), pinned: true }));
  const moving = fresh.map(
    (id, index): Box => ({
      ...(ring[index] ?? seedPoint(id, 100)),
      ...room(id),
      pinned: false,
    }),
  );
  separate([...fixed, ...moving]);
  fresh.forEach((id, index) => {
    const box = moving[index];
    if (box) positions.set(id, { x: box.x * scale, y: box.y * scale });
  });
};

/** The middle of those on the page that the new ones are joined to; 0,0 when there are none. */
const middleOf = (scene: Scene, fresh: readonly string[], positions: ReadonlyMap<string, Point>): Point => {
  const isNew = new Set(fresh);
  const points: Point[] = [];
  for (const bundle of scene.bundles.values()) {
    const other = isNew.has(bundle.source) ? bundle.target : isNew.has(bundle.target) ? bundle.source : null;
    const point = other === null ? undefined : positions.get(other);
    if (point) points.push(point);
  }
  if (points.length === 0) return { x: 0, y: 0 };
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
};
