/**
 * What a person can do with the whole graph beside looking at one entity: filter by time, play, group, measure, find paths,
 * pin, save and share. Uses the basic actions for every change, so that each can be undone.
 */
import type { GraphEdge } from '../contract.ts';
import type { Actions } from './actions.ts';
import type { Client } from './api/client.ts';
import { TRAIT_BATCH } from './api/client.ts';
import { measure, plainOf } from './graph/analysis/analysis.ts';
import type { Stage } from './graph/stage.ts';
import { createFilm } from './film.ts';
import { download } from './save/download.ts';
import type { Period } from './state/filters.ts';
import { revise } from './state/history.ts';
import { sceneOf } from './state/scene.ts';
import type { Shared } from './state/share.ts';
import { decodeShared, encodeShared, FRAGMENT, settled, sharedOf } from './state/share.ts';
import type { AppState, Store } from './state/store.ts';
import { over, ploversOf, put, shownScene } from './state/store.ts';
import type { Traits } from './state/traits.ts';
import { withTraits } from './state/traits.ts';
import type { Producer, View } from './state/view.ts';
import { addToGraph, dropFilter, groupBy, hideEntity, setFilter, showHidden, sizeBy, togglePin } from './state/view.ts';
import { turnTo } from './past.ts';
import { counted, dateWords, isolated } from './text/words.ts';

export type FileFormat = 'png' | 'svg' | 'gexf' | 'graphml' | 'csv' | 'html';

const EDGE_BATCH = 500;

