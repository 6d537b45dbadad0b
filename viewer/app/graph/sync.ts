/** Makes the displayed graph equal to a scene: only what differs is dropped, added or changed. */
import type { Bundle, Scene } from '../state/scene.ts';
import type { Point } from './layout/positions.ts';
import { seedPoint } from './layout/positions.ts';
import type { DisplayGraph } from './renderer.ts';
import { bundleSize, bundleType, nodeSize } from './style.ts';

const SEED_RADIUS = 300;

export const applyScene = (graph: DisplayGraph, scene: Scene, positions: ReadonlyMap<string, Point>): void => {
  for (const edge of graph.edges()) {
    // An undirected pair keeps its id, but a filter may turn its arrow: then it is another edge.
    const bundle = scene.bundles.get(edge);
    if (!bundle || graph.source(edge) !== bundle.source) graph.dropEdge(edge);
  }
  for (const node of graph.nodes()) if (!scene.nodes.has(node)) graph.dropNode(node);
  for (const node of scene.nodes.values()) {
    const size = nodeSize(node.statements);
    if (graph.hasNode(node.id)) {
      if (graph.getNodeAttribute(node.id, 'statements') !== node.statements) {
        graph.mergeNodeAttributes(node.id, { size, statements: node.statements });
      }
      continue;
    }
    const { x, y } = positions.get(node.id) ?? seedPoint(node.id, SEED_RADIUS);
    graph.addNode(node.id, { x, y, size, label: node.name, kind: node.type, statements: node.statements });
  }
  for (const bundle of scene.bundles.values()) {
    if (bundle.source === bundle.target) continue;
    const attributes = { size: bundleSize(bundle), tone: bundle.tone, type: bundleType(bundle), bundle };
    if (!graph.hasEdge(bundle.id)) graph.addEdgeWithKey(bundle.id, bundle.source, bundle.target, attributes);
    else if (!sameEdges(graph.getEdgeAttribute(bundle.id, 'bundle'), bundle)) {
      graph.replaceEdgeAttributes(bundle.id, attributes);
    }
  }
};

const sameEdges = (a: Bundle, b: Bundle): boolean =>
  a.edges.length === b.edges.length && a.edges.every((edge, index) => edge === b.edges[index]);
