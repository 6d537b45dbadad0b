import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetsOf } from '../../viewer/app/state/facets.ts';
import type { Filter } from '../../viewer/app/state/filters.ts';
import { movedFilter, withFilter, withoutFilter } from '../../viewer/app/state/filters.ts';
import { sceneOf } from '../../viewer/app/state/scene.ts';
import { noTraits, withTraits } from '../../viewer/app/state/traits.ts';
import type { View } from '../../viewer/app/state/view.ts';
import { addToGraph, dropFilter, emptyView, hideEntity, setFilter, showHidden } from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';
import { period, trait, traitsOf } from './traits.ts';

const met = edge('a', 'MET', 'b', { symmetric: true, statements: 3, sources: 2, quadClass: 1 });
const accused = edge('a', 'ACCUSED', 'c', { statements: 2, negated: 1, affirmed: 1, quadClass: 3 });
const visited = edge('b', 'VISITED', 'c', { statements: 1, quadClass: 1 });
const view: View = addToGraph({
  nodes: [node('a'), node('b'), node('c', 'Country'), node('alone')],
  edges: [met, accused, visited],
})(emptyView);

const traits = traitsOf({
  [met.id]: [
    trait('2024-01-10'),
    trait('2024-02', { source: 'Post', confidence: 0.4 }),
    trait('2024-03-05', { status: 'planned' }),
  ],
  [accused.id]: [trait('2024-02-20', { holder: 'c' }), trait('2024-02-21', { negated: true, holder: 'c' })],
  [visited.id]: [trait('2025-01-01', { status: 'planned' })],
});
const plovers = new Map([
  ['MET', 'CONSULT'],
  ['ACCUSED', 'DISAPPROVE'],
]);
const filtered = (...filters: Filter[]) =>
  sceneOf(
    filters.reduce((now, filter) => setFilter(filter)(now), view),
    traits,
    plovers,
  );
const shown = (...filters: Filter[]) =>
  [...filtered(...filters).bundles.values()].flatMap(({ edges }) => edges.map(({ predicate }) => predicate)).toSorted();

describe('filters over statements', () => {
  test('a period keeps the statements whose date may lie in it, and counts the relation by those alone', () => {
    const scene = filtered({ kind: 'period', period: period('2024-02-10', '2024-02-20') });
    expect([...scene.nodes.keys()]).toEqual(['a', 'b', 'c']);
    const bundle = [...scene.bundles.values()].find(({ tone }) => tone === 'cooperation');
    // Of the three meetings only the one known to the month.
    expect(bundle).toMatchObject({ statements: 1, sources: 1 });
    expect(scene.counts).toEqual([
      { entities: 4, relations: 3, statements: 6 },
      { entities: 3, relations: 2, statements: 2 },
    ]);
  });

  test.each([
    [{ kind: 'status', kept: ['planned'] }, ['MET', 'VISITED']],
    [{ kind: 'polarity', negated: true }, ['ACCUSED']],
    [{ kind: 'confidence', least: 0.9 }, []],
    [{ kind: 'source', name: 'Post' }, ['MET']],
    [{ kind: 'holder', id: 'c' }, ['ACCUSED']],
    [{ kind: 'holder', id: null }, ['MET', 'VISITED']],
    [{ kind: 'plover', kept: ['DISAPPROVE'] }, ['ACCUSED']],
    [{ kind: 'sources', least: 2 }, ['MET']],
    [{ kind: 'degree', least: 2 }, ['ACCUSED', 'MET', 'VISITED']],
  ] as const satisfies readonly (readonly [Filter, readonly string[]])[])('%j keeps %j', (filter, predicates) => {
    expect(shown(filter)).toEqual(predicates);
  });

  test('an entity whose last relation goes, goes with it; one that has none passes no filter of what is said', () => {
    expect([...filtered().nodes.keys()]).toEqual(['a', 'b', 'c', 'alone']);
    expect([...filtered({ kind: 'polarity', negated: true }).nodes.keys()]).toEqual(['a', 'c']);
    expect([...filtered({ kind: 'confidence', least: 0.01 }).nodes.keys()]).toEqual(['a', 'b', 'c']);
    expect([...filtered({ kind: 'degree', least: 1 }).nodes.keys()]).toEqual(['a', 'b', 'c']);
  });

  test('the order counts: neighbours are those that the filters before have left', () => {
    const planned: Filter = { kind: 'status', kept: ['planned'] };
    const two: Filter = { kind: 'degree', least: 2 };
    expect(shown(planned, two)).toEqual([]);
    expect(shown(two, planned)).toEqual(['MET', 'VISITED']);
  });

  test('until its statements are here, nothing is known against a relation', () => {
    const before = sceneOf(setFilter({ kind: 'polarity', negated: true })(view), noTraits);
    expect(before.bundles.size).toBe(3);
    expect([...before.bundles.values()].some(({ intended }) => intended)).toBe(false);
  });

  test('a pair of which nothing is said to have happened is only intended', () => {
    const intended = [...filtered().bundles.values()].filter((bundle) => bundle.intended);
    expect(intended.map(({ edges }) => edges[0]?.predicate)).toEqual(['VISITED']);
  });

  test('hidden entities go with their relations, and come back', () => {
    const hidden = hideEntity('c')(view);
    expect(sceneOf(hidden, traits).bundles.size).toBe(1);
    expect(sceneOf(showHidden(hidden), traits).bundles.size).toBe(3);
  });
});

