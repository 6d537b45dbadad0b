/** The whole page: bar above, filters or list at the left, the drawing, the panel at the right. A function of the app. */
import type { App } from '../app.ts';
import { redoLabel, undoLabel } from '../state/history.ts';
import { filterCounts, passedCounts } from '../state/scene.ts';
import type { AppState, Theme } from '../state/store.ts';
import { onlyPredicate, togglePredicate, toggleType } from '../state/view.ts';
import { ChainFilters } from '../filters/chain.tsx';
import { ShapePanel } from '../filters/shape-panel.tsx';
import { TimelinePanel } from '../timeline/timeline-panel.tsx';
import { counted, number, predicateWords, typePlural } from '../text/words.ts';
import { AsOfBanner } from './as-of.tsx';
import { Canvas } from './canvas.tsx';
import { Help } from './help.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { ListPanel } from './list-panel.tsx';
import { SearchBox } from './search-box.tsx';
import { SidePanel } from './side-panel.tsx';
import type { GlyphName } from './symbols.tsx';
import { Glyph, IconButton } from './symbols.tsx';

const THEMES: Readonly<Record<Theme, { glyph: GlyphName; next: Theme }>> = {
  system: { glyph: 'system', next: 'light' },
  light: { glyph: 'sun', next: 'dark' },
  dark: { glyph: 'moon', next: 'system' },
};

const Bar = ({ app }: { app: App }) => {
  const { state, act } = app;
  const { summary, theme } = state;
  const undoes = undoLabel(state.view);
  const redoes = redoLabel(state.view);
  const known = state.view.present.nodes;
  return (
    <header class="bar">
      <h1>
        <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 22 23 9M9 22l14 3" stroke="currentColor" stroke-width="2.5" />
          <circle cx="9" cy="22" r="6" fill={app.palette().types.Person} />
          <circle cx="23" cy="9" r="5" fill={app.palette().types.Country} />
          <circle cx="23" cy="25" r="3.5" fill={app.palette().tones.conflict} />
        </svg>
        Bulletin Graph
      </h1>
      <SearchBox
        search={state.search}
        palette={app.palette()}
        isShown={(id) => known.has(id)}
        recent={app.search.recent()}
        onType={app.search.type}
        onMove={app.search.move}
        onChoose={app.search.choose}
        onClose={app.search.close}
      />
      <p class="bar-summary">
        {summary &&
          `${counted(summary.bulletins, 'bulletin', 'bulletins')}, ${counted(summary.statements, 'statement', 'statements')}`}
      </p>
      {app.openReview && state.asOf === null && (
        <button
          type="button"
          class="quiet-button console-button"
          onClick={app.openReview}
          title="Review what may be one, and what was judged (r)"
        >
          <Glyph name="review" /> Review
        </button>
      )}
      {app.openConsole && (
        <button type="button" class="quiet-button console-button" onClick={app.openConsole} title="Query console (q)">
          <Glyph name="query" /> Query
        </button>
      )}
      <div class="bar-tools">
        <IconButton
          glyph="undo"
          label={undoes === null ? 'Nothing to undo' : `Undo: ${undoes}`}
          disabled={undoes === null}
          onPress={act.undo}
        />
        <IconButton
          glyph="redo"
          label={redoes === null ? 'Nothing to redo' : `Redo: ${redoes}`}
          disabled={redoes === null}
          onPress={act.redo}
        />
        <IconButton glyph="share" label="Link to this view" onPress={act.share} />
        <IconButton
          glyph={THEMES[theme].glyph}
          label={`Theme: ${theme}. Change to ${THEMES[theme].next}`}
          onPress={() => app.setTheme(THEMES[theme].next)}
        />
        <Help palette={app.palette()} />
      </div>
    </header>
  );
};

const SIDES = { filter: 'Filters', list: 'Lists', shape: 'Shape' } as const;

