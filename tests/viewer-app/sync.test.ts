import { UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { DisplayGraph } from '../../viewer/app/graph/renderer.ts';
import type { EdgeAttributes, NodeAttributes } from '../../viewer/app/graph/style.ts';
import { BOTH_HEADS, bundleStyle, DASHED, HEAD_AT_END, HEAD_AT_START } from '../../viewer/app/graph/style.ts';
import { applyScene } from '../../viewer/app/graph/sync.ts';
import { emptyScene, pairId, sceneOf } from '../../viewer/app/state/scene.ts';
import { addToGraph, emptyView, setFilter, togglePredicate } from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';
import { trait, traitsOf } from './traits.ts';

const view = addToGraph({
  nodes: [node('a'), node('b'), node('c')],
  edges: [edge('a', 'MET', 'b'), edge('b', 'VISITED', 'a', { symmetric: false }), edge('b', 'MET', 'c')],
})(emptyView);
const traits = traitsOf({
  'a MET b': [trait('2024-01-01')],
  'b VISITED a': [trait('2024-02-01', { negated: true })],
  'b MET c': [trait('2024-02-01')],
});
const fresh = (): DisplayGraph =>
  new UndirectedGraph<NodeAttributes, EdgeAttributes>({ multi: false, allowSelfLoops: false });

test('a filter hides in place and names only what it changed; nothing is dropped', () => {
  const graph = fresh();
  const all = sceneOf(view, traits);
  expect(applyScene(graph, emptyScene, all, new Map())).toMatchObject({
    addedNodes: ['a', 'b', 'c'],
    addedEdges: [pairId('a', 'b'), pairId('b', 'c')],
  });
  const denied = sceneOf(setFilter({ kind: 'polarity', negated: true })(view), traits);
  expect(applyScene(graph, all, denied, new Map())).toEqual({
    addedNodes: [],
    addedEdges: [],
    nodes: ['c'],
    edges: [pairId('b', 'c'), pairId('a', 'b')],
  });
  expect([graph.order, graph.size]).toEqual([3, 2]);
  expect(graph.filterNodes((_, { hidden }) => !hidden)).toEqual(['a', 'b']);
});

test('the same scene changes nothing', () => {
  const graph = fresh();
  const scene = sceneOf(view, traits);
  applyScene(graph, emptyScene, scene, new Map());
  expect(applyScene(graph, scene, scene, new Map())).toEqual({
    addedNodes: [],
    addedEdges: [],
    nodes: [],
    edges: [],
  });
});

test('a line that a filter turns keeps its place and gets its head at the other end', () => {
  const graph = fresh();
  const both = sceneOf(view, traits);
  applyScene(graph, emptyScene, both, new Map());
  const pair = pairId('a', 'b');
  expect(graph.source(pair)).toBe('a');
  expect(graph.getEdgeAttribute(pair, 'style')).toBe(BOTH_HEADS);
  applyScene(graph, both, sceneOf(togglePredicate('MET')(view), traits), new Map());
  expect(graph.getEdgeAttribute(pair, 'style')).toBe(HEAD_AT_START);
});

test('heads and dashes', () => {
  const [bundle] = sceneOf(view, traits).bundles.values();
  if (!bundle) throw new Error('There is no bundle.');
  const style = (more: Partial<typeof bundle>, start = bundle.source): number =>
    bundleStyle({ ...bundle, ...more }, start);
  expect(style({ direction: 'none' })).toBe(0);
  expect(style({ direction: 'forward' })).toBe(HEAD_AT_END);
  expect(style({ direction: 'forward', intended: true }, bundle.target)).toBe(HEAD_AT_START | DASHED);
  expect(style({ direction: 'none', change: 'gone' })).toBe(DASHED);
});
