/** What the graph's properties hold, as far as the portability rules need to know. */
import { EDGE_PROPERTIES, NODE_PROPERTIES, RELATIONSHIP_PROPERTIES } from '../schema.ts';

const LISTS = new Set(['aliases', 'sourceNames']);
const NUMBERS = new Set([
  'bulletins',
  'mentions',
  'confidence',
  'quadClass',
  'goldstein',
  'start',
  'end',
  'sentenceStart',
  'sentenceEnd',
  'count',
  'statements',
  'events',
  'sources',
  'affirmed',
  'negated',
  'commits',
  'viewCommits',
  'schema',
]);
const ALL: ReadonlySet<string> = new Set([
  ...Object.values(NODE_PROPERTIES).flat(),
  ...Object.values(RELATIONSHIP_PROPERTIES).flat(),
  ...EDGE_PROPERTIES,
]);

export const isListProperty = (name: string): boolean => LISTS.has(name);
export const isNumberProperty = (name: string): boolean => NUMBERS.has(name);
export const isTextProperty = (name: string): boolean => ALL.has(name) && !LISTS.has(name) && !NUMBERS.has(name);
