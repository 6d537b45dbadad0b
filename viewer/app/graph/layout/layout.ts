/** The page's side of the layout: starts the worker for one task and stops it when a newer task or nobody needs it. */
import type { LayoutTask, Positions } from './force.ts';
import type { LayoutReport } from './layout-worker.ts';

export interface RunningLayout {
  stop(): void;
}

/** `report` hears positions at most ten times a second; `done` is true once, at the end; `fail` when the worker breaks. */
export const startLayout = (
  task: LayoutTask,
  report: (positions: Positions, done: boolean) => void,
  fail: (message: string) => void,
): RunningLayout => {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<LayoutReport>) => {
    report(event.data.positions, event.data.done);
    if (event.data.done) worker.terminate();
  });
  worker.addEventListener('error', (event) => {
    fail(event.message === '' ? 'the layout worker did not start' : event.message);
    worker.terminate();
  });
  worker.postMessage(task);
  return { stop: () => worker.terminate() };
};
