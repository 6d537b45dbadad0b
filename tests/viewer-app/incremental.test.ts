/** Laws of what is kept from one scene to the next: the result is that of a page that keeps nothing. */
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import { Lines } from '../../viewer/app/graph/lines.ts';
import type { DisplayGraph } from '../../viewer/app/graph/renderer.ts';
import type { NodeAttributes } from '../../viewer/app/graph/style.ts';
import { applyScene } from '../../viewer/app/graph/sync.ts';
import { facetsOf } from '../../viewer/app/state/facets.ts';
import { emptyScene, neighboursOf, sceneOf } from '../../viewer/app/state/scene.ts';
import { shownTimeline } from '../../viewer/app/state/shown-timeline.ts';
import type { Trait, Traits } from '../../viewer/app/state/traits.ts';
import { noTraits } from '../../viewer/app/state/traits.ts';
import type { Producer, View } from '../../viewer/app/state/view.ts';
import {
  addToGraph,
  clearFilters,
  emptyView,
  removeFromGraph,
  setFilter,
  sizeBy,
  togglePredicate,
  toggleType,
} from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';
import { period, trait } from './traits.ts';

const IDS = Array.from('abcdefgh');
const PREDICATES = ['MET', 'ACCUSED', 'VISITED'];
const EDGES = IDS.flatMap((one, at) =>
  IDS.slice(at + 1).flatMap((other, by) =>
    PREDICATES.filter((_, predicate) => (at + by + predicate) % 3 !== 0).map((predicate, number) =>
      edge(number === 0 ? one : other, predicate, number === 0 ? other : one, {
        statements: 2,
        quadClass: predicate === 'ACCUSED' ? 3 : 1,
      }),
    ),
  ),
);
const NODES = IDS.map((id, at) => node(id, at % 2 === 0 ? 'Person' : 'Country'));
const statementsOf = (number: number): Trait[] =>
  [number, number + 5].map((at) =>
    trait(`2024-${String((at % 12) + 1).padStart(2, '0')}-10`, {
      source: at % 3 === 0 ? 'Post' : 'Wire',
      status: at % 4 === 0 ? 'planned' : 'occurred',
      negated: at % 5 === 0,
    }),
  );

interface Page {
  readonly view: View;
  readonly traits: Traits;
}

const onView =
  (producer: Producer<View>): Producer<Page> =>
  ({ view, traits }) => ({ view: producer(view), traits });

/** Statements of the first relations on the page that have none yet. */
const read: Producer<Page> = ({ view, traits }) => {
  const byEdge = new Map(traits.byEdge);
  const unread = [...view.edges.keys()].filter((id) => !byEdge.has(id)).slice(0, 9);
  for (const id of unread) byEdge.set(id, statementsOf(EDGES.findIndex((each) => each.id === id)));
  return { view, traits: { ...traits, byEdge } };
};

const month = fc.integer({ min: 1, max: 12 }).map((at) => `2024-${String(at).padStart(2, '0')}`);
const gesture: fc.Arbitrary<Producer<Page>> = fc.oneof(
  fc.subarray(NODES, { minLength: 1 }).map((nodes) => onView(addToGraph({ nodes, edges: EDGES }))),
  fc.constantFrom(...IDS).map((id) => onView(removeFromGraph(id))),
  fc.constantFrom(...PREDICATES).map((predicate) => onView(togglePredicate(predicate))),
  fc.constant(onView(toggleType('Country'))),
  fc.constant(onView(clearFilters)),
  fc.constant(read),
  fc.constantFrom('degree' as const, 'statements' as const).map((by) => onView(sizeBy({ by }))),
  fc.tuple(month, month).map(([from, to]) => onView(setFilter({ kind: 'period', period: period(from, to) }))),
  fc
    .tuple(month, month)
    .map(([one, other]) =>
      onView(setFilter({ kind: 'compare', before: period(one, one), after: period(other, other) })),
    ),
  fc.boolean().map((negated) => onView(setFilter({ kind: 'polarity', negated }))),
  fc.constant(onView(setFilter({ kind: 'source', name: 'Post' }))),
  fc.integer({ min: 1, max: 3 }).map((least) => onView(setFilter({ kind: 'degree', least }))),
);

const start: Page = { view: emptyView, traits: noTraits };

/** The same page out of new values, of which nothing can have been kept. */
const anew = ({ view, traits }: Page): Page => ({
  view: {
    ...view,
    nodes: new Map([...view.nodes].map(([id, each]) => [id, { ...each }])),
    edges: new Map([...view.edges].map(([id, each]) => [id, { ...each }])),
  },
  traits: {
    ...traits,
    byEdge: new Map([...traits.byEdge].map(([id, list]) => [id, list.map((each) => ({ ...each }))])),
  },
});

const plovers = new Map([['MET', 'CONSULT']]);
const told = ({ view, traits }: Page) => {
  const scene = sceneOf(view, traits, plovers);
  return {
    nodes: scene.nodes,
    bundles: scene.bundles,
    sizes: scene.sizes,
    counts: scene.counts,
    neighbours: IDS.map((id) => neighboursOf(scene, id)),
    facets: facetsOf(view, traits, plovers),
    timeline: shownTimeline(view, traits, plovers),
  };
};

interface Drawing {
  readonly graph: DisplayGraph;
  readonly lines: Lines;
}
const drawing = (): Drawing => ({
  graph: new UndirectedGraph<NodeAttributes>({ multi: false, allowSelfLoops: false }),
  lines: new Lines(() => '#000000'),
});
const drawn = ({ graph, lines }: Drawing) => ({
  nodes: new Map(
    graph.filterNodes((_, { hidden }) => !hidden).map((id) => [id, { ...graph.getNodeAttributes(id), x: 0, y: 0 }]),
  ),
  lines: new Map(
    [...lines]
      .filter(({ hidden }) => !hidden)
      .map(({ id, tone, change, size, bundle }) => [id, { tone, change, size, bundle }]),
  ),
});

test('law: whatever was done before, the page shows what it would show if it had kept nothing', () => {
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 1, maxLength: 14 }), (gestures) => {
      const pages = gestures.reduce<Page[]>((done, each) => [...done, each(done.at(-1) ?? start)], []);
      // All of them first: a page out of new values would leave nothing to keep for the next one.
      const kept = pages.map(told);
      pages.forEach((page, at) => expect(kept[at]).toEqual(told(anew(page))));
    }),
    { numRuns: 150 },
  );
});

test('law: a drawing that is changed step by step ends as one that is drawn at once, undo included', () => {
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 1, maxLength: 10 }), fc.nat(9), (gestures, back) => {
      const stepByStep = drawing();
      let before = emptyScene;
      const show = ({ view, traits }: Page): void => {
        const scene = sceneOf(view, traits, plovers);
        applyScene(stepByStep.graph, stepByStep.lines, before, scene, new Map());
        before = scene;
      };
      const pages = gestures.reduce<Page[]>((done, each) => [...done, each(done.at(-1) ?? start)], []);
      pages.forEach(show);
      const last = pages[Math.min(back, pages.length - 1)] ?? start;
      show(last);
      const atOnce = drawing();
      const { view, traits } = anew(last);
      applyScene(atOnce.graph, atOnce.lines, emptyScene, sceneOf(view, traits, plovers), new Map());
      expect(drawn(stepByStep)).toEqual(drawn(atOnce));
    }),
    { numRuns: 150 },
  );
});
