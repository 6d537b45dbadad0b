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

/** Typing; for an empty text the list is that of what was found lately. */
export const typed =
  (text: string): Producer<SearchState> =>
  (search) =>
    text.trim() === '' ? { ...noSearch, text, open: true } : { ...search, text, open: true, active: 0 };

/** An answer counts only for the text that is still in the box. */
export const answered =
  (text: string, found: Asked<SearchResults>): Producer<SearchState> =>
  (search) =>
    search.text === text ? { ...search, found, active: 0 } : search;

/** Moves the active one of `count` choices by `by`, round the end. */
export const moveActive =
  (by: number, count: number): Producer<SearchState> =>
  (search) =>
    count === 0 ? search : { ...search, open: true, active: (search.active + by + count) % count };

export const closeSearch: Producer<SearchState> = (search) => (search.open ? { ...search, open: false } : search);
