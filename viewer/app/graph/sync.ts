/**
 * Makes the displayed graph equal to a scene, and tells what changed. What leaves the scene is hidden, not dropped: sigma
 * can then redraw those few in place, and a film or a brush stays cheap on fifty thousand lines.
 */
import type { SceneNode } from '../state/groups.ts';
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

type NodeLook = Omit<NodeAttributes, 'x' | 'y'>;

/** Attributes are written straight to their objects: graphology would tell sigma of each one by one. */
const restyled = (attributes: NodeAttributes, node: SceneNode, size: number): boolean => {
  const members = node.members?.length ?? 0;
  const same =
    !attributes.hidden &&
    attributes.size === size &&
    attributes.statements === node.statements &&
    attributes.label === node.name &&
    attributes.members === members;
  if (same) return false;
  Object.assign(attributes, nodeLook(node, size));
  return true;
};

const nodeLook = (node: SceneNode, size: number): NodeLook => ({
  size,
  label: node.name,
  kind: node.type,
  statements: node.statements,
  members: node.members?.length ?? 0,
  hidden: false,
});

/** `before` is the scene that the graph shows now. */
export const applyScene = (
  graph: DisplayGraph,
  before: Scene,
  scene: Scene,
  positions: ReadonlyMap<string, Point>,
): Changes => {
  const nodes: string[] = [];
  const edges: string[] = [];
  let added = false;

  for (const edge of before.bundles.keys()) {
    if (scene.bundles.has(edge) || !graph.hasEdge(edge)) continue;
    graph.getEdgeAttributes(edge).hidden = true;
    edges.push(edge);
  }
  for (const node of before.nodes.keys()) {
    if (scene.nodes.has(node)) continue;
    graph.getNodeAttributes(node).hidden = true;
    nodes.push(node);
  }
  for (const node of scene.nodes.values()) {
    const size = sizeOf(scene, node);
    if (graph.hasNode(node.id)) {
      if (restyled(graph.getNodeAttributes(node.id), node, size)) nodes.push(node.id);
      continue;
    }
    graph.addNode(node.id, {
      ...(positions.get(node.id) ?? seedPoint(node.id, SEED_RADIUS)),
      ...nodeLook(node, size),
    });
    added = true;
  }
  for (const bundle of scene.bundles.values()) {
    if (bundle === before.bundles.get(bundle.id) || bundle.source === bundle.target) continue;
    if (graph.hasEdge(bundle.id)) {
      Object.assign(graph.getEdgeAttributes(bundle.id), lookOf(bundle, graph.source(bundle.id)));
      edges.push(bundle.id);
      continue;
    }
    graph.addEdgeWithKey(bundle.id, bundle.source, bundle.target, lookOf(bundle, bundle.source));
    added = true;
  }
  return { added, nodes, edges };
};

const lookOf = (bundle: Bundle, start: string): EdgeAttributes => ({
  size: bundleSize(bundle),
  tone: bundle.tone,
  change: bundle.change,
  style: bundleStyle(bundle, start),
  bundle,
  hidden: false,
});
