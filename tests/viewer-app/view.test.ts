import { describe, expect, test } from 'vitest';
import type { EntityPage } from '../../viewer/contract.ts';
import { expansionOf } from '../../viewer/app/state/expansion.ts';
import { filterCounts, neighboursOf, pairId, passedCounts, sceneOf } from '../../viewer/app/state/scene.ts';
import type { View } from '../../viewer/app/state/view.ts';
import {
  addToGraph,
  clearFilters,
  emptyView,
  groupBy,
  isFiltered,
  keepNeighbourhood,
  onlyPredicate,
  removeFromGraph,
  togglePredicate,
  toggleType,
} from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';

const view: View = addToGraph({
  nodes: [node('a'), node('b', 'Country'), node('c', 'Country'), node('d', 'Place')],
  edges: [
    edge('a', 'MET', 'b', { symmetric: true, statements: 3, quadClass: 1, sources: 2 }),
    edge('a', 'ACCUSED', 'b', { quadClass: 3, negated: 1, affirmed: 0 }),
    edge('b', 'ACCUSED', 'a', { quadClass: 3 }),
    edge('b', 'VISITED', 'c', { quadClass: 2 }),
    edge('c', 'LOCATED_IN', 'd'),
  ],
})(emptyView);

describe('adding to the page', () => {
  test('keeps only edges with both ends on the page', () => {
    const added = addToGraph({ nodes: [node('e')], edges: [edge('e', 'MET', 'a'), edge('e', 'MET', 'elsewhere')] })(
      view,
    );
    expect(added.nodes.size).toBe(5);
    expect([...added.edges.keys()]).toContain('e MET a');
    expect([...added.edges.keys()]).not.toContain('e MET elsewhere');
  });

  test('what is there already changes nothing, and the view before is left alone', () => {
    expect(addToGraph({ nodes: [node('a')], edges: [] })(view)).toBe(view);
    addToGraph({ nodes: [node('z')], edges: [] })(view);
    expect(view.nodes.has('z')).toBe(false);
  });
});

describe('taking off the page', () => {
  test('an entity goes with its edges', () => {
    const left = removeFromGraph('b')(view);
    expect([...left.nodes.keys()]).toEqual(['a', 'c', 'd']);
    expect([...left.edges.keys()]).toEqual(['c LOCATED_IN d']);
    expect(removeFromGraph('nobody')(view)).toBe(view);
  });

  test('a neighbourhood is the entity and what it is joined to', () => {
    const left = keepNeighbourhood('a')(view);
    expect([...left.nodes.keys()]).toEqual(['a', 'b']);
    expect(left.edges.size).toBe(3);
  });
});

describe('the scene', () => {
  test('all relations of a pair are one bundle, either direction', () => {
    const scene = sceneOf(view);
    expect(scene.bundles.size).toBe(3);
    const bundle = scene.bundles.get(pairId('b', 'a'));
    expect(bundle).toMatchObject({ statements: 5, sources: 2, tone: 'mixed', negated: 1, direction: 'both' });
    expect(bundle?.edges.map((each) => each.predicate)).toEqual(['MET', 'ACCUSED', 'ACCUSED']);
    expect(scene.counts.at(-1)?.relations).toBe(5);
  });

  test('symmetric relations have no arrow, directed ones point along the first of them', () => {
    const scene = sceneOf(view);
    expect(scene.bundles.get(pairId('b', 'c'))).toMatchObject({ direction: 'forward', source: 'b', target: 'c' });
    const met = sceneOf(togglePredicate('ACCUSED')(view)).bundles.get(pairId('a', 'b'));
    expect(met).toMatchObject({ direction: 'none', tone: 'cooperation', negated: 0 });
  });

  test('a hidden type takes its edges along; a hidden predicate leaves the entities', () => {
    const noPlaces = sceneOf(toggleType('Place')(view));
    expect([...noPlaces.nodes.keys()]).toEqual(['a', 'b', 'c']);
    expect(noPlaces.bundles.has(pairId('c', 'd'))).toBe(false);
    expect(sceneOf(togglePredicate('LOCATED_IN')(view)).nodes.size).toBe(4);
  });

  test('neighbours come by number of statements', () => {
    expect(neighboursOf(sceneOf(view), 'b').map(({ other }) => other)).toEqual(['a', 'c']);
  });

  test('filter counts count what is on the page, hidden or not', () => {
    const counts = filterCounts(toggleType('Country')(togglePredicate('MET')(view)));
    expect(Object.fromEntries(counts.types)).toEqual({ Person: 1, Country: 2, Place: 1 });
    expect(Object.fromEntries(counts.predicates)).toEqual({ MET: 1, ACCUSED: 2, VISITED: 1, LOCATED_IN: 1 });
  });

  test('what can be added is what is not on the page yet, counted in neighbours', () => {
    const page: EntityPage = {
      id: 'b',
      name: 'b',
      type: 'Country',
      aliases: [],
      statements: 90,
      neighbours: 5,
      predicates: [
        { predicate: 'ACCUSED', count: 60, neighbours: 2 },
        { predicate: 'MET', count: 20, neighbours: 4 },
        { predicate: 'VISITED', count: 10, neighbours: 1 },
      ],
      neighbourTypes: [
        { type: 'Person', count: 4 },
        { type: 'Country', count: 1 },
      ],
    };
    expect(expansionOf(page, sceneOf(view))).toEqual({
      shown: 2,
      left: 3,
      predicates: [
        { predicate: 'MET', neighbours: 3 },
        { predicate: 'ACCUSED', neighbours: 1 },
      ],
      types: [{ type: 'Person', neighbours: 3 }],
    });
  });

  test('what the filters leave is counted beside it, also of what is drawn as one', () => {
    const filtered = togglePredicate('MET')(view);
    for (const now of [filtered, groupBy({ by: 'type', of: new Map(), open: new Set() })(filtered)]) {
      const counts = passedCounts(sceneOf(now));
      expect(Object.fromEntries(counts.predicates)).toEqual({ ACCUSED: 2, VISITED: 1, LOCATED_IN: 1 });
      expect(Object.fromEntries(counts.types)).toEqual({ Person: 1, Country: 2, Place: 1 });
    }
    expect(Object.fromEntries(passedCounts(sceneOf(toggleType('Country')(view))).types)).toEqual({
      Person: 1,
      Place: 1,
    });
  });
});

describe('filters', () => {
  const all = ['MET', 'ACCUSED', 'VISITED', 'LOCATED_IN'];

  test('toggling twice is where it began', () => {
    const twice = toggleType('Place')(toggleType('Place')(view));
    expect([...twice.hiddenTypes]).toEqual([]);
    expect(isFiltered(twice)).toBe(false);
  });

  test('only one predicate, and all of them again', () => {
    const only = onlyPredicate('MET', all)(view);
    expect([...only.hiddenPredicates]).toEqual(['ACCUSED', 'VISITED', 'LOCATED_IN']);
    expect(isFiltered(onlyPredicate('MET', all)(only))).toBe(false);
    expect(isFiltered(clearFilters(only))).toBe(false);
  });
});
