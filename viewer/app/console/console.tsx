/** The query console over the whole page: queries at the left, editor and parameters above, the result below. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../panels/symbols.tsx';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { ConsoleActions, ConsoleHost } from './actions.ts';
import { createConsoleActions } from './actions.ts';
import './console.css';
import type { Editor } from './editor.ts';
import { createEditor } from './editor.ts';
import { ParameterForm } from './parameter-form.tsx';
import { fieldsOf } from './parameters.ts';
import { requests } from './requests.ts';
import { Result } from './result.tsx';
import { ConsoleSide } from './side.tsx';
import type { ConsoleState } from './state.ts';
import { setValue, startConsole, typeCypher } from './state.ts';
import { shelfOf } from './stored.ts';
import { dateWords } from '../text/words.ts';

const TIMES = [5, 10, 30, 60];
const ROWS = [100, 1000, 10_000];

interface Props {
  asOf: string | null;
  state: ConsoleState;
  act: ConsoleActions;
  store: Store<ConsoleState>;
}

const EditorPlace = ({ state, act, store }: Omit<Props, 'asOf'>) => {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = createEditor({
      place: place.current,
      text: store.get().cypher,
      onChange: (text) => act.update(typeCypher(text)),
      onRun: () => void act.run(),
      schema: () => {
        const { schema } = store.get();
        return schema.state === 'here' ? schema.value : null;
      },
      parameters: () => store.get().chosen?.parameters.map(({ name }) => name) ?? [],
    });
    editor.current = made;
    made.focus();
    return () => made.destroy();
  }, []);
  useEffect(() => editor.current?.setText(state.cypher), [state.brought]);
  useEffect(() => editor.current?.setWrong(state.run.state === 'failed' ? state.run.position : null), [state.run]);
  return <div ref={place} class="editor" data-testid="editor" />;
};

const SaveForm = ({ act, suggested }: { act: ConsoleActions; suggested: string }) => {
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <button type="button" class="quiet-button" onClick={() => setName(suggested)}>
        Save…
      </button>
    );
  }
  return (
    <form
      class="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        act.save(name.trim());
        setName(null);
      }}
    >
      <input
        type="text"
        aria-label="Name to save the query under"
        maxLength={100}
        value={name}
        ref={(input) => input?.focus()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        Save
      </button>
      <button type="button" class="quiet-button" onClick={() => setName(null)}>
        Cancel
      </button>
    </form>
  );
};

const Bar = ({ state, act }: Pick<Props, 'state' | 'act'>) => (
  <div class="run-bar">
    <button type="button" class="button" disabled={state.run.state === 'running'} onClick={() => void act.run()}>
      Run
    </button>
    <SaveForm act={act} suggested={state.chosen?.title ?? ''} />
    <label>
      Time limit{' '}
      <select value={state.timeoutMs} onChange={(event) => act.set({ timeoutMs: Number(event.currentTarget.value) })}>
        {TIMES.map((seconds) => (
          <option key={seconds} value={seconds * 1000}>
            {seconds} s
          </option>
        ))}
      </select>
    </label>
    <label>
      Row limit{' '}
      <select value={state.maxRows} onChange={(event) => act.set({ maxRows: Number(event.currentTarget.value) })}>
        {ROWS.map((rows) => (
          <option key={rows} value={rows}>
            {rows}
          </option>
        ))}
      </select>
    </label>
  </div>
);

const Console = (props: Props) => {
  const { state, act, asOf } = props;
  const { chosen, schema } = state;
  return (
    <div
      class="console"
      role="dialog"
      aria-modal="true"
      aria-label="Query console"
      onKeyDown={(event) => {
        // The editor closes its list of completions with Escape and says so.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        act.close();
      }}
    >
      <header class="console-bar">
        <h2>Query console</h2>
        <p class="quiet">
          Cypher over the whole graph, {asOf === null ? '' : <strong>as known on {dateWords(asOf)}, </strong>}read-only
        </p>
        <IconButton glyph="close" label="Close the console (Escape)" onPress={act.close} />
      </header>
      <ConsoleSide state={state} act={act} />
      <section class="console-main" aria-label="Query and result">
        {chosen && (
          <div class="query-head">
            <h3>{chosen.title}</h3>
            <p class="quiet">{chosen.question}</p>
          </div>
        )}
        <EditorPlace {...props} />
        <ParameterForm
          fields={fieldsOf(state.cypher, chosen)}
          values={state.values}
          schema={schema.state === 'here' ? schema.value : null}
          onValue={(name, value) => act.update(setValue(name, value))}
        />
        <Bar state={state} act={act} />
        <Result state={state} act={act} />
      </section>
      <p class="visually-hidden" role="status" aria-live="polite" data-testid="console-announcement">
        {state.announcement}
      </p>
    </div>
  );
};

/** What the page keeps of an opened console. */
export interface OpenedConsole {
  /** Draws again, for another theme. */
  repaint(): void;
}

/** Puts the console into `place`. Its state outlives closing: the next opening finds query and result as they were. */
export const mountConsole = (place: HTMLElement, host: ConsoleHost): OpenedConsole => {
  const store = createStore<ConsoleState>(startConsole, queueMicrotask);
  const act = createConsoleActions(
    store,
    requests,
    shelfOf(() => localStorage),
    host,
  );
  const draw = (): void => render(<Console state={store.get()} act={act} store={store} asOf={host.asOf()} />, place);
  store.listen(draw);
  draw();
  act.load();
  return { repaint: draw };
};
