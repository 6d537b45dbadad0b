/**
 * After a judgement: fetches what it touched, and nothing else, so that drawing, lists, counts and panels say what the
 * store says. Panels behind the front one are read again when they come to the front.
 */
import type { Client } from '../api/client.ts';
import type { JudgedAnswer } from '../../curation-contract.ts';
import type { Palette } from '../graph/palette.ts';
import type { PanelReading } from '../reading.ts';
import type { Panel } from '../state/panel.ts';
import type { AppState, Store } from '../state/store.ts';
import type { Selection, View } from '../state/view.ts';
import { renewedHistory, renewedPanels, renewedSelection, renewedTraits, touchedIds } from './renewal.ts';

/** What judging knows of the page. */
export interface CurationHost {
  readonly store: Store<AppState>;
  readonly client: Client;
  readonly reading: PanelReading;
  /** Draws the view as it is now; new entities stand near `parent`. */
  readonly redraw: (placing: { layout: boolean; parent: string | null }) => void;
  readonly select: (selection: Selection | null) => void;
  /** Relations came onto the page. */
  readonly onGraph: () => void;
  readonly openBulletin: (id: string) => void;
  readonly palette: () => Palette;
}

const keyOf = (panel: Panel): string => `${panel.kind} ${panel.id}`;

/** Every step that can be undone or done again, and what is shown. */
const viewsOf = ({ view }: AppState): View[] => [
  view.present,
  ...[...view.past, ...view.future].map(({ state }) => state),
];

export const createRefresh = ({ store, client, reading, redraw, select, onGraph }: CurationHost) => {
  const stale = new Set<string>();
  store.listen(({ panels }) => {
    const front = panels.at(-1);
    if (front && stale.delete(keyOf(front))) reading.refresh(front);
  });

  return async ({ entities }: Pick<JudgedAnswer, 'entities'>): Promise<void> => {
    const touched = touchedIds(entities);
    const ids = [...touched];
    const held = new Set(viewsOf(store.get()).flatMap((view) => [...view.nodes.keys()]));
    const isHeld = ids.some((id) => held.has(id));
    const [summary, { nodes }, { edges }] = await Promise.all([
      client.summary(),
      client.nodes(ids),
      isHeld ? client.edges(ids, [...held, ...ids]) : { edges: [] },
    ]);
    const before = store.get();
    const renewal = { entities, nodes, edges };
    const ofTouched = viewsOf(before).flatMap((view) =>
      [...view.edges.values()].filter(({ source, target }) => touched.has(source) || touched.has(target)),
    );
    const touchedEdges = new Set([...ofTouched, ...edges].map(({ id }) => id));
    const panels = renewedPanels(entities)(before.panels);
    store.update((state) => ({
      ...state,
      summary,
      panels,
      selection: renewedSelection(state.selection, panels),
      traits: renewedTraits(renewal, touchedEdges)(state.traits),
      view: renewedHistory(renewal)(state.view),
    }));
    if (isHeld) {
      redraw({ layout: false, parent: nodes[0]?.id ?? null });
      if (before.selection !== null) select(store.get().selection);
      onGraph();
    }
    for (const panel of panels.slice(0, -1)) stale.add(keyOf(panel));
    const front = panels.at(-1);
    if (front) reading.refresh(front);
  };
};
