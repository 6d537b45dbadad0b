/**
 * ForceAtlas2 over plain arrays, in slices, until it rests; then boxes are moved apart so that labels can be read. Runs in
 * the worker, and in tests. The result depends on the input alone: iterations are counted, not timed.
 */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { seedPoint } from './positions.ts';
import type { Box } from './separate.ts';
import { separate } from './separate.ts';

interface LayoutNode {
  readonly id: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface LayoutTask {
  readonly nodes: readonly LayoutNode[];
  /** Weight: the number of statements of a bundle. */
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
  /** Width divided by height of the place that the drawing has. */
  readonly aspect: number;
}

/** x and y of each node, in the order of the task's nodes. */
export type Positions = Float64Array<ArrayBuffer>;

const SLICE = 20;
/** A small graph can afford to come to rest; ten thousand nodes cannot. */
const mostIterations = (nodes: number): number => Math.min(2000, Math.max(300, Math.round(150_000 / nodes)));
const AT_REST = 1e-4;
/** Exact below, Barnes-Hut above: measured break-even. */
const BARNES_HUT_FROM = 500;
/** Area of the drawing for each area of a box: room for edges between. */
const ROOM = 2.3;
/** Nodes farther out than this share of all are drawn in: a lone entity must not shrink everybody else. */
const CORE = 0.85;

/** Yields the positions after each slice; the last ones are final. */
export function* layOut(task: LayoutTask): Generator<Positions> {
  const graph = new Graph({ type: 'undirected', multi: false });
  const radius = 10 * Math.sqrt(task.nodes.length + 1);
  for (const node of task.nodes) graph.addNode(node.id, seedPoint(node.id, radius));
  for (const edge of task.edges) {
    if (edge.source !== edge.target) {
      graph.mergeEdge(edge.source, edge.target, { weight: 1 + Math.log2(1 + edge.weight) });
    }
  }
  const settings = {
    barnesHutOptimize: task.nodes.length > BARNES_HUT_FROM,
    barnesHutTheta: 1.2,
    gravity: 1,
    edgeWeightInfluence: 0.6,
    scalingRatio: 10,
    slowDown: 1,
  };
  let before = read(graph, task);
  for (let done = 0; done < mostIterations(task.nodes.length) && task.nodes.length > 1; done += SLICE) {
    forceAtlas2.assign(graph, { iterations: SLICE, settings, getEdgeWeight: 'weight' });
    const now = read(graph, task);
    yield fitted(now, task);
    if (restlessness(before, now) < AT_REST * SLICE) break;
    before = now;
  }
  yield apart(fitted(read(graph, task), task), task);
}

const read = (graph: Graph, task: LayoutTask): Positions => {
  const positions = new Float64Array(task.nodes.length * 2);
  task.nodes.forEach((node, index) => {
    positions[2 * index] = Number(graph.getNodeAttribute(node.id, 'x'));
    positions[2 * index + 1] = Number(graph.getNodeAttribute(node.id, 'y'));
  });
  return positions;
};

/** Mean step of a slice over the width of the drawing. */
const restlessness = (before: Positions, now: Positions): number => {
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let index = 0; index < now.length; index += 2) {
    const x = now[index] ?? 0;
    sum += Math.hypot(x - (before[index] ?? 0), (now[index + 1] ?? 0) - (before[index + 1] ?? 0));
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  return sum / (now.length / 2) / Math.max(most - least, Number.EPSILON);
};

/**
 * Scaled to the area that the boxes need and to the shape of the place, centred on 0. Distances are taken by rank as well
 * as by length: ForceAtlas2 packs the middle and throws leaves far out, and a page has room for neither.
 */
const fitted = (positions: Positions, task: LayoutTask): Positions => {
  drawIn(positions);
  const area = task.nodes.reduce((sum, node) => sum + 4 * node.halfWidth * node.halfHeight, 0) * ROOM;
  const height = Math.sqrt(area / task.aspect);
  const spread = (axis: 0 | 1, length: number): void => {
    const order = task.nodes
      .map((_, index) => index)
      .toSorted((a, b) => (positions[2 * a + axis] ?? 0) - (positions[2 * b + axis] ?? 0));
    const least = positions[2 * (order[0] ?? 0) + axis] ?? 0;
    const most = positions[2 * (order.at(-1) ?? 0) + axis] ?? 0;
    const last = Math.max(1, order.length - 1);
    order.forEach((node, rank) => {
      const byLength = most > least ? ((positions[2 * node + axis] ?? 0) - least) / (most - least) : 0.5;
      const byRank = order.length > 1 ? rank / last : 0.5;
      positions[2 * node + axis] = (0.5 * byLength + 0.5 * byRank - 0.5) * length;
    });
  };
  spread(0, height * task.aspect);
  spread(1, height);
  return positions;
};

/** Moves what lies outside the core's circle onto a circle a little wider, in the same direction. */
const drawIn = (positions: Positions): void => {
  const count = positions.length / 2;
  const distances: number[] = [];
  const middle = [0, 1].map((axis) => {
    const values = positions.filter((_, index) => index % 2 === axis).toSorted();
    return values[Math.floor(count / 2)] ?? 0;
  });
  const [centreX = 0, centreY = 0] = middle;
  for (let node = 0; node < count; node += 1) {
    distances.push(Math.hypot((positions[2 * node] ?? 0) - centreX, (positions[2 * node + 1] ?? 0) - centreY));
  }
  const core = (distances.toSorted((a, b) => a - b)[Math.floor(count * CORE)] ?? 0) * 1.2;
  distances.forEach((distance, node) => {
    if (distance <= core) return;
    positions[2 * node] = centreX + (((positions[2 * node] ?? 0) - centreX) * core) / distance;
    positions[2 * node + 1] = centreY + (((positions[2 * node + 1] ?? 0) - centreY) * core) / distance;
  });
};

const apart = (positions: Positions, task: LayoutTask): Positions => {
  const boxes: Box[] = task.nodes.map((node, index) => ({
    x: positions[2 * index] ?? 0,
    y: positions[2 * index + 1] ?? 0,
    halfWidth: node.halfWidth,
    halfHeight: node.halfHeight,
    pinned: false,
  }));
  separate(boxes);
  boxes.forEach((box, index) => {
    positions[2 * index] = box.x;
    positions[2 * index + 1] = box.y;
  });
  return positions;
};
