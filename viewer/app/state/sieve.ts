/**
 * Runs a chain of filters over the numbered page: marks for entities, relations and statements instead of lists, so that
 * a filter copies four arrays and walks over them once.
 */
import { Status as StatusNames } from '../../contract.ts';
import type { GraphEdge } from '../../contract.ts';
import type { Counted, Filter, Plovers, Relation } from './filters.ts';
import type { Numbered } from './numbered.ts';
import { numberedOf } from './numbered.ts';
import type { Said } from './said.ts';
import { saidOf } from './said.ts';
import type { Trait, Traits } from './traits.ts';
import type { View } from './view.ts';

export interface Sieved {
  readonly page: Numbered;
  readonly said: Said;
  /** 1 for each entity, each relation and each statement that passed; a statement only counts with its relation. */
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly statements: Uint8Array;
  /** Statements of each relation that passed; -1 where no filter took any, so that the store's own counts hold. */
  readonly left: Int32Array;
}

const sum = (marks: Uint8Array): number => {
  let total = 0;
  for (const mark of marks) total += mark;
  return total;
};

const countSieved = ({ page, nodes, edges, left }: Sieved): Counted => {
  let statements = 0;
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges[edge] !== 1) continue;
    const some = left[edge] ?? -1;
    statements += some < 0 ? (page.edges[edge]?.statements ?? 0) : some;
  }
  return { entities: sum(nodes), relations: sum(edges), statements };
};

/** What the legend's filters and the hidden entities leave. */
const legendPasses = (view: View, page: Numbered, said: Said): Sieved => {
  const nodes = new Uint8Array(page.nodes.length);
  page.nodes.forEach(({ id, type }, at) => {
    nodes[at] = view.hiddenTypes.has(type) || view.hidden.has(id) ? 0 : 1;
  });
  const edges = new Uint8Array(page.edges.length);
  const someHidden = view.hiddenPredicates.size > 0;
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (someHidden && view.hiddenPredicates.has(page.edges[edge]?.predicate ?? '')) continue;
    edges[edge] = (nodes[page.source[edge] ?? -1] ?? 0) & (nodes[page.target[edge] ?? -1] ?? 0);
  }
  const statements = new Uint8Array(said.from.length).fill(1);
  return { page, said, nodes, edges, statements, left: new Int32Array(edges.length).fill(-1) };
};

/** What one statement has to be; null where the filter asks of relations or entities. */
const askOfStatements = (filter: Filter, said: Said): ((statement: number) => boolean) | null => {
  switch (filter.kind) {
    case 'period':
    case 'compare': {
      const periods = filter.kind === 'period' ? [filter.period] : [filter.before, filter.after];
      const { from, to } = said;
      return (at) => periods.some((period) => (from[at] ?? NaN) <= period.to && (to[at] ?? NaN) >= period.from);
    }
    case 'status': {
      const kept = StatusNames.options.map((status) => filter.kept.includes(status));
      return (at) => kept[said.status[at] ?? -1] ?? false;
    }
    case 'polarity': {
      const wanted = filter.negated ? 1 : 0;
      return (at) => said.negated[at] === wanted;
    }
    case 'confidence':
      return (at) => (said.confidence[at] ?? 0) >= filter.least;
    case 'source': {
      const wanted = said.sources.indexOf(filter.name);
      return (at) => said.source[at] === wanted;
    }
    case 'holder': {
      const wanted = said.holders.indexOf(filter.id);
      return (at) => said.holder[at] === wanted;
    }
    case 'plover':
    case 'sources':
    case 'degree':
    default:
      return null;
  }
};

/** Until the statements of a relation are here, nothing is known against it. */
const keepStatements = (sieved: Sieved, passes: (statement: number) => boolean): Sieved => {
  const { start, lists } = sieved.said;
  const edges = sieved.edges.slice();
  const statements = sieved.statements.slice();
  const left = sieved.left.slice();
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges[edge] !== 1 || lists[edge] === null) continue;
    const end = start[edge + 1] ?? 0;
    let passed = 0;
    let dropped = false;
    for (let at = start[edge] ?? 0; at < end; at += 1) {
      if (statements[at] !== 1) continue;
      if (passes(at)) {
        passed += 1;
      } else {
        statements[at] = 0;
        dropped = true;
      }
    }
    if (passed === 0) edges[edge] = 0;
    else if (dropped) left[edge] = passed;
  }
  return { ...sieved, edges, statements, left };
};

const keepEdges = (sieved: Sieved, passes: (edge: number) => boolean): Sieved => ({
  ...sieved,
  edges: sieved.edges.map((mark, edge) => (mark === 1 && passes(edge) ? 1 : 0)),
});

