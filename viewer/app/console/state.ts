/** The console's state, as values and producers; what asks the server is actions.ts. */
import type { Position } from '../../contract.ts';
import type { GraphSchema, LibraryEntry, QueryAnswer, RunQuery } from '../../query-contract.ts';
import type { Asked } from '../state/panel.ts';
import { waiting } from '../state/panel.ts';
import type { Producer } from '../state/view.ts';
import { startValues } from './parameters.ts';
import type { Kept, Ran, Saved } from './stored.ts';

export type Shown = 'table' | 'graph' | 'chart' | 'raw';
export type Side = 'library' | 'saved' | 'history';

export interface Finished {
  readonly answer: QueryAnswer;
  /** As it was sent: the text in the editor may have changed since. */
  readonly asked: RunQuery;
  /** The library query that it was, unless the text was changed: its header says how to draw it. */
  readonly entry: LibraryEntry | null;
}

type Run =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly message: string; readonly position: Position | null }
  | { readonly state: 'here'; readonly value: Finished };

export interface ConsoleState {
  readonly library: Asked<readonly LibraryEntry[]>;
  readonly schema: Asked<GraphSchema>;
  readonly chosen: LibraryEntry | null;
  readonly cypher: string;
  /** Goes up when the text comes from elsewhere than the editor, which then takes it over. */
  readonly brought: number;
  /** Form fields by parameter. */
  readonly values: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly maxRows: number;
  readonly run: Run;
  /** Whether a result is being frozen. */
  readonly freezing: boolean;
  readonly shown: Shown;
  readonly side: Side;
  /** Words that the lists at the left are narrowed by. */
  readonly sought: string;
  readonly runs: readonly Ran[];
  readonly saved: readonly Saved[];
  /** Said in the console's live region. */
  readonly announcement: string;
}

const START_CYPHER = `// Who is met most? Ctrl+Enter runs it.
MATCH (e:Entity)-[r:MET]-(other:Entity)
RETURN e.name AS name, count(other) AS met, e.id AS id
ORDER BY met DESC, id
LIMIT 20`;

export const startConsole: ConsoleState = {
  library: waiting,
  schema: waiting,
  chosen: null,
  cypher: START_CYPHER,
  brought: 0,
  values: {},
  timeoutMs: 10_000,
  maxRows: 1000,
  run: { state: 'none' },
  freezing: false,
  shown: 'table',
  side: 'library',
  sought: '',
  runs: [],
  saved: [],
  announcement: '',
};

/** A query of the library into the editor and its parameters into the form. */
export const chooseEntry =
  (entry: LibraryEntry): Producer<ConsoleState> =>
  (state) => ({
    ...state,
    chosen: entry,
    cypher: entry.cypher,
    brought: state.brought + 1,
    values: startValues(entry),
    run: { state: 'none' },
    announcement: `${entry.title} is in the editor.`,
  });

/** A query that was run or saved before. */
export const takeKept =
  ({ library, cypher, values }: Kept): Producer<ConsoleState> =>
  (state) => ({
    ...state,
    chosen: state.library.state === 'here' ? (state.library.value.find(({ name }) => name === library) ?? null) : null,
    cypher,
    brought: state.brought + 1,
    values,
    run: { state: 'none' },
    announcement: 'The query is in the editor.',
  });

export const typeCypher =
  (cypher: string): Producer<ConsoleState> =>
  (state) =>
    state.cypher === cypher ? state : { ...state, cypher };

export const setValue =
  (name: string, value: string): Producer<ConsoleState> =>
  (state) => ({ ...state, values: { ...state.values, [name]: value } });

/** Whether the text is the library's own still. */
export const isUnchanged = ({ chosen, cypher }: ConsoleState): boolean => chosen !== null && chosen.cypher === cypher;

/** The view that an answer opens on: what its header says, a table else. */
const viewFor = (entry: LibraryEntry | null): Shown => {
  if (entry === null || entry.chart.kind === 'table') return 'table';
  return entry.chart.kind === 'graph' ? 'graph' : 'chart';
};

export const finish =
  (answer: QueryAnswer, asked: RunQuery): Producer<ConsoleState> =>
  (state) => {
    const entry = isUnchanged(state) ? state.chosen : null;
    const rows = `${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'}`;
    return {
      ...state,
      run: { state: 'here', value: { answer, asked, entry } },
      shown: answer.rows.length === 0 ? 'table' : viewFor(entry),
      announcement: `${rows}${answer.truncated ? ', cut there' : ''}, ${answer.milliseconds} milliseconds.`,
    };
  };

const norm = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Queries whose title, question or name holds every word. */
export const matching = (entries: readonly LibraryEntry[], sought: string): LibraryEntry[] => {
  const words = norm(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter(({ name, title, question }) => {
    const text = norm(`${name} ${title} ${question}`);
    return words.every((word) => text.includes(word));
  });
};
