/** The console's left: the query library with a search, saved queries, and the history of this browser. */
import type { LibraryEntry } from '../../query-contract.ts';
import { Failed, Waiting } from '../panels/statements.tsx';
import { IconButton } from '../panels/symbols.tsx';
import { counted, dateWords, number } from '../text/words.ts';
import type { ConsoleActions } from './actions.ts';
import type { ConsoleState, Side } from './state.ts';
import { chooseEntry, matching, takeKept } from './state.ts';
import type { Kept } from './stored.ts';

interface Props {
  state: ConsoleState;
  act: ConsoleActions;
}

const firstLine = ({ cypher }: Kept): string =>
  cypher
    .split('\n')
    .find((line) => line.trim() !== '' && !line.startsWith('//'))
    ?.trim() ?? 'an empty query';

const Entry = ({ entry, chosen, onChoose }: { entry: LibraryEntry; chosen: boolean; onChoose: () => void }) => (
  <li>
    <button type="button" class="query-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <span class="query-title">{entry.title}</span>
      <span class="quiet">{entry.question}</span>
    </button>
  </li>
);

const LibraryList = ({ state, act }: Props) => {
  const { library, sought } = state;
  if (library.state === 'waiting') return <Waiting what="the library" />;
  if (library.state === 'failed') return <Failed message={library.message} onRetry={act.load} />;
  const found = matching(library.value, sought);
  return (
    <>
      <label class="query-search">
        <span class="visually-hidden">Search the library</span>
        <input
          type="search"
          placeholder={`Search ${number(library.value.length)} queries…`}
          value={sought}
          onInput={(event) => act.set({ sought: event.currentTarget.value })}
        />
      </label>
      <p class="visually-hidden" role="status">
        {counted(found.length, 'query', 'queries')} found.
      </p>
      {found.length === 0 && <p class="empty">No query of the library is about “{sought}”. Write it in the editor.</p>}
      <ul class="query-list">
        {found.map((entry) => (
          <Entry
            key={entry.name}
            entry={entry}
            chosen={state.chosen?.name === entry.name}
            onChoose={() => act.update(chooseEntry(entry))}
          />
        ))}
      </ul>
    </>
  );
};

const SavedList = ({ state, act }: Props) => (
  <>
    {state.saved.length === 0 && (
      <p class="empty">Nothing is saved. “Save” beside “Run” keeps the query of the editor here, in this browser.</p>
    )}
    <ul class="query-list">
      {state.saved.map((query) => (
        <li key={query.name} class="query-kept">
          <button type="button" class="query-row" onClick={() => act.update(takeKept(query))}>
            <span class="query-title">{query.name}</span>
            <code class="quiet">{firstLine(query)}</code>
          </button>
          <IconButton glyph="trash" label={`Forget ${query.name}`} onPress={() => act.forget(query.name)} />
        </li>
      ))}
    </ul>
  </>
);

const HistoryList = ({ state, act }: Props) => (
  <>
    {state.runs.length === 0 ? (
      <p class="empty">What you run is listed here, in this browser only.</p>
    ) : (
      <button type="button" class="quiet-button" onClick={act.clearRuns}>
        Clear the history
      </button>
    )}
    <ul class="query-list">
      {state.runs.map((run) => (
        <li key={run.at}>
          <button type="button" class="query-row" onClick={() => act.update(takeKept(run))}>
            <code class="query-line">{firstLine(run)}</code>
            <span class="quiet">
              {dateWords(run.at)}, {run.at.slice(11, 16)} UTC ·{' '}
              {run.rows === null ? 'failed' : counted(run.rows, 'row', 'rows')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  </>
);

export const ConsoleSide = ({ state, act }: Props) => {
  const tab = (side: Side, name: string) => (
    <button type="button" aria-pressed={state.side === side} onClick={() => act.set({ side })}>
      {name}
    </button>
  );
  return (
    <nav class="console-side" aria-label="Queries">
      <div class="tabs" role="group" aria-label="Which queries">
        {tab('library', 'Library')}
        {tab('saved', 'Saved')}
        {tab('history', 'History')}
      </div>
      <div class="console-lists" tabIndex={0} role="region" aria-label="List of queries">
        {state.side === 'library' && <LibraryList state={state} act={act} />}
        {state.side === 'saved' && <SavedList state={state} act={act} />}
        {state.side === 'history' && <HistoryList state={state} act={act} />}
      </div>
    </nav>
  );
};
