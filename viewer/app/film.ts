/** Playing the graph over time: the chosen period moves on by itself to where something is stated next. */
import type { GraphEdge } from '../contract.ts';
import type { Period } from './state/filters.ts';
import { filterOf } from './state/filters.ts';
import { step } from './state/history.ts';
import { pairId } from './state/scene.ts';
import { firstDayOf, shownTimeline } from './state/shown-timeline.ts';
import type { AppState, Store } from './state/store.ts';
import { over, ploversOf, put } from './state/store.ts';
import type { Timeline } from './state/timeline.ts';
import { nextFrame, spanOf } from './state/timeline.ts';
import type { View } from './state/view.ts';
import { dropFilter } from './state/view.ts';

/** Milliseconds that one picture of the film stands. */
const FRAME = 700;

/** The timeline behind the period filter, so that what the film walks along does not change under it. */
const timelineNow = ({ view, traits, summary }: AppState): Timeline =>
  shownTimeline(view.present, traits, ploversOf(summary));

/** Where a film of what is selected begins: nobody waits through years in which nothing is said of it. */
const beginning = ({ view, selection, traits, summary }: AppState): number | undefined => {
  if (selection === null) return undefined;
  const { kind, id } = selection;
  const isOf = ({ source, target }: GraphEdge): boolean =>
    kind === 'node' ? source === id || target === id : pairId(source, target) === id;
  return firstDayOf(view.present, traits, ploversOf(summary), isOf) ?? undefined;
};

export const createFilm = (
  store: Store<AppState>,
  setPeriod: (period: Period, going: true) => void,
  say: (announcement: string) => void,
) => {
  let film: ReturnType<typeof setTimeout> | undefined;
  const periodNow = (): Period | null => filterOf(store.get().view.present.chain, 'period')?.period ?? null;

  const stop = (): void => {
    clearTimeout(film);
    if (store.get().playing) store.update(put<AppState>({ playing: false }));
  };
  const showFrame = (): void => {
    const shown = periodNow();
    // Only the first picture looks for where to begin.
    const next = nextFrame(timelineNow(store.get()), shown, shown === null ? beginning(store.get()) : undefined);
    if (next === null) {
      stop();
      say('The film is over.');
      return;
    }
    setPeriod(next, true);
    film = setTimeout(showFrame, FRAME);
  };
  /** Starts or stops the film. At its end it begins again. */
  const play = (): void => {
    if (store.get().playing) {
      stop();
      return;
    }
    const span = spanOf(timelineNow(store.get()));
    const shown = periodNow();
    if (!span) return;
    store.update(put<AppState>({ playing: true }));
    const atEnd = shown !== null && shown.to >= span.to;
    store.update(
      over<AppState, 'view'>(
        'view',
        step('play over time', atEnd ? dropFilter('period') : (now: View) => ({ ...now })),
      ),
    );
    showFrame();
  };
  return { play, stop };
};
