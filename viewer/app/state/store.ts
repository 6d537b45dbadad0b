/** One mutable cell that holds the page's state. Everybody else reads values and hands in producers. */
import type { Summary } from '../../contract.ts';
import type { SearchState } from './search.ts';
import { noSearch } from './search.ts';
import type { History } from './history.ts';
import { startHistory } from './history.ts';
import type { Panels } from './panel.ts';
import type { Plovers } from './filters.ts';
import type { Scene } from './scene.ts';
import type { Shared } from './share.ts';
import { sceneOf } from './scene.ts';
import type { Traits } from './traits.ts';
import { noTraits } from './traits.ts';
import type { Producer, Selection, View } from './view.ts';
import { emptyView } from './view.ts';

export type Theme = 'system' | 'light' | 'dark';

/** Something that failed or ended, told in the bar above the graph, with the action that would try it again. */
interface Notice {
  readonly tone: 'error' | 'hint';
  readonly message: string;
  readonly retry: (() => void) | null;
}

export interface AppState {
  readonly opening: 'waiting' | 'failed' | 'open';
  readonly summary: Summary | null;
  readonly view: History<View>;
  readonly selection: Selection | null;
  readonly panels: Panels;
  readonly search: SearchState;
  readonly side: 'filter' | 'list' | 'shape' | null;
  readonly theme: Theme;
  readonly notice: Notice | null;
  /** The last thing said in the live region. */
  readonly announcement: string;
  readonly laying: boolean;
  readonly traits: Traits;
  /** Statements behind the relations on the page are on their way. */
  readonly readingTraits: boolean;
  readonly timelineOpen: boolean;
  /** The film over time runs. */
  readonly playing: boolean;
  /** Whether the server takes judgements; false until it has said so. */
  readonly judging: boolean;
  /** The date as of which the graph is shown; null: as it is. */
  readonly asOf: string | null;
  /** What was on the page before the past was shown. */
  readonly present: Shared | null;
}

export const startState: AppState = {
  opening: 'waiting',
  summary: null,
  view: startHistory(emptyView),
  selection: null,
  panels: [],
  search: noSearch,
  side: 'filter',
  theme: 'system',
  notice: null,
  announcement: '',
  laying: false,
  traits: noTraits,
  readingTraits: false,
  timelineOpen: true,
  playing: false,
  judging: false,
  asOf: null,
  present: null,
};

const noPlovers: Plovers = new Map();
const ploversKept = new WeakMap<Summary, Plovers>();

/** The PLOVER class of each predicate of the store. */
export const ploversOf = (summary: Summary | null): Plovers => {
  if (!summary) return noPlovers;
  const known = ploversKept.get(summary);
  if (known) return known;
  const made = new Map(summary.predicates.map(({ predicate, plover }) => [predicate, plover]));
  ploversKept.set(summary, made);
  return made;
};

/** What is drawn now. */
export const shownScene = (state: AppState): Scene =>
  sceneOf(state.view.present, state.traits, ploversOf(state.summary));

export interface Store<S> {
  get(): S;
  /** Applies a producer; listeners hear of it once, at the end of the current task. */
  update(producer: Producer<S>): void;
  listen(listener: (state: S) => void): void;
}

/** `schedule` runs a callback after the current task; listeners are called once for any number of updates before it. */
export const createStore = <S>(start: S, schedule: (callback: () => void) => void): Store<S> => {
  let state = start;
  let waiting = false;
  const listeners: ((state: S) => void)[] = [];
  const tell = (): void => {
    waiting = false;
    for (const listener of listeners) listener(state);
  };
  return {
    get: () => state,
    update(producer) {
      const next = producer(state);
      if (next === state) return;
      state = next;
      if (waiting) return;
      waiting = true;
      schedule(tell);
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
};

/** Lifts a producer of one part of the state to the whole. */
export const over =
  <S, K extends keyof S>(key: K, producer: Producer<S[K]>): Producer<S> =>
  (state) => {
    const part = producer(state[key]);
    return part === state[key] ? state : { ...state, [key]: part };
  };

/** Sets some parts. */
export const put =
  <S>(parts: Partial<S>): Producer<S> =>
  (state) => ({ ...state, ...parts });
