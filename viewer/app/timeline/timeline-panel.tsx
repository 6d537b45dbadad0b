/** The bar of time under the drawing: histogram, brush, film, and the comparison of two periods. */
import type { App } from '../app.ts';
import { AsOfField } from '../panels/as-of.tsx';
import { IconButton, Glyph } from '../panels/symbols.tsx';
import type { Period } from '../state/filters.ts';
import { filterOf } from '../state/filters.ts';
import type { Change, Scene } from '../state/scene.ts';
import { shownTimeline } from '../state/shown-timeline.ts';
import { ploversOf } from '../state/store.ts';
import type { Timeline } from '../state/timeline.ts';
import { spanOf } from '../state/timeline.ts';
import { isoDay } from '../state/traits.ts';
import { counted, dateWords, number } from '../text/words.ts';
import { Bins } from './bins.tsx';
import { Brush } from './brush.tsx';

const periodWords = ({ from, to }: Period): string =>
  from === to ? dateWords(isoDay(from)) : `${dateWords(isoDay(from))} – ${dateWords(isoDay(to))}`;

/** What lies before a period, of the same length; for all times, their first half and their second. */
const halves = (timeline: Timeline, period: Period | null): { before: Period; after: Period } | null => {
  const span = spanOf(timeline);
  if (!span) return null;
  if (period && period.from > span.from) {
    const length = period.to - period.from;
    return { before: { from: Math.max(span.from, period.from - 1 - length), to: period.from - 1 }, after: period };
  }
  const whole = period ?? span;
  const middle = Math.floor((whole.from + whole.to) / 2);
  return { before: { from: whole.from, to: middle }, after: { from: middle + 1, to: whole.to } };
};

const CHANGES: readonly { change: Change; name: string; sign: string }[] = [
  { change: 'new', name: 'new', sign: '+' },
  { change: 'gone', name: 'gone', sign: '−' },
  { change: 'changed', name: 'changed', sign: '±' },
  { change: 'same', name: 'as before', sign: '=' },
];

const Changes = ({ scene }: { scene: Scene }) => {
  const counts = new Map<Change, number>();
  for (const { change } of scene.bundles.values()) if (change) counts.set(change, (counts.get(change) ?? 0) + 1);
  return (
    <ul class="changes" aria-label="What became of the pairs">
      <li class="changes-unit">Pairs:</li>
      {CHANGES.map(({ change, name, sign }) => (
        <li key={change} class={`change-${change}`}>
          <span aria-hidden="true">{sign}</span> <strong>{number(counts.get(change) ?? 0)}</strong> {name}
        </li>
      ))}
    </ul>
  );
};

export const TimelinePanel = ({ app, scene }: { app: App; scene: Scene }) => {
  const { state, act } = app;
  const view = state.view.present;
  if (state.opening !== 'open' || view.edges.size === 0) return null;
  const timeline = shownTimeline(view, state.traits, ploversOf(state.summary));
  const comparison = filterOf(view.chain, 'compare');
  const period = comparison?.after ?? filterOf(view.chain, 'period')?.period ?? null;
  const span = spanOf(timeline);
  const statements = scene.counts.at(-1)?.statements ?? 0;
  const onPeriod = (next: Period | null, going: boolean): void => {
    if (!comparison) {
      act.stop();
      act.setPeriod(next, going);
      return;
    }
    const sides = next && halves(timeline, next);
    if (sides) act.compare(sides.before, sides.after, going);
    else act.compare(null, null);
  };
  const startComparison = (): void => {
    const sides = halves(timeline, period);
    if (comparison || !sides) act.compare(null, null);
    else act.compare(sides.before, sides.after);
  };
  return (
    <section class={`timeline ${state.timelineOpen ? '' : 'timeline-closed'}`} aria-label="Timeline">
      <div class="timeline-bar">
        <button
          type="button"
          class="timeline-title"
          aria-expanded={state.timelineOpen}
          onClick={() => app.setTimeline(!state.timelineOpen)}
        >
          <Glyph name={state.timelineOpen ? 'down' : 'up'} /> Timeline
        </button>
        <p class="timeline-told" data-testid="period">
          {comparison ? (
            <>
              <strong>{periodWords(comparison.after)}</strong> against {periodWords(comparison.before)}
            </>
          ) : period ? (
            <>
              <strong>{periodWords(period)}</strong> · {counted(statements, 'statement', 'statements')}
            </>
          ) : timeline.stated ? (
            <>
              All times: {periodWords(timeline.stated)} · {counted(statements, 'statement', 'statements')}
            </>
          ) : state.readingTraits ? (
            'Reading the dates…'
          ) : (
            'No statement on the page has a date.'
          )}
        </p>
        {comparison && <Changes scene={scene} />}
        <div class="timeline-tools">
          {state.asOf === null && <AsOfField app={app} />}
          {state.readingTraits && <span class="spinner" role="img" aria-label="Reading statements" />}
          {(period || comparison) && (
            <button type="button" class="quiet-button" onClick={() => onPeriod(null, false)}>
              All times
            </button>
          )}
          <button
            type="button"
            class="quiet-button"
            aria-pressed={comparison !== null}
            disabled={!span}
            onClick={startComparison}
          >
            Compare
          </button>
          <IconButton
            glyph={state.playing ? 'pause' : 'play'}
            label={state.playing ? 'Stop the film' : 'Play over time'}
            disabled={!span || comparison !== null}
            onPress={act.play}
          />
        </div>
      </div>
      {state.timelineOpen && span && (
        <div class="timeline-plot">
          <Bins timeline={timeline} palette={app.palette()} />
          <Brush timeline={timeline} period={period} before={comparison?.before ?? null} onPeriod={onPeriod} />
        </div>
      )}
      {state.timelineOpen && timeline.undated > 0 && (
        <p class="timeline-note">{counted(timeline.undated, 'statement has', 'statements have')} no date.</p>
      )}
    </section>
  );
};