/** Neighbours of each entity over the relations that passed. */
const degreesOf = ({ page, edges }: Pick<Sieved, 'page' | 'edges'>): Int32Array => {
  const degrees = new Int32Array(page.nodes.length);
  const counted = new Uint8Array(page.pairIds.length);
  edges.forEach((mark, edge) => {
    const pair = page.pair[edge] ?? 0;
    if (mark !== 1 || counted[pair] === 1) return;
    counted[pair] = 1;
    const [one, other] = [page.source[edge] ?? 0, page.target[edge] ?? 0];
    degrees[one] = (degrees[one] ?? 0) + 1;
    if (one !== other) degrees[other] = (degrees[other] ?? 0) + 1;
  });
  return degrees;
};

const relationsLeft = (filter: Filter, sieved: Sieved, plovers: Plovers): Sieved => {
  const passes = askOfStatements(filter, sieved.said);
  if (passes) return keepStatements(sieved, passes);
  if (filter.kind === 'plover') {
    const kept = new Set(filter.kept);
    return keepEdges(sieved, (edge) => kept.has(plovers.get(sieved.page.edges[edge]?.predicate ?? '') ?? ''));
  }
  if (filter.kind === 'sources') return keepEdges(sieved, (edge) => sourcesOf(sieved, edge) >= filter.least);
  if (filter.kind !== 'degree') return sieved;
  const degrees = degreesOf(sieved);
  const enough = (node: number): boolean => (degrees[node] ?? 0) >= filter.least;
  return keepEdges(sieved, (edge) => enough(sieved.page.source[edge] ?? -1) && enough(sieved.page.target[edge] ?? -1));
};

const joinedBy = ({ page, edges }: Sieved): Uint8Array => {
  const joined = new Uint8Array(page.nodes.length);
  edges.forEach((mark, edge) => {
    if (mark !== 1) return;
    joined[page.source[edge] ?? 0] = 1;
    joined[page.target[edge] ?? 0] = 1;
  });
  return joined;
};

/** What one filter leaves. It asks of what is said: an entity of which nothing on the page is said to anybody goes too. */
const applyFilter = (filter: Filter, sieved: Sieved, plovers: Plovers): Sieved => {
  const left = relationsLeft(filter, sieved, plovers);
  const joined = joinedBy(left);
  return { ...left, nodes: sieved.nodes.map((mark, node) => mark & (joined[node] ?? 0)) };
};

interface Begun {
  readonly inputs: readonly unknown[];
  readonly sieved: Sieved;
  readonly count: Counted;
}

let begun: Begun | null = null;

/** What the chain begins with, made once for all that only the chain changes: a brush moves often. */
const beginning = (view: View, traits: Traits): Begun => {
  const inputs = [view.nodes, view.edges, view.hiddenTypes, view.hiddenPredicates, view.hidden, traits.byEdge];
  const known = begun;
  if (known?.inputs.every((input, at) => input === inputs[at])) return known;
  const page = numberedOf(view);
  const sieved = legendPasses(view, page, saidOf(page, traits));
  begun = { inputs, sieved, count: countSieved(sieved) };
  return begun;
};

/** What passes the legend's filters and then `filters`, with the counts after each. */
export const sieveView = (
  view: View,
  traits: Traits,
  plovers: Plovers,
  filters: readonly Filter[],
): { readonly sieved: Sieved; readonly counts: readonly Counted[] } => {
  const start = beginning(view, traits);
  let { sieved } = start;
  const counts = [start.count];
  for (const filter of filters) {
    sieved = applyFilter(filter, sieved, plovers);
    counts.push(countSieved(sieved));
  }
  return { sieved, counts };
};

/** The statements of a relation that passed; null until they have been fetched. */
const traitsOf = ({ said, statements, left }: Sieved, edge: number): readonly Trait[] | null => {
  const list = said.lists[edge] ?? null;
  if (list === null || (left[edge] ?? -1) < 0) return list;
  const start = said.start[edge] ?? 0;
  return list.filter((_, at) => statements[start + at] === 1);
};

const sourcesOf = (sieved: Sieved, edge: number): number =>
  (sieved.left[edge] ?? -1) < 0
    ? (sieved.page.edges[edge]?.sources ?? 0)
    : new Set(traitsOf(sieved, edge)?.map(({ source }) => source)).size;

/** The edge with its counts taken from these statements alone. */
const recounted = (edge: GraphEdge, traits: readonly Trait[]): GraphEdge => {
  const negated = traits.reduce((total, trait) => total + (trait.negated ? 1 : 0), 0);
  return {
    ...edge,
    statements: traits.length,
    sources: traits.length === 1 ? 1 : new Set(traits.map((trait) => trait.source)).size,
    negated,
    affirmed: traits.length - negated,
  };
};

/** A relation as the filters have left it; null where they have not. */
export const relationOf = (sieved: Sieved, number: number): Relation | null => {
  const edge = sieved.page.edges[number];
  if (!edge || sieved.edges[number] !== 1) return null;
  const traits = traitsOf(sieved, number);
  const pair = sieved.page.pairIds[sieved.page.pair[number] ?? 0] ?? '';
  const isWhole = (sieved.left[number] ?? -1) < 0 || traits === null;
  return { edge: isWhole ? edge : recounted(edge, traits), traits, pair };
};
