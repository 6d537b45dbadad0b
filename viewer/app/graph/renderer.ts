/**
 * The one place that makes a sigma: programs, settings, layers. Sigma's own labels are off (they collide); the overlay
 * canvas draws them. Edge events are off too (they double the upload); graph/hit.ts finds edges.
 */
import { createNodeBorderProgram } from '@sigma/node-border';
import type Graph from 'graphology';
import { Sigma } from 'sigma';
import { NodeCircleProgram } from 'sigma/rendering';
import { RelationProgram } from './edge-program.ts';
import type { createReducers, EdgeAttributes, NodeAttributes } from './style.ts';
import { ThinProgram } from './thin-program.ts';

export type DisplayGraph = Graph<NodeAttributes, EdgeAttributes>;
export type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

const drawNothing = (): void => {};

const NodeProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 2, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
  drawLabel: drawNothing,
  drawHover: drawNothing,
});

/** A sigma on `container`; the reducers decide how everything looks, `crowding` what sizes are divided by (graph/crowd.ts). */
export const createRenderer = (
  graph: DisplayGraph,
  container: HTMLElement,
  reducers: ReturnType<typeof createReducers>,
  crowding: () => number,
): Renderer => {
  const renderer: Renderer = new Sigma(graph, container, {
    ...reducers,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    zIndex: true,
    allowInvalidContainer: true,
    defaultNodeType: 'bordered',
    nodeProgramClasses: { bordered: NodeProgram, dot: NodeCircleProgram },
    nodeHoverProgramClasses: { bordered: NodeProgram, dot: NodeCircleProgram },
    // One number for all: no buffer is filled anew when the crowd grows.
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) * crowding(),
    defaultEdgeType: 'relation',
    edgeProgramClasses: { relation: RelationProgram, thin: ThinProgram },
    minEdgeThickness: 1,
    stagePadding: 56,
    minCameraRatio: 0.04,
    maxCameraRatio: 4,
    doubleClickZoomingRatio: 1,
  });
  renderer.createCanvasContext('overlay', { style: { pointerEvents: 'none' } });
  renderer.resize(true);
  return renderer;
};
