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
/** Among more than this many nearby there is no free room to find: a few rounds do. */
const CROWDED = 600;
const FEW_ROUNDS = 12;

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
  const fresh = [...scene.nodes.keys()].filter((id) => !positions.has(id));
  if (fresh.length === 0) return;
  const shown = [...scene.nodes.keys()].filter((id) => positions.has(id));
  const pinned = shown.map((id) => ({ id, point: positions.get(id) ?? { x: 0, y: 0 } }));
  const centre = (parent === null ? undefined : positions.get(parent)) ?? middleOf(scene, fresh, positions);
  const unscaled = (point: Point): Point => ({ x: point.x / scale, y: point.y / scale });
  const ring = ringPoints(
    unscaled(centre),
    fresh.length,
    pinned.map(({ point }) => unscaled(point)),
  );
  // Only those that the new ones could come near: of ten thousand most are far away.
  const reach =
    NEARBY + Math.max(0, ...ring.map((point) => Math.hypot(point.x - centre.x / scale, point.y - centre.y / scale)));
  const fixed: Box[] = pinned
    .map(({ id, point }): Box => ({ ...unscaled(point), ...room(id), pinned: true }))
    .filter((box) => Math.hypot(box.x - centre.x / scale, box.y - centre.y / scale) < reach);
  const moving: Box[] = fresh.map((id, index) => ({
    ...(ring[index] ?? seedPoint(id, 100)),
    ...room(id),
    pinned: false,
  }));
  separate([...fixed, ...moving], fixed.length > CROWDED ? FEW_ROUNDS : undefined);
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
