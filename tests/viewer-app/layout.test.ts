import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNearest, distanceToSegment } from '../../viewer/app/graph/hit.ts';
import type { LayoutTask, Positions } from '../../viewer/app/graph/layout/force.ts';
import { layOut } from '../../viewer/app/graph/layout/force.ts';
import { ringPoints, seedPoint, unit } from '../../viewer/app/graph/layout/positions.ts';
import { separate } from '../../viewer/app/graph/layout/separate.ts';
import { createPlaced, shortened } from '../../viewer/app/graph/place-labels.ts';
import { placeNew } from '../../viewer/app/graph/positions-kept.ts';
import { sceneOf } from '../../viewer/app/state/scene.ts';
import { addToGraph, emptyView } from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';

const room = { halfWidth: 40, halfHeight: 20 };

/** Two cliques of six with one bridge, and one entity that is joined to nobody. */
const task: LayoutTask = {
  nodes: [...Array.from('abcdefghijkl'), 'alone'].map((id) => ({ id, ...room })),
  edges: [
    ...['abcdef', 'ghijkl'].flatMap((clique) =>
      Array.from(clique).flatMap((one) =>
        Array.from(clique)
          .filter((other) => other > one)
          .map((other) => ({ source: one, target: other, weight: 3 })),
      ),
    ),
    { source: 'a', target: 'g', weight: 1 },
  ],
  aspect: 1.5,
};

const last = (of: LayoutTask): Positions => {
  let positions: Positions | undefined;
  for (const each of layOut(of)) positions = each;
  if (!positions) throw new Error('The layout gave nothing.');
  return positions;
};

const at = (positions: Positions, index: number): { x: number; y: number } => ({
  x: positions[2 * index] ?? Number.NaN,
  y: positions[2 * index + 1] ?? Number.NaN,
});

describe('the layout', () => {
  const positions = last(task);

  test('is the same for the same graph', () => {
    expect(last(task)).toEqual(positions);
  });

  test('leaves no two boxes over each other', () => {
    for (let one = 0; one < task.nodes.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const [a, b] = [at(positions, one), at(positions, other)];
        const clear =
          Math.abs(a.x - b.x) >= 2 * room.halfWidth - 0.1 || Math.abs(a.y - b.y) >= 2 * room.halfHeight - 0.1;
        expect(clear, `${task.nodes[one]?.id} and ${task.nodes[other]?.id}`).toBe(true);
      }
    }
  });

  test('brings together what belongs together', () => {
    const distance = (one: number, other: number): number => {
      const [a, b] = [at(positions, one), at(positions, other)];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const mean = (pairs: number[]): number => pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
    const inside: number[] = [];
    const across: number[] = [];
    for (let one = 0; one < 12; one += 1) {
      for (let other = 0; other < one; other += 1) {
        (one < 6 === other < 6 ? inside : across).push(distance(one, other));
      }
    }
    expect(mean(inside)).toBeLessThan(mean(across) * 0.7);
  });

  test('does not let a lone entity shrink everybody else', () => {
    const xs = task.nodes.map((_, index) => at(positions, index).x).toSorted((a, b) => a - b);
    const width = (xs.at(-1) ?? 0) - (xs[0] ?? 0);
    const core = (xs.at(-2) ?? 0) - (xs[1] ?? 0);
    expect(core / width).toBeGreaterThan(0.5);
  });

  test.each([0, 1, 2])('works for %i entities', (count) => {
    const few = last({ nodes: task.nodes.slice(0, count), edges: [], aspect: 1 });
    expect(few).toHaveLength(2 * count);
    expect(few.every((value) => Number.isFinite(value))).toBe(true);
  });
});

