/**
 * What a person can do, as functions over the store, the server and the stage. The only file that knows all three:
 * state changes go through producers, drawing through `redraw`.
 */
import type { GraphNode } from '../contract.ts';
import type { Client, NeighbourChoice } from './api/client.ts';
import { messageOf } from './api/client.ts';
import { keptPlaces } from './graph/places-kept.ts';
import type { Stage } from './graph/stage.ts';
import { redo, redoLabel, step, undo, undoLabel } from './state/history.ts';
import { backPanel, closePanels } from './state/panel.ts';
import { isCollection } from './state/groups.ts';
import { pairId } from './state/scene.ts';
import type { AppState, Store } from './state/store.ts';
import { over, put, shownScene } from './state/store.ts';
import type { Producer, Selection, View } from './state/view.ts';
import { addToGraph, clearFilters, keepNeighbourhood, removeFromGraph, toggleCollection } from './state/view.ts';
import { counted, isolated } from './text/words.ts';

const TOP = 60;
const EXPAND_CAP = 50;

export interface Reading {
  openEntity(id: string): void;
  openPair(source: string, target: string): void;
}

/**
 * `onGraph` hears that entities or relations came onto the page. `placed` resolves when the drawing has its place: the server
 * is asked before.
 */
export const createActions = (
  store: Store<AppState>,
  client: Client,
  stage: () => Stage,
  placed: Promise<void>,
  reading: Reading,
  onGraph: () => void,
) => {
  const view = (): View => store.get().view.present;
  const nameOf = (id: string): string => isolated(view().nodes.get(id)?.name ?? id);
  const say = (announcement: string): void => store.update(put<AppState>({ announcement }));

  const redraw = (placing: { layout: boolean; parent: string | null }): void =>
    stage().show(shownScene(store.get()), placing);
  const inPlace = (): void => redraw({ layout: false, parent: null });

  /** Runs something that asks the server; a failure is told with a way to try again. */
  const attempt = (work: () => Promise<void>): void => {
    const retry = (): void => {
      store.update(put<AppState>({ notice: null }));
      attempt(work);
    };
    work().catch((error: unknown) =>
      store.update(put<AppState>({ notice: { tone: 'error', message: messageOf(error), retry } })),
    );
  };

  const change = (label: string, producer: Producer<View>): void =>
    store.update(over<AppState, 'view'>('view', step(label, producer)));

  const select = (selection: Selection | null): void => {
    store.update(put<AppState>({ selection }));
    stage().select(selection);
  };

  const open = (): void => {
    store.update(put<AppState>({ opening: 'waiting', notice: null }));
    const { asOf } = store.get();
    const load = async (): Promise<void> => {
      const [summary, top] = await Promise.all([client.summary(), client.top(TOP), placed]);
      // Another date was asked for meanwhile.
      if (store.get().asOf !== asOf) return;
      store.update((state) => ({
        ...state,
        opening: 'open',
        summary,
        view: { past: [], present: addToGraph(top)(state.view.present), future: [] },
      }));
      const places = keptPlaces(summary.store, top.nodes);
      if (places) stage().place(places);
      redraw({ layout: places === null, parent: null });
      onGraph();
      say(`${counted(top.nodes.length, 'entity', 'entities')} of ${summary.entities} shown.`);
    };
    load().catch((error: unknown) =>
      store.update(
        put<AppState>({
          opening: 'failed',
          notice: { tone: 'error', message: messageOf(error), retry: open },
        }),
      ),
    );
  };

  /** Puts entities on the page with every relation to those already there. */
  const bring = async (nodes: readonly GraphNode[], label: string, parent: string | null): Promise<number> => {
    const fresh = nodes.filter((node) => !view().nodes.has(node.id));
    if (fresh.length === 0) return 0;
    const ids = fresh.map((node) => node.id);
    const { edges } = await client.edges(ids, [...view().nodes.keys(), ...ids]);
    change(label, addToGraph({ nodes: fresh, edges }));
    redraw({ layout: false, parent });
    onGraph();
    return fresh.length;
  };

  /** Selects an entity on the page, brings it there first where needed, and opens its panel. */
  const showNode = (node: GraphNode): void =>
    attempt(async () => {
      const added = await bring([node], `add ${isolated(node.name)}`, null);
      select({ kind: 'node', id: node.id });
      stage().centre(node.id);
      reading.openEntity(node.id);
      say(`${isolated(node.name)}, ${node.type}, ${added > 0 ? 'added and ' : ''}selected.`);
    });

  /** Opens any entity of the store by its id; one that is not on the page is brought there. */
  const showEntity = (id: string): void => {
    const known = view().nodes.get(id);
    if (known) {
      showNode(known);
      return;
    }
    attempt(async () => {
      const { name, type, statements } = await client.entity(id);
      showNode({ id, name, type, statements });
    });
  };

  /** A collection opens where it stands, and closes again into one. */
  const openCollection = (id: string): void => {
    change('open or close a collection', toggleCollection(id));
    redraw({ layout: false, parent: id });
    stage().reveal();
    say(`${counted(shownScene(store.get()).nodes.size, 'entity', 'entities')} shown.`);
  };

  const selectNode = (id: string): void => {
    if (isCollection(id)) {
      openCollection(id);
      return;
    }
    const node = view().nodes.get(id);
    select({ kind: 'node', id });
    reading.openEntity(id);
    if (node) say(`${isolated(node.name)}, ${node.type}, ${counted(node.statements, 'statement', 'statements')}.`);
  };

  const selectPair = (source: string, target: string): void => {
    const collection = [source, target].find(isCollection);
    if (collection !== undefined) {
      openCollection(collection);
      return;
    }
    select({ kind: 'pair', id: pairId(source, target) });
    reading.openPair(source, target);
    say(`Evidence for ${nameOf(source)} and ${nameOf(target)}.`);
  };

  /** Neighbours that are not on the page yet, at most EXPAND_CAP of them, most statements first. */
  const expand = (id: string, choice: NeighbourChoice = {}): void =>
    attempt(async () => {
      const name = nameOf(id);
      const found: GraphNode[] = [];
      let after: string | null = null;
      do {
        const page = await client.neighbours(id, choice, after, 200);
        found.push(...page.nodes.filter((node) => node.id !== id && !view().nodes.has(node.id)));
        after = page.next;
      } while (after !== null && found.length < EXPAND_CAP);
      const added = await bring(found.slice(0, EXPAND_CAP), `expand ${name}`, id);
      say(
        added === 0
          ? `All of these neighbours of ${name} are shown already.`
          : `${counted(added, 'neighbour', 'neighbours')} of ${name} added.`,
      );
    });

  const travel = (move: typeof undo<View>, label: string | null, word: string): void => {
    if (label === null) return;
    store.update(over<AppState, 'view'>('view', move));
    inPlace();
    stage().reveal();
    say(`${word}: ${label}.`);
  };

  const alter = (label: string, producer: Producer<View>): void => {
    change(label, producer);
    inPlace();
    const scene = shownScene(store.get());
    say(`${label}: ${counted(scene.nodes.size, 'entity', 'entities')} shown.`);
  };

  return {
    attempt,
    open,
    showNode,
    showEntity,
    selectNode,
    selectPair,
    expand,
    alter,
    /** Brings entities into the drawing; resolves with the number of those that were not there yet. */
    bringAll: async (nodes: readonly GraphNode[], label: string): Promise<number> => {
      const added = await bring(nodes, label, null);
      stage().fit();
      say(
        added === 0
          ? 'All of these entities are shown already.'
          : `${counted(added, 'entity', 'entities')} added to the graph.`,
      );
      return added;
    },
    select,
    clearSelection: (): void => select(null),
    remove: (id: string): void => {
      alter(`remove ${nameOf(id)}`, removeFromGraph(id));
      select(null);
      store.update(over<AppState, 'panels'>('panels', closePanels));
    },
    isolate: (id: string, steps = 1): void => {
      alter(`keep the neighbourhood of ${nameOf(id)}`, keepNeighbourhood(id, steps));
      stage().fit();
    },
    openCollection,
    redraw,
    say,
    clearFilters: (): void => alter('clear filters', clearFilters),
    undo: (): void => travel(undo, undoLabel(store.get().view), 'Undone'),
    redo: (): void => travel(redo, redoLabel(store.get().view), 'Redone'),
    rearrange: (): void => {
      redraw({ layout: true, parent: null });
      stage().fit();
    },
    back: (): void => store.update(over<AppState, 'panels'>('panels', backPanel)),
    close: (): void => {
      store.update(over<AppState, 'panels'>('panels', closePanels));
      select(null);
    },
  };
};

export type Actions = ReturnType<typeof createActions>;
