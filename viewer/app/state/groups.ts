/**
 * Collections: many entities drawn as one, by type or by community, so that a large graph is no hairball. A collection is
 * an entity of the scene with members; relations inside it are not drawn, those to the outside are added up.
 */
import type { GraphEdge, GraphNode, NodeType } from '../../contract.ts';
import { typePlural } from '../text/words.ts';
import type { Passing, Relation } from './filters.ts';
import { pairId } from './pair.ts';

export interface Groups {
  readonly by: 'type' | 'community';
  /** The community of each entity; not read for types. */
  readonly of: ReadonlyMap<string, string>;
  /** Collections that are shown as their members. */
  readonly open: ReadonlySet<string>;
}

export interface SceneNode extends GraphNode {
  /** Of a collection, those with most statements first; absent for an entity. */
  readonly members?: readonly string[];
}

const PREFIX = 'collection ';

export const isCollection = (id: string): boolean => id.startsWith(PREFIX);

/** The collection that an entity belongs to, open or not; null for none. */
export const collectionOf = (groups: Groups, node: GraphNode): string | null => {
  const key = groups.by === 'type' ? node.type : groups.of.get(node.id);
  return key === undefined ? null : `${PREFIX}${groups.by} ${key}`;
};

const mostOf = (members: readonly GraphNode[]): NodeType => {
  const counts = new Map<NodeType, number>();
  for (const { type } of members) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? 'Group';
};

const asNode = (groups: Groups, id: string, members: readonly GraphNode[]): SceneNode => {
  const ordered = members.toSorted((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
  const type = mostOf(ordered);
  const name =
    groups.by === 'type'
      ? `${ordered.length} ${typePlural(type)}`
      : `${ordered[0]?.name} and ${ordered.length - 1} more`;
  return {
    id,
    name,
    type,
    statements: ordered.reduce((sum, node) => sum + node.statements, 0),
    members: ordered.map((node) => node.id),
  };
};

const added = (a: GraphEdge, b: GraphEdge): GraphEdge => ({
  ...a,
  statements: a.statements + b.statements,
  sources: Math.max(a.sources, b.sources),
  affirmed: a.affirmed + b.affirmed,
  negated: a.negated + b.negated,
  first: [a.first, b.first].filter((date) => date !== null).toSorted()[0] ?? null,
  last:
    [a.last, b.last]
      .filter((date) => date !== null)
      .toSorted()
      .at(-1) ?? null,
});

/** The passing graph with every closed collection of two or more as one entity. */
export const collect = (passing: Passing, groups: Groups): Passing & { nodes: ReadonlyMap<string, SceneNode> } => {
  const members = new Map<string, GraphNode[]>();
  for (const node of passing.nodes.values()) {
    const id = collectionOf(groups, node);
    if (id === null || groups.open.has(id)) continue;
    const known = members.get(id);
    if (known) known.push(node);
    else members.set(id, [node]);
  }
  const standsFor = new Map<string, string>();
  const nodes = new Map<string, SceneNode>(passing.nodes);
  for (const [id, inside] of members) {
    if (inside.length < 2) continue;
    for (const node of inside) {
      standsFor.set(node.id, id);
      nodes.delete(node.id);
    }
    nodes.set(id, asNode(groups, id, inside));
  }
  const relations = new Map<string, Relation>();
  for (const { edge, traits } of passing.relations) {
    const source = standsFor.get(edge.source) ?? edge.source;
    const target = standsFor.get(edge.target) ?? edge.target;
    if (source === target) continue;
    const id = `${source} ${edge.predicate} ${target}`;
    const known = relations.get(id);
    relations.set(id, {
      edge: known ? added(known.edge, edge) : { ...edge, id, source, target },
      traits: known ? (known.traits && traits ? [...known.traits, ...traits] : null) : traits,
      pair: pairId(source, target),
    });
  }
  return { nodes, relations: [...relations.values()] };
};
