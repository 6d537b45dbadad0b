/** The search box: what was typed, what was found, and which result the arrow keys are on. */
import type { SearchResults } from '../../contract.ts';
import type { Asked } from './panel.ts';
import type { Producer } from './view.ts';

export interface SearchState {
  readonly text: string;
  readonly open: boolean;
  /** Null before anything was asked. */
  readonly found: Asked<SearchResults> | null;
  readonly active: number;
}

export const noSearch: SearchState = { text: '', open: false, found: null, active: 0 };

/** Typing; an empty text closes the list. */
export const typed =
  (text: string): Producer<SearchState> =>
  (search) =>
    text.trim() === '' ? { ...noSearch, text } : { ...search, text, open: true, active: 0 };

/** An answer counts only for the text that is still in the box. */
export const answered =
  (text: string, found: Asked<SearchResults>): Producer<SearchState> =>
  (search) =>
    search.text === text ? { ...search, found, active: 0 } : search;

/** Moves the active result by `by`, round the end. */
export const moveActive =
  (by: number): Producer<SearchState> =>
  (search) => {
    const count = search.found?.state === 'here' ? search.found.value.results.length : 0;
    if (count === 0) return search;
    return { ...search, open: true, active: (search.active + by + count) % count };
  };

export const closeSearch: Producer<SearchState> = (search) => (search.open ? { ...search, open: false } : search);
