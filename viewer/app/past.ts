/**
 * The graph as of a date: every answer is asked for as of it, and what is on the page is shown as it was known then. The way
 * back gives the page that was there before.
 */
import type { Actions } from './actions.ts';
import { answerAsOf } from './api/client.ts';
import type { Exploring } from './exploring.ts';
import type { Stage } from './graph/stage.ts';
import { sharedOf } from './state/share.ts';
import type { AppState, Store } from './state/store.ts';
import { put, startState } from './state/store.ts';
import { dateWords } from './text/words.ts';

/** From now on the page asks as of `date`; what it read as of another one is dropped. */
export const turnTo = (store: Store<AppState>, date: string | null): void => {
  if (store.get().asOf === date) return;
  answerAsOf(date);
  const { view, selection, summary, traits, panels, search } = startState;
  store.update(put<AppState>({ asOf: date, view, selection, playing: false, summary, traits, panels, search }));
};

export const createPast = (
  store: Store<AppState>,
  stage: () => Stage,
  { attempt, open, say }: Pick<Actions, 'attempt' | 'open' | 'say'>,
  { showShared, stop }: Pick<Exploring, 'showShared' | 'stop'>,
) => ({
  /** Shows the graph as of `date`; null: as it is, with what was on the page before. */
  showAsOf: (date: string | null): void => {
    stop();
    const { asOf, view, selection } = store.get();
    if (asOf === date) return;
    const present = asOf === null ? sharedOf(view.present, stage().places(), selection, null) : store.get().present;
    turnTo(store, date);
    stage().select(null);
    store.update(put<AppState>({ present: date === null ? null : present, opening: 'waiting', notice: null }));
    const shown = async (): Promise<void> => {
      try {
        if (present !== null) await showShared({ ...present, asOf: date });
      } catch (error) {
        if (store.get().asOf === date) store.update(put<AppState>({ opening: 'failed' }));
        throw error;
      }
      // Another date was asked for meanwhile.
      if (store.get().asOf !== date) return;
      if (store.get().view.present.nodes.size === 0) open();
      say(date === null ? 'The graph as it is now.' : `The graph as known on ${dateWords(date)}.`);
    };
    attempt(shown);
  },
});

export type Past = ReturnType<typeof createPast>;
