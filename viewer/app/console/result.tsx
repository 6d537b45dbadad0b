/** What came of a query: how many rows in which time within which limits, four views of them, or what is wrong. */
import type { ComponentChildren } from 'preact';
import { counted, number } from '../text/words.ts';
import type { ConsoleActions } from './actions.ts';
import { MOST_SHOWN } from './actions.ts';
import { ResultChart } from './result-chart.tsx';
import { ResultGraph } from './result-graph.tsx';
import { ResultRaw, ResultTable } from './result-table.tsx';
import type { ConsoleState, Finished, Shown } from './state.ts';
import { distinctIds } from './values.ts';

interface Props {
  state: ConsoleState;
  act: ConsoleActions;
}

const VIEWS: readonly (readonly [Shown, string])[] = [
  ['table', 'Table'],
  ['graph', 'Graph'],
  ['chart', 'Chart'],
  ['raw', 'Raw'],
];

const bodyOf = (shown: Shown, finished: Finished, act: ConsoleActions): ComponentChildren => {
  switch (shown) {
    case 'table':
      return <ResultTable finished={finished} onEntity={act.openEntity} />;
    case 'graph':
      return <ResultGraph finished={finished} act={act} />;
    case 'chart':
      return <ResultChart finished={finished} palette={act.palette()} />;
    case 'raw':
      break;
  }
  return <ResultRaw finished={finished} />;
};

/** A result as of a date is not saved: nobody could check it against the store again. */
const SaveResult = ({ state, act }: Props) => {
  const isPast = act.asOf() !== null;
  const title = isPast ? 'Only results of the graph as it is now can be saved.' : 'With query, citations and state';
  const save = (format: 'json' | 'html', label: string) => (
    <button
      type="button"
      class="quiet-button"
      disabled={isPast || state.freezing}
      title={title}
      onClick={() => void act.freeze(format)}
    >
      {label}
    </button>
  );
  return (
    <>
      {save('json', 'Save result')}
      {save('html', 'Page for print')}
    </>
  );
};

const Head = ({ state, act, finished }: Props & { finished: Finished }) => {
  const { rows, truncated, milliseconds, limits, entities } = finished.answer;
  const ids = distinctIds(rows).length;
  return (
    <>
      <div class="result-head">
        <div class="tabs" role="group" aria-label="View of the result">
          {VIEWS.map(([view, name]) => (
            <button
              key={view}
              type="button"
              aria-pressed={state.shown === view}
              onClick={() => act.set({ shown: view })}
            >
              {name}
            </button>
          ))}
        </div>
        <p class="result-count">
          <strong>{counted(rows.length, 'row', 'rows')}</strong>{' '}
          <span class="quiet">
            in {(milliseconds / 1000).toFixed(2)} s · at most {number(limits.maxRows)} rows, {limits.timeoutMs / 1000} s
          </span>
        </p>
        <button type="button" class="quiet-button" disabled={ids === 0} onClick={() => void act.showInGraph()}>
          {ids === 0
            ? 'No entities to show'
            : ids > MOST_SHOWN
              ? `Show ${number(MOST_SHOWN)} of ${number(ids)} in the graph`
              : `Show ${counted(ids, 'entity', 'entities')} in the graph`}
        </button>
        <button type="button" class="quiet-button" onClick={act.downloadCsv}>
          Download CSV
        </button>
        <SaveResult state={state} act={act} />
      </div>
      {truncated && (
        <p class="result-cut" role="status">
          The result was cut at {counted(rows.length, 'row', 'rows')}: there are more. Raise the row limit, or narrow
          the query.
        </p>
      )}
      {entities.length > 0 && (
        <p class="quiet small">
          {entities.map(({ parameter, id, name }) => `$${parameter} is ${name} (${id})`).join(' · ')}
        </p>
      )}
    </>
  );
};

export const Result = ({ state, act }: Props) => {
  const { run } = state;
  return (
    <section class="result" aria-label="Result">
      {run.state === 'none' && (
        <div class="result-none">
          <p>
            Choose a query of the library, or write one: <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs it, <kbd>Ctrl</kbd>{' '}
            <kbd>Space</kbd> completes.
          </p>
          <p class="quiet">Queries only read. Nothing that you run here changes the graph.</p>
        </div>
      )}
      {run.state === 'running' && (
        <p class="waiting" role="status">
          <span class="spinner" aria-hidden="true" /> Running, at most {state.timeoutMs / 1000} seconds…{' '}
          <button type="button" class="quiet-button" onClick={act.stop}>
            Stop waiting
          </button>
        </p>
      )}
      {run.state === 'failed' && (
        <div class="failed" role="alert">
          {run.position && (
            <p class="failed-place">
              Line {run.position.line}, column {run.position.column}
            </p>
          )}
          <p>{run.message}</p>
          <button type="button" class="button" onClick={() => void act.run()}>
            Run again
          </button>
        </div>
      )}
      {run.state === 'here' && (
        <>
          <Head state={state} act={act} finished={run.value} />
          {run.value.answer.rows.length === 0 ? (
            <p class="empty">No row. Check names and dates of the parameters, or loosen the WHERE.</p>
          ) : (
            <div class="result-body" tabIndex={0} role="region" aria-label="Rows">
              {bodyOf(state.shown, run.value, act)}
            </div>
          )}
        </>
      )}
    </section>
  );
};
