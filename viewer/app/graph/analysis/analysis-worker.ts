/** The worker's side of the measures: one question in, one answer out. */
import type { PlainGraph } from './measures.ts';
import { betweennessOf, communitiesOf } from './measures.ts';

export interface Question {
  readonly measure: 'communities' | 'betweenness';
  readonly graph: PlainGraph;
}

export type Answer =
  | { readonly measure: 'communities'; readonly of: readonly [string, string][] }
  | { readonly measure: 'betweenness'; readonly of: readonly [string, number][] | null };

self.addEventListener('message', (event: MessageEvent<Question>) => {
  const { measure, graph } = event.data;
  const answer: Answer =
    measure === 'communities' ? { measure, of: communitiesOf(graph) } : { measure, of: betweennessOf(graph) };
  self.postMessage(answer);
});
