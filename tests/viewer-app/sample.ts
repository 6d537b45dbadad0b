/** Small contract-shaped values for the page's tests. */
import type { Evidence, GraphEdge, GraphNode } from '../../viewer/contract.ts';

export const node = (id: string, type: GraphNode['type'] = 'Person', statements = 1): GraphNode => ({
  id,
  name: id.toUpperCase(),
  type,
  statements,
});

export const edge = (source: string, predicate: string, target: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${source} ${predicate} ${target}`,
  source,
  target,
  predicate,
  symmetric: false,
  statements: 1,
  sources: 1,
  first: null,
  last: null,
  affirmed: 1,
  negated: 0,
  quadClass: null,
  ...more,
});

const TEXT = 'Wang Yi met Takeshi Iwaya in Beijing.';

export const evidence = (id: string, predicate = 'MET'): Evidence => ({
  id,
  predicate,
  lemma: 'meet',
  polarity: 'affirmed',
  status: 'occurred',
  subject: { id: 'wang', name: 'Wang Yi', type: 'Person', text: 'Wang Yi', start: 100, end: 107 },
  object: { id: 'iwaya', name: 'Takeshi Iwaya', type: 'Person', text: 'Takeshi Iwaya', start: 112, end: 125 },
  saidBy: null,
  place: { id: 'beijing', name: 'Beijing', type: 'Place', text: 'Beijing', start: 129, end: 136 },
  date: '2024-12-25',
  confidence: 0.75,
  title: null,
  rule: 'verb:meet',
  quote: { start: 100, end: 125 },
  sentence: { text: TEXT, start: 100, end: 100 + TEXT.length },
  bulletin: { id: 'b', title: null, begins: 'Two met.', source: null, url: null, publishedAt: null },
  deniedBy: { statements: [], total: 0 },
  denies: { statements: [], total: 0 },
});