describe('places', () => {
  test('law: a seed depends on the id alone and lies in the disc', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(unit(id)).toBeGreaterThanOrEqual(0);
        expect(unit(id)).toBeLessThan(1);
        const point = seedPoint(id, 10);
        expect(seedPoint(id, 10)).toEqual(point);
        expect(Math.hypot(point.x, point.y)).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('new ones stand on rings round the parent, first in the free direction', () => {
    const points = ringPoints({ x: 0, y: 0 }, 50, [
      { x: 10, y: 0 },
      { x: 0, y: 10 },
    ]);
    expect(points).toHaveLength(50);
    expect(points[0]?.x).toBeLessThan(0);
    expect(points[0]?.y).toBeLessThan(0);
    expect(new Set(points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(50);
  });

  test('an expansion moves nobody who is there', () => {
    const view = addToGraph({
      nodes: ['p', 'q', 'n1', 'n2', 'n3'].map((id) => node(id)),
      edges: [edge('p', 'MET', 'n1'), edge('p', 'MET', 'n2'), edge('p', 'MET', 'n3')],
    })(emptyView);
    const positions = new Map([
      ['p', { x: 500, y: 500 }],
      ['q', { x: 590, y: 500 }],
    ]);
    placeNew(positions, sceneOf(view), 'p', () => room, 1);
    expect(positions.get('p')).toEqual({ x: 500, y: 500 });
    expect(positions.get('q')).toEqual({ x: 590, y: 500 });
    for (const id of ['n1', 'n2', 'n3']) {
      const point = positions.get(id);
      if (!point) throw new Error(`${id} has no place.`);
      expect(Math.hypot(point.x - 500, point.y - 500)).toBeLessThan(400);
      expect(Math.abs(point.x - 500) >= 79 || Math.abs(point.y - 500) >= 39).toBe(true);
    }
  });

  test('separate pushes only what is not pinned', () => {
    const pinned = { x: 0, y: 0, ...room, pinned: true };
    const free = { x: 1, y: 0, ...room, pinned: false };
    expect(separate([pinned, free])).toBe(0);
    expect(pinned.x).toBe(0);
    expect(Math.abs(free.x) >= 79.9 || Math.abs(free.y) >= 39.9).toBe(true);
  });
});

describe('what the pointer is over', () => {
  test('the distance is to the segment, not to the line through it', () => {
    expect(distanceToSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(3);
    expect(distanceToSegment({ x: 13, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(5);
    expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5);
  });

  test('the nearest line within reach, or none', () => {
    const lines = [
      { id: 'far', from: { x: 0, y: 9 }, to: { x: 10, y: 9 } },
      { id: 'near', from: { x: 0, y: 2 }, to: { x: 10, y: 2 } },
    ];
    const nearest = (y: number): string | null => {
      const looking = createNearest({ x: 5, y }, 7);
      for (const { id, from, to } of lines) looking.look(id, from, to);
      return looking.found();
    };
    expect(nearest(4)).toBe('near');
    expect(nearest(40)).toBeNull();
  });
});

describe('labels', () => {
  test('law: of the rectangles taken no two meet', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -200, max: 200 }),
      y: fc.integer({ min: -200, max: 200 }),
      width: fc.integer({ min: 1, max: 150 }),
      height: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(rectangle), (rectangles) => {
        const placed = createPlaced();
        const taken = rectangles.filter((each) => placed.take(each));
        taken.forEach((a, index) => {
          for (const b of taken.slice(0, index)) {
            const apart =
              a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
            expect(apart).toBe(true);
          }
        });
        expect(rectangles.length === 0 || taken.length > 0).toBe(true);
      }),
    );
  });

  test('nothing is written over the edges of the sheet, or over what covers it', () => {
    const badge = { x: 0, y: 80, width: 60, height: 20 };
    const placed = createPlaced({ width: 100, height: 100, covered: [badge] });
    const word = { width: 30, height: 10 };
    expect(placed.take({ x: -1, y: 10, ...word })).toBe(false);
    expect(placed.take({ x: 71, y: 10, ...word })).toBe(false);
    expect(placed.take({ x: 10, y: 85, ...word })).toBe(false);
    expect(placed.take({ x: 65, y: 85, ...word })).toBe(true);
    expect(placed.take({ x: 0, y: 0, ...word })).toBe(true);
  });

  test('long names are shortened by letters, not by halves of them', () => {
    expect(shortened('Abc', 3)).toBe('Abc');
    expect(shortened('Abcd', 3)).toBe('Ab…');
    expect(shortened('👋👋👋👋', 3)).toBe('👋👋…');
  });
});
