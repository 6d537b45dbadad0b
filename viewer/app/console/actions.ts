/** What a person can do in the console: over its store, the server, what the browser keeps, and the page around it. */
import type { GraphNode } from '../../contract.ts';
import { messageOf, ServerError } from '../api/client.ts';
import type { Palette } from '../graph/palette.ts';
import { download } from '../save/download.ts';
import { failed, here } from '../state/panel.ts';
import type { Store } from '../state/store.ts';
import { put } from '../state/store.ts';
import type { Producer } from '../state/view.ts';
import { sentValues } from './parameters.ts';
import type { ConsoleRequests } from './requests.ts';
import type { ConsoleState } from './state.ts';
import { finish, isUnchanged, startConsole } from './state.ts';
import type { Kept, Shelf } from './stored.ts';
import { withRun, withSaved } from './stored.ts';
import { csvOf, distinctIds } from './values.ts';

/** What the page does for the console. */
export interface ConsoleHost {
  readonly palette: () => Palette;
  /** The entities with these ids; others are left out. */
  readonly nodes: (ids: readonly string[]) => Promise<GraphNode[]>;
  /** Brings entities into the drawing; resolves with the number of those that were not there yet. */
  readonly show: (nodes: readonly GraphNode[]) => Promise<number>;
  readonly openEntity: (id: string) => void;
  readonly close: () => void;
  readonly now: () => Date;
  /** The date as of which queries run; null: as the store is. */
  readonly asOf: () => string | null;
}

/** Entities that one result may bring into the drawing. */
export const MOST_SHOWN = 200;

export const createConsoleActions = (
  store: Store<ConsoleState>,
  requests: ConsoleRequests,
  shelf: Shelf,
  host: ConsoleHost,
) => {
  const set = (parts: Partial<ConsoleState>): void => store.update(put<ConsoleState>(parts));
  let stop: AbortController | null = null;

  const kept = ({ chosen, cypher, values }: ConsoleState): Kept => ({
    library: chosen?.name ?? null,
    cypher,
    values: { ...values },
  });

  const load = (): void => {
    set({ library: startConsole.library, schema: startConsole.schema, runs: shelf.runs(), saved: shelf.saved() });
    requests.library().then(
      ({ queries }) => set({ library: here(queries) }),
      (error: unknown) => set({ library: failed(messageOf(error)) }),
    );
    requests.schema().then(
      (schema) => set({ schema: here(schema) }),
      // Completion then offers keywords only; the library tells that the server is gone.
      (error: unknown) => set({ schema: failed(messageOf(error)) }),
    );
  };

  const run = async (): Promise<void> => {
    const state = store.get();
    if (state.run.state === 'running' || state.cypher.trim() === '') return;
    const { cypher, chosen, timeoutMs, maxRows } = state;
    stop = new AbortController();
    set({ run: { state: 'running' }, announcement: 'The query runs.' });
    let rows: number | null = null;
    try {
      const parameters = sentValues(cypher, chosen, state.values);
      const asked = { cypher, parameters, timeoutMs, maxRows, ...(chosen === null ? {} : { name: chosen.name }) };
      const answer = await requests.run(asked, stop.signal);
      rows = answer.rows.length;
      store.update(finish(answer, asked));
    } catch (error) {
      const message = messageOf(error);
      const position = error instanceof ServerError ? error.position : null;
      set({ run: { state: 'failed', message, position }, announcement: message });
    }
    const runs = withRun(store.get().runs, { ...kept(state), at: host.now().toISOString(), rows });
    shelf.keepRuns(runs);
    set({ runs });
  };

  const keepSaved = (saved: ConsoleState['saved'], told: string): void => {
    const isKept = shelf.keepSaved(saved);
    set({
      saved,
      announcement: isKept ? told : `${told} This browser keeps nothing for the page, so only until it closes.`,
    });
  };

  return {
    load,
    run,
    stop: (): void => stop?.abort(),
    save: (name: string): void =>
      keepSaved(withSaved(store.get().saved, { ...kept(store.get()), name }), `Saved as ${name}.`),
    forget: (name: string): void =>
      keepSaved(
        store.get().saved.filter((each) => each.name !== name),
        `${name} is not saved any more.`,
      ),
    clearRuns: (): void => {
      shelf.keepRuns([]);
      set({ runs: [], announcement: 'The history is empty.' });
    },
    /** The result as a file of the browser's downloads. */
    downloadCsv: (): void => {
      const { run: ran, chosen } = store.get();
      if (ran.state !== 'here') return;
      const { columns, rows } = ran.value.answer;
      const name = `${chosen !== null && isUnchanged(store.get()) ? chosen.name : 'query'}.csv`;
      download(name, new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }));
      set({ announcement: `${name} is downloaded.` });
    },
    /** The result that is shown, run again with its citations, as a frozen file or a page for print. */
    freeze: async (format: 'json' | 'html'): Promise<void> => {
      const { run: ran, freezing } = store.get();
      if (ran.state !== 'here' || freezing) return;
      const { asked, entry } = ran.value;
      set({ freezing: true, announcement: 'The citations are gathered.' });
      try {
        const name = `${entry?.name ?? 'query'}.${format === 'json' ? 'frozen.json' : 'html'}`;
        download(name, await requests.freeze({ ...asked, format }));
        set({ freezing: false, announcement: `${name} is downloaded.` });
      } catch (error) {
        set({ freezing: false, announcement: messageOf(error) });
      }
    },
    /** The result's entities into the drawing, and the page back in front. */
    showInGraph: async (): Promise<void> => {
      const { run: ran } = store.get();
      if (ran.state !== 'here') return;
      try {
        const nodes = await host.nodes(distinctIds(ran.value.answer.rows).slice(0, MOST_SHOWN));
        await host.show(nodes);
        host.close();
      } catch (error) {
        set({ announcement: messageOf(error) });
      }
    },
    openEntity: (id: string): void => {
      host.close();
      host.openEntity(id);
    },
    nodes: host.nodes,
    asOf: host.asOf,
    palette: host.palette,
    close: host.close,
    update: (producer: Producer<ConsoleState>): void => store.update(producer),
    set,
  };
};

export type ConsoleActions = ReturnType<typeof createConsoleActions>;
