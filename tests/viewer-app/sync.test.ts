import { UndirectedGraph } from 'graphology';
import { expect, test } from 'vitest';
import type { Line } from '../../viewer/app/graph/lines.ts';
import { Lines } from '../../viewer/app/graph/lines.ts';
import type { DisplayGraph } from '../../viewer/app/graph/renderer.ts';
import type { NodeAttributes } from '../../viewer/app/graph/style.ts';
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
const fresh = (): [DisplayGraph, Lines] => [
  new UndirectedGraph<NodeAttributes>({ multi: false, allowSelfLoops: false }),
  new Lines(() => '#000000'),
];

test('a filter hides in place and names only what it changed; nothing is dropped', () => {
  const [graph, lines] = fresh();
  const all = sceneOf(view, traits);
  expect(applyScene(graph, lines, emptyScene, all, new Map())).toMatchObject({
    addedNodes: ['a', 'b', 'c'],
    addedEdges: [pairId('a', 'b'), pairId('b', 'c')],
  });
  const denied = sceneOf(setFilter({ kind: 'polarity', negated: true })(view), traits);
  expect(applyScene(graph, lines, all, denied, new Map())).toEqual({
    addedNodes: [],
    addedEdges: [],
    nodes: ['c'],
    resized: [],
    edges: [pairId('b', 'c'), pairId('a', 'b')],
  });
  expect([graph.order, lines.size]).toEqual([3, 2]);
  expect(graph.filterNodes((_, { hidden }) => !hidden)).toEqual(['a', 'b']);
});

test('the same scene changes nothing', () => {
  const [graph, lines] = fresh();
  const scene = sceneOf(view, traits);
  applyScene(graph, lines, emptyScene, scene, new Map());
  expect(applyScene(graph, lines, scene, scene, new Map())).toEqual({
    addedNodes: [],
    addedEdges: [],
    nodes: [],
    resized: [],
    edges: [],
  });
});

test('a line that a filter turns keeps its place and gets its head at the other end', () => {
  const [graph, lines] = fresh();
  const both = sceneOf(view, traits);
  applyScene(graph, lines, emptyScene, both, new Map());
  const pair = pairId('a', 'b');
  expect(lines.get(pair)).toMatchObject({ source: 'a', style: BOTH_HEADS });
  applyScene(graph, lines, both, sceneOf(togglePredicate('MET')(view), traits), new Map());
  expect(lines.get(pair)).toMatchObject({ source: 'a', style: HEAD_AT_START });
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

/** Keeps what is written where, and how much room was asked for. */
const paper = () => {
  const written: [number, string][] = [];
  const rooms: number[] = [];
  return {
    written,
    rooms,
    room: (lines: number): void => void rooms.push(lines),
    write: ({ at, id }: Line): void => void written.push([at, id]),
  };
};

test('a line is written where it stands: all at first, then what is new behind them, then what looks different', () => {
  const [graph, lines] = fresh();
  const [styled, thin] = [paper(), paper()];
  lines.drawnBy('styled', styled);
  lines.drawnBy('thin', thin);
  const [ab, bc, cd] = [pairId('a', 'b'), pairId('b', 'c'), pairId('c', 'd')];
  const first = sceneOf(view, traits);
  applyScene(graph, lines, emptyScene, first, new Map());
  lines.fill('styled');
  expect(styled).toMatchObject({
    rooms: [2],
    written: [
      [0, ab],
      [1, bc],
    ],
  });
  const more = sceneOf(addToGraph({ nodes: [node('d')], edges: [edge('c', 'MET', 'd')] })(view), traits);
  const { addedEdges } = applyScene(graph, lines, first, more, new Map());
  lines.append(addedEdges);
  lines.rewrite([bc]);
  lines.follow(new Set([graph.getNodeAttributes('a')]));
  expect(styled.rooms).toEqual([2, 3]);
  expect(styled.written.slice(2)).toEqual([
    [2, cd],
    [1, bc],
    [0, ab],
  ]);
  lines.fill('thin');
  expect([styled.rooms.at(-1), thin.rooms]).toEqual([0, [0, 3]]);
  expect(thin.written).toHaveLength(3);
});
