/**
 * Makes the displayed graph equal to a scene, and tells what changed. What leaves the scene is hidden, not dropped: those
 * few lines can then be written anew where they stand, and a film or a brush stays cheap on fifty thousand of them.
 */
import type { Bundle } from '../state/bundles.ts';
import type { Differences } from '../state/differences.ts';
import { differences } from '../state/differences.ts';
import type { SceneNode } from '../state/groups.ts';
import type { Scene } from '../state/scene.ts';
import type { Point } from './layout/positions.ts';
import { seedPoint } from './layout/positions.ts';
import type { DisplayGraph } from './renderer.ts';
import type { Line, LineLook, Lines } from './lines.ts';
import type { NodeAttributes } from './style.ts';
import { bundleSize, bundleStyle, sizeOf } from './style.ts';

const SEED_RADIUS = 300;

export interface Changes {
  /** Ids of what is new. */
  readonly addedNodes: readonly string[];
  readonly addedEdges: readonly string[];
  /** Ids of what was there and looks different. */
  readonly nodes: readonly string[];
  /** Of `nodes` those whose size is another one: their lines end elsewhere. */
  readonly resized: readonly string[];
  readonly edges: readonly string[];
}

type NodeLook = Omit<NodeAttributes, 'x' | 'y'>;

const nodeLook = (node: SceneNode, size: number): NodeLook => ({
  size,
  label: node.name,
  kind: node.type,
  statements: node.statements,
  members: node.members?.length ?? 0,
  hidden: false,
});

const lineLook = (bundle: Bundle, start: string): LineLook => ({
  size: bundleSize(bundle),
  tone: bundle.tone,
  change: bundle.change,
  style: bundleStyle(bundle, start),
  bundle,
  hidden: false,
});

/** Attributes are written straight to their objects: graphology would tell sigma of each one by one. */
const restyled = (attributes: NodeAttributes, look: NodeLook): boolean => {
  const same =
    !attributes.hidden &&
    attributes.size === look.size &&
    attributes.statements === look.statements &&
    attributes.label === look.label &&
    attributes.kind === look.kind &&
    attributes.members === look.members;
  if (!same) Object.assign(attributes, look);
  return !same;
};

const relined = (line: Line, look: LineLook): boolean => {
  const same =
    !line.hidden &&
    line.size === look.size &&
    line.tone === look.tone &&
    line.change === look.change &&
    line.style === look.style;
  Object.assign(line, look);
  return !same;
};

/** Does `work`, which adds much, without sigma hearing of each addition: it has to be told to read everything after it. */
export const quietly = <T>(graph: DisplayGraph, work: () => T): T => {
  const listeners = graph.rawListeners('nodeAdded');
  graph.removeAllListeners('nodeAdded');
  try {
    return work();
  } finally {
    for (const listener of listeners) graph.on('nodeAdded', listener);
  }
};

/** `before` is the scene that the graph and the lines show now. */
export const applyScene = (
  graph: DisplayGraph,
  lines: Lines,
  before: Scene,
  scene: Scene,
  positions: ReadonlyMap<string, Point>,
  changed: Differences = differences(before, scene),
): Changes => {
  const changes = {
    addedNodes: [] as string[],
    addedEdges: [] as string[],
    nodes: [] as string[],
    resized: [] as string[],
    edges: [] as string[],
  };
  const { goneNodes, goneBundles, nodes, bundles } = changed;

  for (const edge of goneBundles) {
    const line = lines.get(edge);
    if (!line) continue;
    line.hidden = true;
    changes.edges.push(edge);
  }
  for (const node of goneNodes) {
    graph.getNodeAttributes(node).hidden = true;
    changes.nodes.push(node);
  }
  for (const node of before.sizes === scene.sizes ? nodes : scene.nodes.values()) {
    const look = nodeLook(node, sizeOf(scene, node));
    if (graph.hasNode(node.id)) {
      const attributes = graph.getNodeAttributes(node.id);
      if (attributes.size !== look.size) changes.resized.push(node.id);
      if (restyled(attributes, look)) changes.nodes.push(node.id);
      continue;
    }
    graph.addNode(node.id, { ...(positions.get(node.id) ?? seedPoint(node.id, SEED_RADIUS)), ...look });
    changes.addedNodes.push(node.id);
  }
  for (const bundle of bundles) {
    const { id, source, target } = bundle;
    if (source === target) continue;
    const line = lines.get(id);
    if (line) {
      if (relined(line, lineLook(bundle, line.source))) changes.edges.push(id);
      continue;
    }
    const [from, to] = [graph.getNodeAttributes(source), graph.getNodeAttributes(target)];
    lines.add({ id, source, target, from, to, ...lineLook(bundle, source) });
    changes.addedEdges.push(id);
  }
  return changes;
};
