import { describe, expect, test } from 'vitest';
import { plainOf } from '../../viewer/app/graph/analysis/analysis.ts';
import { betweennessOf, communitiesOf } from '../../viewer/app/graph/analysis/measures.ts';
import { collectionOf } from '../../viewer/app/state/groups.ts';
import { shortestPath } from '../../viewer/app/state/paths.ts';
import { sceneOf } from '../../viewer/app/state/scene.ts';
import type { View } from '../../viewer/app/state/view.ts';
import {
  addToGraph,
  emptyView,
  groupBy,
  keepNeighbourhood,
  keepOnly,
  sizeBy,
  toggleCollection,
} from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';
import { trait, traitsOf } from './traits.ts';

/** Two triangles, joined by c and d. */
const view: View = addToGraph({
  nodes: [
    node('a', 'Person', 5),
    node('b'),
    node('c'),
    node('d', 'Country'),
    node('e', 'Country'),
    node('f', 'Country'),
  ],
  edges: [
    edge('a', 'MET', 'b'),
    edge('b', 'MET', 'c'),
    edge('a', 'MET', 'c'),
    edge('c', 'ACCUSED', 'd', { statements: 2, sources: 3 }),
    edge('b', 'ACCUSED', 'd', { statements: 4, sources: 1 }),
    edge('d', 'MET', 'e'),
    edge('e', 'MET', 'f'),
    edge('d', 'MET', 'f'),
  ],
})(emptyView);

describe('collections', () => {
  const byType = groupBy({ by: 'type', of: new Map(), open: new Set() })(view);

  test('draw one entity for all of a type, with their relations added up and those inside left out', () => {
    const scene = sceneOf(byType);
    expect([...scene.nodes.values()].map(({ name, members }) => [name, members?.length])).toEqual([
      ['3 People', 3],
      ['3 Countries', 3],
    ]);
    const [bundle] = scene.bundles.values();
    expect(scene.bundles.size).toBe(1);
    expect(bundle).toMatchObject({ statements: 6, sources: 3, direction: 'forward' });
    expect(bundle?.edges).toHaveLength(1);
    // Filters count entities, not collections.
    expect(scene.counts[0]).toMatchObject({ entities: 6, relations: 8 });
  });

  test('open into their members and close again', () => {
    const id = collectionOf({ by: 'type', of: new Map(), open: new Set() }, node('a')) ?? '';
    const open = toggleCollection(id)(byType);
    expect(sceneOf(open).nodes.size).toBe(4);
    expect(sceneOf(toggleCollection(id)(open)).nodes.size).toBe(2);
  });

  test('keep what is known of the statements inside', () => {
    const planned = traitsOf(
      Object.fromEntries([...view.edges.keys()].map((id) => [id, [trait('2024', { status: 'planned' })]])),
    );
    const [bundle] = sceneOf(byType, planned).bundles.values();
    expect(bundle?.intended).toBe(true);
  });

  test('by community find who deals with each other most, each time the same', () => {
    const found = communitiesOf(plainOf(sceneOf(view)));
    expect(communitiesOf(plainOf(sceneOf(view)))).toEqual(found);
    const of = new Map(found);
    expect(of.get('a')).toBe(of.get('b'));
    expect(of.get('e')).toBe(of.get('f'));
    expect(of.get('a')).not.toBe(of.get('e'));
    const scene = sceneOf(groupBy({ by: 'community', of, open: new Set() })(view));
    expect([...scene.nodes.values()].map(({ name }) => name)).toEqual(['A and 3 more', 'E and 1 more']);
  });

  test('of a graph without relations are everybody alone', () => {
    expect(new Set(communitiesOf({ nodes: ['x', 'y'], edges: [] }).map(([, community]) => community)).size).toBe(2);
  });
});

describe('sizes', () => {
  test('by neighbours are shares of the most connected', () => {
    const { sizes } = sceneOf(sizeBy({ by: 'degree' })(view));
    expect(sizes?.get('d')).toBe(1);
    expect(sizes?.get('e')).toBe(0.5);
  });

  test('by betweenness put first whoever joins two parts', () => {
    const of = new Map(betweennessOf(plainOf(sceneOf(view))) ?? []);
    expect([...of].toSorted(([, x], [, y]) => y - x)[0]?.[0]).toBe('d');
    expect(sceneOf(sizeBy({ by: 'betweenness', of })(view)).sizes?.get('d')).toBe(1);
  });

  test('by betweenness are refused where they would take minutes', () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) => String(at));
    const edges = nodes.slice(1).map((target) => ({ source: '0', target, weight: 1 }));
    expect(betweennessOf({ nodes, edges })).toBeNull();
  });
});

describe('paths', () => {
  test('the shortest one, over the heavier of two ways', () => {
    expect(shortestPath(sceneOf(view), 'a', 'f')).toEqual(['a', 'b', 'd', 'f']);
    expect(shortestPath(sceneOf(view), 'a', 'a')).toEqual(['a']);
  });

  test('none where none leads, or an end is not there', () => {
    const apart = addToGraph({ nodes: [node('z')], edges: [] })(view);
    expect(shortestPath(sceneOf(apart), 'a', 'z')).toBeNull();
    expect(shortestPath(sceneOf(view), 'a', 'nobody')).toBeNull();
  });

  test('keeping one leaves its entities and the relations among them', () => {
    const left = keepOnly(new Set(['a', 'b', 'd']))(view);
    expect([...left.nodes.keys()]).toEqual(['a', 'b', 'd']);
    expect(left.edges.size).toBe(2);
  });

  test('two steps around an entity', () => {
    expect([...keepNeighbourhood('a', 2)(view).nodes.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });
});