test('two periods side by side tell what is new, gone, changed', () => {
  const compare = (from: string, middle: string, to: string): Filter => ({
    kind: 'compare',
    before: period(from, from),
    after: period(middle, to),
  });
  const changes = (filter: Filter) =>
    [...filtered(filter).bundles.values()].map(({ edges, change }) => [edges[0]?.predicate, change]);
  expect(changes(compare('2024-01', '2024-02', '2024-02'))).toEqual([
    ['MET', 'same'],
    ['ACCUSED', 'new'],
  ]);
  expect(changes(compare('2024-02', '2025', '2025'))).toEqual([
    ['MET', 'gone'],
    ['ACCUSED', 'gone'],
    ['VISITED', 'new'],
  ]);
});

test('facets count every statement of the page once', () => {
  const facets = facetsOf(view, traits, plovers);
  expect([...facets.statuses]).toEqual([
    ['occurred', 4],
    ['planned', 2],
  ]);
  expect([facets.affirmed, facets.negated]).toEqual([5, 1]);
  expect(facets.holders).toEqual([
    [null, 4],
    ['c', 2],
  ]);
  expect(facets.plovers).toEqual([
    ['CONSULT', 3],
    ['DISAPPROVE', 2],
  ]);
});

test('an answer of the server becomes the traits of the edges that were asked about', () => {
  const got = withTraits([met, accused], {
    sources: ['', 'Wire'],
    holders: [{ id: 'h', name: 'Holder' }],
    statements: [
      [1, '2024-05', 1, 2, 0.5, 1, 0],
      [0, '', 0, 0, 1, 0, -1],
    ],
    total: 7,
  })(noTraits);
  expect(got.byEdge.get(accused.id)).toEqual([
    trait('2024-05', { negated: true, status: 'planned', confidence: 0.5, holder: 'h' }),
  ]);
  expect(got.byEdge.get(met.id)).toEqual([trait('', { confidence: 1, source: '' })]);
  expect(got).toMatchObject({ held: 2, total: 7 });
});

const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('period' as const),
    period: fc.record({ from: fc.integer({ min: 19700, max: 19900 }), to: fc.integer({ min: 19700, max: 20200 }) }),
  }),
  fc.record({ kind: fc.constant('polarity' as const), negated: fc.boolean() }),
  fc.record({ kind: fc.constant('confidence' as const), least: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('sources' as const), least: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('degree' as const), least: fc.integer({ min: 1, max: 3 }) }),
);

test('law: each filter of a chain leaves no more than it was given, and the last counts are what is drawn', () => {
  fc.assert(
    fc.property(fc.array(anyFilter, { maxLength: 5 }), (filters) => {
      const scene = filtered(...filters);
      scene.counts.forEach((after, at) => {
        const before = scene.counts[at - 1] ?? after;
        expect(after.entities).toBeLessThanOrEqual(before.entities);
        expect(after.relations).toBeLessThanOrEqual(before.relations);
        expect(after.statements).toBeLessThanOrEqual(before.statements);
      });
      const drawn = [...scene.bundles.values()].reduce((sum, bundle) => sum + bundle.statements, 0);
      expect(scene.counts.at(-1)).toMatchObject({ entities: scene.nodes.size, statements: drawn });
    }),
  );
});

test('law: a chain holds one filter of a kind; moving keeps what is in it, dropping takes one out', () => {
  fc.assert(
    fc.property(fc.array(anyFilter, { minLength: 1, maxLength: 8 }), (filters) => {
      const chain = filters.reduce<readonly Filter[]>((now, filter) => withFilter(now, filter), []);
      const kinds = chain.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      for (const kind of kinds) {
        expect(
          movedFilter(chain, kind, -1)
            .map((filter) => filter.kind)
            .toSorted(),
        ).toEqual(kinds.toSorted());
        expect(movedFilter(movedFilter(chain, kind, 1), kind, -1).map((filter) => filter.kind)).toEqual(
          kind === kinds.at(-1) && kinds.length > 1 ? movedFilter(chain, kind, -1).map((filter) => filter.kind) : kinds,
        );
        expect(withoutFilter(chain, kind)).toHaveLength(chain.length - 1);
      }
      expect(dropFilter('compare')(view)).toBe(view);
    }),
  );
});
