/**
 * What a judgement makes of what the page holds: entities that became one stand where the first stood, parts of a merge
 * that ended stand where it stood, and relations of what was touched are those that were fetched anew. Pure.
 */
import type { GraphEdge, GraphNode } from '../../contract.ts';
import type { JudgedAnswer } from '../../curation-contract.ts';
import type { History } from '../state/history.ts';
import type { Panel, Panels } from '../state/panel.ts';
import { entityPanel, pairPanel } from '../state/panel.ts';
import { pairId } from '../state/scene.ts';
import type { Trait, Traits } from '../state/traits.ts';
import type { Selection, View } from '../state/view.ts';

export interface Renewal {
  readonly entities: JudgedAnswer['entities'];
  /** Entities that stand there now, as the store has them. */
  readonly nodes: readonly GraphNode[];
  /** Their relations to whatever the page holds. */
  readonly edges: readonly GraphEdge[];
}

/** Every id that the judgement touched, of before and of now. */
export const touchedIds = (entities: Renewal['entities']): ReadonlySet<string> =>
  new Set(entities.flatMap(({ id, now }) => [id, ...now]));

/** The id that stands for one of before: itself where it is still there. */
const successorIn = (entities: Renewal['entities']) => {
  const successors = new Map(entities.map(({ id, now }) => [id, now.includes(id) ? id : (now[0] ?? id)]));
  return (id: string): string => successors.get(id) ?? id;
};

export const renewedView =
  ({ entities, nodes: fetched, edges: fresh }: Renewal) =>
  (view: View): View => {
    if (!entities.some(({ id }) => view.nodes.has(id))) return view;
    const known = new Map(fetched.map((node) => [node.id, node]));
    const instead = new Map(entities.map(({ id, now }) => [id, now]));
    const nodes = new Map<string, GraphNode>();
    for (const [id, node] of view.nodes) {
      const now = instead.get(id);
      if (now === undefined) nodes.set(id, node);
      for (const each of now ?? []) {
        const found = known.get(each);
        if (found) nodes.set(each, found);
      }
    }
    const touched = touchedIds(entities);
    const edges = new Map(
      [...view.edges].filter(([, { source, target }]) => !touched.has(source) && !touched.has(target)),
    );
    for (const edge of fresh) if (nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.id, edge);
    const left = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids].filter((id) => nodes.has(id)));
    return { ...view, nodes, edges, hidden: left(view.hidden), pinned: left(view.pinned) };
  };

/** Every step back and forth is renewed: what is no more in the store must not come back by undoing a step. */
export const renewedHistory =
  (renewal: Renewal) =>
  ({ past, present, future }: History<View>): History<View> => {
    const renew = renewedView(renewal);
    return {
      past: past.map((step) => ({ ...step, state: renew(step.state) })),
      present: renew(present),
      future: future.map((step) => ({ ...step, state: renew(step.state) })),
    };
  };

/** What filters ask of relations that were touched is forgotten, to be read again; holders go by their names of now. */
export const renewedTraits =
  ({ entities, nodes }: Pick<Renewal, 'entities' | 'nodes'>, touchedEdges: ReadonlySet<string>) =>
  (traits: Traits): Traits => {
    const successor = successorIn(entities);
    const isHeld = entities.some(({ id }) => traits.holders.has(id));
    const renewed = (trait: Trait): Trait =>
      trait.holder === null || successor(trait.holder) === trait.holder
        ? trait
        : { ...trait, holder: successor(trait.holder) };
    const kept = [...traits.byEdge].filter(([edge]) => !touchedEdges.has(edge));
    const byEdge = new Map(isHeld ? kept.map(([edge, own]) => [edge, own.map(renewed)] as const) : kept);
    const holders = new Map(traits.holders);
    for (const { id } of entities) if (successor(id) !== id) holders.delete(id);
    for (const { id, name } of nodes) if (isHeld) holders.set(id, name);
    let dropped = 0;
    for (const [edge, own] of traits.byEdge) if (touchedEdges.has(edge)) dropped += own.length;
    return { byEdge, holders, held: traits.held - dropped, total: traits.total - dropped };
  };

/** Panels of what became another entity are that one's, empty until it is read. */
export const renewedPanels =
  (entities: Renewal['entities']) =>
  (panels: Panels): Panels => {
    const successor = successorIn(entities);
    const renewed = (panel: Panel): Panel => {
      if (panel.kind === 'bulletin') return panel;
      if (panel.kind === 'entity') return successor(panel.id) === panel.id ? panel : entityPanel(successor(panel.id));
      const [source, target] = [successor(panel.source), successor(panel.target)];
      if (source === panel.source && target === panel.target) return panel;
      return source === target ? entityPanel(source) : pairPanel(pairId(source, target), source, target);
    };
    return panels.map(renewed);
  };

/** The selection of what became another entity; none where a pair became one. */
export const renewedSelection = (selection: Selection | null, panels: Panels): Selection | null => {
  if (selection === null) return null;
  const front = panels.at(-1);
  if (front?.kind === 'entity') return { kind: 'node', id: front.id };
  return front?.kind === 'pair' ? { kind: 'pair', id: front.id } : selection;
};
