/**
 * The one place that makes a sigma: programs, settings, layers. Sigma's own labels are off (they collide); the overlay
 * canvas draws them. Edge events are off too (they double the upload); graph/hit.ts finds edges.
 */
import { createNodeBorderProgram } from '@sigma/node-border';
import type Graph from 'graphology';
import { Sigma } from 'sigma';
import { DotProgram } from './dot-program.ts';
import { RelationProgram } from './edge-program.ts';
import type { Lines } from './lines.ts';
import type { createNodeReducer, NodeAttributes } from './style.ts';
import { ThinProgram } from './thin-program.ts';

/** The entities; lines are not in it. */
export type DisplayGraph = Graph<NodeAttributes>;
export type Renderer = Sigma<NodeAttributes>;

const drawNothing = (): void => {};

const NodeProgram = createNodeBorderProgram<NodeAttributes>({
  borders: [
    { size: { value: 2, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
  drawLabel: drawNothing,
  drawHover: drawNothing,
});

/** Sigma makes the programs of lines; `lines` hears of each. */
const programsOf = (lines: Lines) => ({
  styled: class extends RelationProgram {
    constructor(...given: ConstructorParameters<typeof RelationProgram>) {
      super(...given);
      lines.drawnBy('styled', this);
    }
  },
  thin: class extends ThinProgram {
    constructor(...given: ConstructorParameters<typeof ThinProgram>) {
      super(...given);
      lines.drawnBy('thin', this);
    }
  },
});

/**
 * A sigma on `container` for the entities of `graph` and for `lines`, which are to be filled next. The reducer decides how
 * entities look, `crowding` what sizes are divided by (graph/crowd.ts).
 */
export const createRenderer = (
  graph: DisplayGraph,
  container: HTMLElement,
  lines: Lines,
  nodeReducer: ReturnType<typeof createNodeReducer>,
  crowding: () => number,
): Renderer => {
  const renderer: Renderer = new Sigma(graph, container, {
    nodeReducer,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    zIndex: true,
    allowInvalidContainer: true,
    defaultNodeType: 'bordered',
    nodeProgramClasses: { bordered: NodeProgram, dot: DotProgram },
    nodeHoverProgramClasses: { bordered: NodeProgram, dot: DotProgram },
    // One number for all: no buffer is filled anew when the crowd grows.
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) * crowding(),
    defaultEdgeType: 'styled',
    edgeProgramClasses: programsOf(lines),
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
