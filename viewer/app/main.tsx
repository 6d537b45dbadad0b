/** Puts the page together: store, server, stage, panels, keys. */
import { render } from 'preact';
import { createActions } from './actions.ts';
import { client, messageOf } from './api/client.ts';
import type { App } from './app.ts';
import { createDoor } from './console/door.ts';
import { createCurationDoor } from './curation/door.ts';
import { Judging } from './curation/judging.tsx';
import { createExploring } from './exploring.ts';
import { keepPlaces } from './graph/places-kept.ts';
import type { Stage } from './graph/stage.ts';
import { createStage } from './graph/stage.ts';
import { isShortcut, isTyping } from './keys.ts';
import { Page } from './panels/page.tsx';
import { createPast } from './past.ts';
import { createPathFinding } from './path-finding.ts';
import { createProbe } from './probe.ts';
import { createReading } from './reading.ts';
import { failed, here } from './state/panel.ts';
import type { Scene } from './state/scene.ts';
import { createRecent } from './recent.ts';
import { sceneOf } from './state/scene.ts';
import { answered, closeSearch, moveActive, typed } from './state/search.ts';
import type { AppState } from './state/store.ts';
import { createStore, over, ploversOf, put, shownScene, startState } from './state/store.ts';
import type { View } from './state/view.ts';
import { clearFilters, emptyView } from './state/view.ts';
import { applyTheme, isNarrow, onSystemTheme, paletteOf, prefersStill, storedTheme } from './theme.ts';

const SEARCH_AFTER = 120;
const SEARCH_RESULTS = 10;

const store = createStore<AppState>({ ...startState, theme: storedTheme(), timelineOpen: !isNarrow() }, queueMicrotask);
applyTheme(store.get().theme);

let mounted: Stage | null = null;
const stage = (): Stage => {
  if (!mounted) throw new Error('The drawing is used before its place is on the page.');
  return mounted;
};

let nowPlaced: () => void = () => {};
const placed = new Promise<void>((resolve) => {
  nowPlaced = resolve;
});

const reading = createReading(store, client);
const actions = createActions(store, client, stage, placed, reading, () => exploring.loadTraits());
const exploring = createExploring(store, client, stage, placed, actions);
const pathFinding = createPathFinding(store, client, stage, actions, exploring.ungrouped, exploring.loadTraits);
const past = createPast(store, stage, actions, exploring);

const recent = createRecent(() => localStorage);
let searchTimer: ReturnType<typeof setTimeout> | undefined;
const search: App['search'] = {
  type(text) {
    store.update(over('search', typed(text)));
    clearTimeout(searchTimer);
    if (text.trim() === '') {
      // The server makes its index of names meanwhile; what fails there is told by the search that follows.
      client.search('', 1).catch(() => null);
      return;
    }
    searchTimer = setTimeout(() => {
      client.search(text, SEARCH_RESULTS).then(
        (found) => store.update(over('search', answered(text, here(found)))),
        (error: unknown) => store.update(over('search', answered(text, failed(messageOf(error))))),
      );
    }, SEARCH_AFTER);
  },
  move: (by, count) => store.update(over('search', moveActive(by, count))),
  recent: () => recent.of(store.get().summary?.store ?? null),
  choose({ id, name, type, statements }) {
    store.update(over('search', closeSearch));
    recent.keep(store.get().summary?.store ?? null, { id, name, type, statements });
    actions.showNode({ id, name, type, statements });
  },
  close: () => store.update(over('search', closeSearch)),
};

/** The last view without filters: the same while only filters change, so that its scene is made once for all of them. */
let unfiltered: View = emptyView;
const wholeScene = (): Scene => {
  const { view, traits, summary } = store.get();
  const { nodes, edges, pinned, sizeBy } = view.present;
  const isSame =
    unfiltered.nodes === nodes &&
    unfiltered.edges === edges &&
    unfiltered.pinned === pinned &&
    unfiltered.sizeBy === sizeBy;
  if (!isSame) unfiltered = { ...clearFilters(view.present), groups: null };
  return sceneOf(unfiltered, traits, ploversOf(summary));
};

const selectPairOf = (pair: string): void => {
  const bundle = shownScene(store.get()).bundles.get(pair);
  if (bundle) actions.selectPair(bundle.source, bundle.target);
};

