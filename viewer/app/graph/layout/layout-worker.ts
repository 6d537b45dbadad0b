/** The worker's side of the layout: one task in, positions out at most ten times a second, the last ones as `done`. */
import type { LayoutTask, Positions } from './force.ts';
import { layOut } from './force.ts';

export interface LayoutReport {
  readonly positions: Positions;
  readonly done: boolean;
}

const BETWEEN_REPORTS = 100;

self.addEventListener('message', (event: MessageEvent<LayoutTask>) => {
  let last = performance.now();
  let latest: Positions = new Float64Array(event.data.nodes.length * 2);
  for (const positions of layOut(event.data)) {
    latest = positions;
    if (performance.now() - last >= BETWEEN_REPORTS) {
      last = performance.now();
      self.postMessage({ positions, done: false } satisfies LayoutReport);
    }
  }
  self.postMessage({ positions: latest, done: true } satisfies LayoutReport);
});
