/** The page's side of the measures: a worker for each question, so that the page never waits. */
import type { Scene } from '../../state/scene.ts';
import type { Answer, Question } from './analysis-worker.ts';
import type { PlainGraph } from './measures.ts';

export const plainOf = (scene: Scene): PlainGraph => ({
  nodes: [...scene.nodes.keys()],
  edges: [...scene.bundles.values()].map(({ source, target, statements }) => ({ source, target, weight: statements })),
});

/** Rejects with an Error when the worker breaks. */
export const measure = (question: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message === '' ? 'The analysis did not start. Reload the page.' : event.message));
    });
    worker.postMessage(question);
  });
