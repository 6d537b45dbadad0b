/** What each filter of the chain is called on the page. */
import type { Filter } from '../state/filters.ts';

export const FILTER_NAMES: Readonly<Record<Filter['kind'], string>> = {
  period: 'Period',
  compare: 'Two periods',
  status: 'Status',
  polarity: 'Polarity',
  confidence: 'Confidence',
  source: 'Source',
  holder: 'Said by',
  plover: 'Class of act',
  sources: 'Sources',
  degree: 'Neighbours',
};