export const createExploring = (
  store: Store<AppState>,
  client: Client,
  stage: () => Stage,
  placed: Promise<void>,
  basic: Actions,
) => {
  const view = (): View => store.get().view.present;
  const inPlace = (): void => basic.redraw({ layout: false, parent: null });
  const nameOf = (id: string): string => isolated(view().nodes.get(id)?.name ?? id);

  let reading: Promise<void> | null = null;
  /** What has come is put on the page after one batch, two, four, ...: each time everything counted is counted anew. */
  const readTraits = async (): Promise<void> => {
    const unread = (): GraphEdge[] => {
      const { byEdge } = store.get().traits;
      return [...view().edges.values()].filter(({ id }) => !byEdge.has(id));
    };
    for (let edges = unread(), batches = 1; edges.length > 0; edges = unread(), batches *= 2) {
      const { asOf } = store.get();
      let producer: Producer<Traits> = (traits) => traits;
      for (let at = 0; at < Math.min(edges.length, batches * TRAIT_BATCH); at += TRAIT_BATCH) {
        const batch = edges.slice(at, at + TRAIT_BATCH);
        const before = producer;
        const join = withTraits(batch, await client.traits(batch));
        producer = (traits) => join(before(traits));
      }
      if (store.get().asOf !== asOf) continue;
      store.update(over<AppState, 'traits'>('traits', producer));
    }
    inPlace();
  };

  /** Fetches what filters ask of the statements behind relations that are new on the page. */
  const loadTraits = (): void => {
    if (reading) return;
    store.update(put<AppState>({ readingTraits: true }));
    basic.attempt(async () => {
      reading = readTraits();
      try {
        await reading;
      } finally {
        reading = null;
        store.update(put<AppState>({ readingTraits: false }));
      }
    });
  };

  const revised = (producer: Producer<View>): void => {
    store.update(over<AppState, 'view'>('view', revise(producer)));
    inPlace();
  };

  /** `going` is true while a gesture goes on: its beginning is the step that undo takes back. */
  const setPeriod = (period: Period | null, going = false): void => {
    const producer = period === null ? dropFilter('period') : setFilter({ kind: 'period', period });
    if (going) revised(producer);
    else basic.alter(period === null ? 'show all times' : 'choose a period', producer);
  };

  const { play, stop } = createFilm(store, setPeriod, basic.say);

  /** Shows what became of the pairs from one period to another; without them, ends the comparison. */
  const compare = (before: Period | null, after: Period | null, going = false): void => {
    stop();
    const producer: Producer<View> =
      before && after
        ? (now) => setFilter({ kind: 'compare', before, after })(dropFilter('period')(now))
        : dropFilter('compare');
    if (going) revised(producer);
    else basic.alter(before && after ? 'compare two periods' : 'end the comparison', producer);
  };

  const ungrouped = () => sceneOf({ ...view(), groups: null }, store.get().traits, ploversOf(store.get().summary));

  const group = (by: 'type' | 'community' | null): void => {
    if (by === null) {
      basic.alter('show every entity', groupBy(null));
      stage().fit();
      return;
    }
    basic.attempt(async () => {
      const answer = by === 'community' ? await measure({ measure: 'communities', graph: plainOf(ungrouped()) }) : null;
      const of = new Map(answer?.measure === 'communities' ? answer.of : []);
      basic.alter(`collect by ${by}`, groupBy({ by, of, open: new Set() }));
      basic.redraw({ layout: true, parent: null });
      stage().fit();
    });
  };

  const size = (by: 'statements' | 'degree' | 'betweenness'): void => {
    if (by !== 'betweenness') {
      basic.alter(`size by ${by}`, sizeBy({ by }));
      return;
    }
    basic.attempt(async () => {
      const answer = await measure({ measure: 'betweenness', graph: plainOf(ungrouped()) });
      if (answer.measure !== 'betweenness' || answer.of === null) {
        throw new Error(
          'So large a graph has no betweenness in useful time. Filter it, or take entities off the page.',
        );
      }
      basic.alter('size by betweenness', sizeBy({ by, of: new Map(answer.of) }));
    });
  };

  const sharedNow = (): Shared => sharedOf(view(), stage().places(), store.get().selection, store.get().asOf);

  /** What is hidden is not in the file, which is of one date: it has no other. */
  const wholePage = async (): Promise<Blob> => {
    const shown = ungrouped().nodes;
    if (shown.size === 0) throw new Error('Nothing is shown, so there is nothing to save. Lift a filter first.');
    const shared = sharedNow();
    const nodes = shared.nodes.filter(([id]) => shown.has(id));
    const code = await encodeShared({ ...shared, nodes, hidden: [], asOf: null });
    const { html } = await client.file([...shown.keys()], code);
    return new Blob([html], { type: 'text/html' });
  };

  const contentOf = async (format: FileFormat): Promise<Blob> => {
    if (format === 'png') return stage().picture();
    if (format === 'html') return wholePage();
    const formats = await import('./save/formats.ts');
    const drawn = stage().drawn();
    const [text, type] = {
      svg: () => [formats.toSvg(drawn), 'image/svg+xml'] as const,
      gexf: () => [formats.toGexf(drawn), 'application/xml'] as const,
      graphml: () => [formats.toGraphml(drawn), 'application/xml'] as const,
      csv: () => [formats.toCsv(drawn), 'text/csv'] as const,
    }[format]();
    return new Blob([text], { type });
  };

  const save = (format: FileFormat): void =>
    basic.attempt(async () => {
      download(`bulletin-graph.${format}`, await contentOf(format));
      basic.say(`Saved bulletin-graph.${format}.`);
    });

  const codeNow = (): Promise<string> => encodeShared(sharedNow());

  /** Puts the view into the address, and into the clipboard where the browser allows it. */
  const share = (): void =>
    basic.attempt(async () => {
      history.replaceState(null, '', FRAGMENT + (await codeNow()));
      const copied = await navigator.clipboard.writeText(location.href).then(
        () => true,
        () => false,
      );
      const message = copied
        ? 'A link to this view is in the clipboard and in the address bar.'
        : 'The address bar holds a link to this view.';
      store.update(put<AppState>({ notice: { tone: 'hint', message, retry: null }, announcement: message }));
    });

  const show = async (shared: Shared): Promise<void> => {
    turnTo(store, shared.asOf);
    const ids = shared.nodes.map(([id]) => id);
    const [summary, { nodes }] = await Promise.all([client.summary(), client.nodes(ids), placed]);
    const edges: GraphEdge[] = [];
    for (let at = 0; at < ids.length; at += EDGE_BATCH) {
      edges.push(...(await client.edges(ids.slice(at, at + EDGE_BATCH), ids)).edges);
    }
    // Another date was asked for meanwhile.
    if (store.get().asOf !== shared.asOf) return;
    stage().place(new Map(shared.nodes.map(([id, x, y]) => [id, { x, y }])));
    store.update((state) => ({
      ...state,
      opening: 'open',
      summary,
      notice: null,
      view: {
        past: [],
        present: settled(shared)(
          addToGraph({ nodes, edges })({ ...state.view.present, nodes: new Map(), edges: new Map() }),
        ),
        future: [],
      },
    }));
    inPlace();
    loadTraits();
    const { selection } = shared;
    if (selection?.kind === 'node' && view().nodes.has(selection.id)) basic.selectNode(selection.id);
    const bundle = selection?.kind === 'pair' ? shownScene(store.get()).bundles.get(selection.id) : undefined;
    if (bundle) basic.selectPair(bundle.source, bundle.target);
    const gone = ids.length - nodes.length;
    if (gone > 0) {
      const where = shared.asOf === null ? 'not in this store' : `not known as of ${dateWords(shared.asOf)}`;
      const message = `${counted(gone, 'entity', 'entities')} of the link ${gone === 1 ? 'is' : 'are'} ${where}.`;
      store.update(put<AppState>({ notice: { tone: 'hint', message, retry: null } }));
    }
  };

  /** Opens the view that the address names, or the top actors where it names none. */
  const open = (): void => {
    if (!location.hash.startsWith(FRAGMENT)) {
      turnTo(store, null);
      basic.open();
      return;
    }
    const tryOpening = async (): Promise<void> => {
      const shared = await decodeShared(location.hash.slice(FRAGMENT.length));
      if (shared) {
        await show(shared);
        return;
      }
      basic.open();
      const message = 'The link names no view that this page understands; it may have been cut short.';
      store.update(put<AppState>({ notice: { tone: 'error', message, retry: null } }));
    };
    basic.attempt(tryOpening);
  };

  /** As if the address had been typed, so that the browser's way back leads to the view before. */
  const openCode = (code: string): void => {
    if (location.hash === FRAGMENT + code) open();
    else location.hash = FRAGMENT + code;
  };

  return {
    loadTraits,
    setPeriod,
    play,
    stop,
    compare,
    group,
    size,
    ungrouped,
    save,
    share,
    codeNow,
    openCode,
    openAddress: open,
    showShared: show,
    pin: (id: string): void => basic.alter(`pin or release ${nameOf(id)}`, togglePin(id)),
    hide: (id: string): void => {
      basic.alter(`hide ${nameOf(id)}`, hideEntity(id));
      basic.clearSelection();
    },
    showHidden: (): void => basic.alter('show hidden entities', showHidden),
  };
};

export type Exploring = ReturnType<typeof createExploring>;