const mount = (drawing: HTMLElement, hint: HTMLElement): void => {
  if (mounted) return;
  mounted = createStage({
    container: drawing,
    palette: paletteOf(store.get().theme),
    still: prefersStill,
    events: {
      onNode: actions.selectNode,
      onPair: selectPairOf,
      onEmpty: actions.clearSelection,
      onExpand: (id) => actions.expand(id),
      onHover(text, at) {
        hint.hidden = text === null;
        hint.textContent = text;
        hint.style.transform = `translate(${at.x + 14}px, ${at.y + 14}px)`;
      },
      onLayout: (laying) => store.update(put<AppState>({ laying })),
      onPlaces(places) {
        const { summary } = store.get();
        if (summary) keepPlaces(summary.store, places);
      },
      onTrouble: (message) =>
        store.update(
          put<AppState>({
            notice: {
              tone: 'error',
              message: `The graph could not be arranged: ${message}.`,
              retry: actions.rearrange,
            },
          }),
        ),
      onContext: (state) =>
        store.update(
          put<AppState>({
            notice:
              state === 'restored'
                ? null
                : {
                    tone: 'hint',
                    message:
                      'The graphics driver dropped the drawing; it comes back by itself. If not, reload the page.',
                    retry: null,
                  },
          }),
        ),
    },
  });
  // Names are measured and drawn on a canvas, which does not wait for a font by itself.
  const repaint = (): void => stage().repaint(paletteOf(store.get().theme));
  void document.fonts.load("12px 'Inter Variable'").then(repaint);
  onSystemTheme(() => {
    repaint();
    show();
    door?.repaint();
  });
  nowPlaced();
};

const root = document.getElementById('page');
if (!root) throw new Error('The page has no element with the id "page".');

const door = createDoor({
  page: root,
  host: {
    palette: () => paletteOf(store.get().theme),
    nodes: async (ids) => (await client.nodes(ids)).nodes,
    show: (nodes) => actions.bringAll(nodes, 'show the result of a query'),
    openEntity: actions.showEntity,
    now: () => new Date(),
    asOf: () => store.get().asOf,
  },
  onLoading: (isLoading) => {
    if (isLoading) store.update(put<AppState>({ announcement: 'The query console opens.' }));
  },
  onTrouble: () =>
    store.update(
      put<AppState>({
        notice: {
          tone: 'error',
          message:
            'The query console could not be fetched. Start the server again with "bulletin-graph serve", then retry.',
          retry: () => {
            store.update(put<AppState>({ notice: null }));
            door?.open();
          },
        },
      }),
    ),
});

const curation = createCurationDoor({
  page: root,
  host: {
    store,
    client,
    reading,
    redraw: actions.redraw,
    select: actions.select,
    onGraph: exploring.loadTraits,
    openBulletin: (id) => reading.openBulletin(id, null),
    palette: () => paletteOf(store.get().theme),
  },
  onLoading: (isLoading) => {
    if (isLoading) store.update(put<AppState>({ announcement: 'Judging opens.' }));
  },
  onTrouble: (again) =>
    store.update(
      put<AppState>({
        notice: {
          tone: 'error',
          message:
            'What judging needs could not be fetched. Start the server again with "bulletin-graph serve", then retry.',
          retry: () => {
            store.update(put<AppState>({ notice: null }));
            again();
          },
        },
      }),
    ),
});

let askedForJudging = false;
store.listen(({ opening, asOf }) => {
  if (curation === null || askedForJudging || opening !== 'open' || asOf !== null) return;
  askedForJudging = true;
  void curation.isAllowed().then((judging) => store.update(put<AppState>({ judging })));
});

const app = (): App => ({
  state: store.get(),
  act: {
    ...actions,
    ...exploring,
    ...past,
    ...pathFinding,
    centre: (id) => stage().centre(id),
    zoom: (factor) => stage().zoom(factor),
    fit: () => stage().fit(),
  },
  read: reading,
  search,
  wholeScene,
  scene: () => shownScene(store.get()),
  palette: () => paletteOf(store.get().theme),
  setTheme(theme) {
    applyTheme(theme);
    store.update(put<AppState>({ theme, announcement: `Theme: ${theme}.` }));
    stage().repaint(paletteOf(theme));
  },
  setSide: (side) => store.update(put<AppState>({ side })),
  setTimeline: (timelineOpen) => store.update(put<AppState>({ timelineOpen })),
  closeNotice: () => store.update(put<AppState>({ notice: null })),
  hasServer: door !== null,
  openReview: curation === null ? null : () => curation.open({ kind: 'review' }),
  openConsole: door === null ? null : () => door.open(),
  mount,
});

const show = (): void => {
  const { judging, asOf } = store.get();
  // The past is as it was judged then.
  const judge = curation !== null && judging && asOf === null ? curation.open : null;
  render(
    <Judging.Provider value={judge}>
      <Page app={app()} />
    </Judging.Provider>,
    root,
  );
};
store.listen(show);
// Asked before anything is rendered: the answers come while the page and its drawing are made.
exploring.openAddress();
show();

addEventListener('hashchange', exploring.openAddress);

document.addEventListener('keydown', (event) => {
  const command = event.ctrlKey || event.metaKey;
  const typing = isTyping(event);
  if (door?.isOpen() || curation?.isOpen()) return;
  if (event.key === 'Escape' && !typing && !event.defaultPrevented) actions.close();
  else if (door !== null && isShortcut(event, 'q')) {
    event.preventDefault();
    door.open();
  } else if (curation !== null && store.get().asOf === null && isShortcut(event, 'r')) {
    event.preventDefault();
    curation.open({ kind: 'review' });
  } else if (command && !typing && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    if (event.shiftKey) actions.redo();
    else actions.undo();
  }
});

window.bulletinGraph = createProbe(stage, () => shownScene(store.get()));
