/**
 * Makes the displayed graph equal to a scene, and tells what changed. What leaves the scene is hidden, not dropped: sigma
 * can then redraw those few in place, and a film or a brush stays cheap on fifty thousand lines.
 */
import type { Bundle, Scene } from '../state/scene.ts';
import type { Point } from './layout/positions.ts';
import { seedPoint } from './layout/positions.ts';
import type { DisplayGraph } from './renderer.ts';
import type { EdgeAttributes, NodeAttributes } from './style.ts';
import { bundleSize, bundleStyle, sizeOf } from './style.ts';

const SEED_RADIUS = 300;

export interface Changes {
  /** Something is new: everything has to be indexed again. */
  readonly added: boolean;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** Attributes are written straight to their objects: graphology would tell sigma of each one by one. */
const changed = <T extends object>(attributes: T, next: Partial<T>): boolean => {
  let differs = false;
  for (const key in next) {
    if (Object.hasOwn(next, key) && attributes[key] !== next[key]) differs = true;
  }
  if (differs) Object.assign(attributes, next);
  return differs;
};

export const applyScene = (graph: DisplayGraph, scene: Scene, positions: ReadonlyMap<string, Point>): Changes => {
  const nodes: string[] = [];
  const edges: string[] = [];
  let added = false;

  graph.forEachEdge((edge, attributes) => {
    if (!attributes.hidden && !scene.bundles.has(edge)) {
      attributes.hidden = true;
      edges.push(edge);
    }
  });
  graph.forEachNode((node, attributes) => {
    if (!attributes.hidden && !scene.nodes.has(node)) {
      attributes.hidden = true;
      nodes.push(node);
    }
  });
  for (const node of scene.nodes.values()) {
    const look: Omit<NodeAttributes, 'x' | 'y'> = {
      size: sizeOf(scene, node),
      label: node.name,
      kind: node.type,
      statements: node.statements,
      members: node.members?.length ?? 0,
      hidden: false,
    };
    if (graph.hasNode(node.id)) {
      if (changed(graph.getNodeAttributes(node.id), look)) nodes.push(node.id);
      continue;
    }
    graph.addNode(node.id, { ...(positions.get(node.id) ?? seedPoint(node.id, SEED_RADIUS)), ...look });
    added = true;
  }
  for (const bundle of scene.bundles.values()) {
    if (bundle.source === bundle.target) continue;
    if (graph.hasEdge(bundle.id)) {
      const attributes = graph.getEdgeAttributes(bundle.id);
      if (attributes.bundle === bundle && !attributes.hidden) continue;
      if (changed(attributes, lookOf(bundle, graph.source(bundle.id)))) edges.push(bundle.id);
      attributes.bundle = bundle;
      continue;
    }
    graph.addEdgeWithKey(bundle.id, bundle.source, bundle.target, { ...lookOf(bundle, bundle.source), bundle });
    added = true;
  }
  return { added, nodes, edges };
};

const lookOf = (bundle: Bundle, start: string): Omit<EdgeAttributes, 'bundle'> => ({
  size: bundleSize(bundle),
  tone: bundle.tone,
  change: bundle.change,
  style: bundleStyle(bundle, start),
  hidden: false,
});
