/** What gives the whole graph another shape: collections, sizes, a path, what is hidden; and files of what is shown. */
import { useState } from 'preact/hooks';
import type { App } from '../app.ts';
import type { FileFormat } from '../exploring.ts';
import type { Scene } from '../state/scene.ts';
import { collectionOf } from '../state/groups.ts';
import type { View } from '../state/view.ts';
import { brief, counted, isolated, typePlural } from '../text/words.ts';
import { SavedViewsDoor } from '../views/door.tsx';

const Choice = <T extends string>({
  label,
  value,
  choices,
  onPick,
}: {
  label: string;
  value: T;
  choices: readonly { value: T; name: string }[];
  onPick: (value: T) => void;
}) => (
  <div class="segments" role="group" aria-label={label}>
    {choices.map((choice) => (
      <button
        key={choice.value}
        type="button"
        aria-pressed={choice.value === value}
        onClick={() => onPick(choice.value)}
      >
        {choice.name}
      </button>
    ))}
  </div>
);

const openOnes = ({ groups, nodes }: View): { id: string; name: string }[] => {
  if (!groups || groups.open.size === 0) return [];
  const found = new Map<string, string>();
  for (const node of nodes.values()) {
    const id = collectionOf(groups, node);
    if (id !== null && groups.open.has(id) && !found.has(id)) {
      found.set(id, groups.by === 'type' ? typePlural(node.type) : `the community of ${isolated(node.name)}`);
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
};

const Collections = ({ app }: { app: App }) => {
  const view = app.state.view.present;
  const by = view.groups?.by ?? 'nothing';
  return (
    <section>
      <h2>Collections</h2>
      <Choice
        label="Collect by"
        value={by}
        choices={[
          { value: 'nothing', name: 'None' },
          { value: 'type', name: 'Type' },
          { value: 'community', name: 'Community' },
        ]}
        onPick={(next) => app.act.group(next === 'nothing' ? null : next)}
      />
      <p class="quiet">
        {by === 'nothing'
          ? 'Draws many entities as one: all of a type, or those that deal with each other most.'
          : 'Click a collection to see its members.'}
      </p>
      {openOnes(view).map(({ id, name }) => (
        <button key={id} type="button" class="quiet-button" onClick={() => app.act.openCollection(id)}>
          Collect {name} again
        </button>
      ))}
    </section>
  );
};

const Sizes = ({ app }: { app: App }) => (
  <section>
    <h2>Size of entities</h2>
    <Choice
      label="Size by"
      value={app.state.view.present.sizeBy.by}
      choices={[
        { value: 'statements', name: 'Statements' },
        { value: 'degree', name: 'Neighbours' },
        { value: 'betweenness', name: 'Between' },
      ]}
      onPick={app.act.size}
    />
    <p class="quiet">Between: how often an entity lies on the shortest way between two others.</p>
  </section>
);

const PathFinder = ({ app, scene }: { app: App; scene: Scene }) => {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const nodes = [...app.wholeScene().nodes.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  const [search, setSearch] = useState<AbortController | null>(null);
  const { selection } = app.state;
  const start = from === '' && selection?.kind === 'node' && scene.nodes.has(selection.id) ? selection.id : from;
  const lookEverywhere = async (origin: string): Promise<void> => {
    const stop = new AbortController();
    setSearch(stop);
    await app.act.pathInStore(origin, to, stop.signal);
    setSearch(null);
  };
  const pick = (label: string, value: string, onPick: (id: string) => void) => (
    <label class="pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">choose…</option>
        {nodes.map(({ id, name }) => (
          <option key={id} value={id}>
            {brief(name)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section>
      <h2>Path</h2>
      {pick('From', start, setFrom)}
      {pick('To', to, setTo)}
      <button
        type="button"
        class="button wide"
        disabled={start === '' || to === '' || start === to}
        onClick={() => app.act.path(start, to)}
      >
        Keep the shortest path
      </button>
      {search === null ? (
        <button
          type="button"
          class="quiet-button"
          disabled={start === '' || to === '' || start === to}
          onClick={() => void lookEverywhere(start)}
        >
          Look in the whole store
        </button>
      ) : (
        <p class="row" role="status">
          Looking in the whole store…
          <button type="button" class="quiet-button" onClick={() => search.abort()}>
            Stop
          </button>
        </p>
      )}
    </section>
  );
};

const FILES: readonly { format: FileFormat; name: string }[] = [
  { format: 'png', name: 'PNG' },
  { format: 'svg', name: 'SVG' },
  { format: 'gexf', name: 'GEXF' },
  { format: 'graphml', name: 'GraphML' },
  { format: 'csv', name: 'CSV' },
];

export const ShapePanel = ({ app, scene }: { app: App; scene: Scene }) => {
  const { hidden } = app.state.view.present;
  return (
    <div class="filters">
      <Collections app={app} />
      <Sizes app={app} />
      <PathFinder app={app} scene={scene} />
      {hidden.size > 0 && (
        <section>
          <h2>Hidden</h2>
          <button type="button" class="button wide" onClick={app.act.showHidden}>
            Show {counted(hidden.size, 'hidden entity', 'hidden entities')}
          </button>
        </section>
      )}
      <section>
        <h2>Share</h2>
        <button type="button" class="button wide" onClick={app.act.share}>
          Link to this view
        </button>
      </section>
      {app.hasServer && (
        <section>
          <h2>Saved views</h2>
          <SavedViewsDoor app={app} />
        </section>
      )}
      <section>
        <h2>Save what is shown</h2>
        <div class="chips" role="group" aria-label="Save as">
          {FILES.map(({ format, name }) => (
            <button key={format} type="button" class="chip" onClick={() => app.act.save(format)}>
              {name}
            </button>
          ))}
        </div>
        {app.hasServer ? (
          <>
            <button type="button" class="button wide" onClick={() => app.act.save('html')}>
              One HTML file
            </button>
            <p class="quiet">
              This page with the entities shown, their relations, sentences and bulletins; it opens without a server. At
              most 20,000 statements.
            </p>
          </>
        ) : (
          <p class="quiet">This page is such a file already: copy it to pass it on.</p>
        )}
      </section>
    </div>
  );
};