/** Whose relations the lists begin with: the entity that is selected, or whose pair is read from its panel. */
const aboutOf = ({ selection, panels }: AppState): string | null => {
  if (selection?.kind === 'node') return selection.id;
  const [below, top] = panels.filter(({ kind }) => kind !== 'bulletin').slice(-2);
  if (selection?.kind !== 'pair' || top?.kind !== 'pair' || below?.kind !== 'entity') return null;
  return below.id === top.source || below.id === top.target ? below.id : null;
};

const Left = ({ app }: { app: App }) => {
  const { state, act } = app;
  const view = state.view.present;
  const counts = filterCounts(view);
  const scene = app.scene();
  const tab = (id: keyof typeof SIDES, name: string) => (
    <button type="button" aria-pressed={state.side === id} onClick={() => app.setSide(state.side === id ? null : id)}>
      {name}
    </button>
  );
  return (
    <nav class={`left ${state.side === null ? 'left-closed' : ''}`} aria-label="Filters and lists">
      <div class="tabs" role="group" aria-label="What to show at the left">
        {tab('filter', 'Filters')}
        {tab('list', 'Lists')}
        {tab('shape', 'Shape')}
      </div>
      {state.side !== null && (
        <div class="left-body" tabIndex={0} role="region" aria-label={SIDES[state.side]}>
          {state.side === 'shape' ? (
            <ShapePanel app={app} scene={scene} />
          ) : state.side === 'filter' ? (
            <FilterPanel
              view={view}
              counts={counts}
              passed={passedCounts(scene)}
              summary={state.summary}
              palette={app.palette()}
              onType={(type) => act.alter(`filter ${typePlural(type)}`, toggleType(type))}
              onPredicate={(predicate) => act.alter(`filter ${predicateWords(predicate)}`, togglePredicate(predicate))}
              onOnly={(predicate) =>
                act.alter(`only ${predicateWords(predicate)}`, onlyPredicate(predicate, [...counts.predicates.keys()]))
              }
              onClear={act.clearFilters}
            >
              <ChainFilters app={app} scene={scene} />
            </FilterPanel>
          ) : (
            <ListPanel
              scene={scene}
              selection={state.selection}
              about={aboutOf(state)}
              palette={app.palette()}
              onNode={(id) => {
                act.selectNode(id);
                act.centre(id);
              }}
              onPair={act.selectPair}
            />
          )}
        </div>
      )}
    </nav>
  );
};

const Counts = ({ app }: { app: App }) => {
  const { summary, view } = app.state;
  if (!summary) return null;
  const scene = app.scene();
  const left = scene.counts.at(-1)?.entities ?? 0;
  const hidden = view.present.nodes.size - left;
  const all = view.present.edges.size;
  const drawn = scene.counts.at(-1)?.relations ?? 0;
  return (
    <p class="counts" data-testid="counts" data-covers>
      <strong>{number(left)}</strong> of {counted(summary.entities, 'entity', 'entities')} ·{' '}
      <strong>{number(drawn)}</strong> of {counted(all, 'relation', 'relations')} among them
      {hidden > 0 ? ` · ${number(hidden)} hidden by filters` : ''}
    </p>
  );
};

export const Page = ({ app }: { app: App }) => {
  const { state } = app;
  const scene = app.scene();
  return (
    <div class={`page ${state.panels.length > 0 ? 'with-panel' : ''}`}>
      <Bar app={app} />
      <Left app={app} />
      <main class="middle" aria-label="Graph">
        <AsOfBanner app={app} />
        {state.notice && (
          <div class={`notice notice-${state.notice.tone}`} role="alert">
            <p>{state.notice.message}</p>
            {state.notice.retry && (
              <button type="button" class="button" onClick={state.notice.retry}>
                Retry
              </button>
            )}
            <IconButton glyph="close" label="Close the message" onPress={app.closeNotice} />
          </div>
        )}
        <Canvas app={app} scene={scene}>
          <Counts app={app} />
        </Canvas>
        <TimelinePanel app={app} scene={scene} />
      </main>
      <SidePanel app={app} scene={scene} />
      <p class="visually-hidden" role="status" aria-live="polite" data-testid="announcement">
        {state.announcement}
      </p>
    </div>
  );
};
