/** The graph that rows speak of: entities by their ids, joined where one row names two. Pure. */
import type { LibraryEntry } from '../../query-contract.ts';
import { cellText, entityIdsIn, type Rows } from './values.ts';

export interface RowEdge {
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly weight: number;
}

export interface RowGraph {
  readonly ids: readonly string[];
  readonly edges: readonly RowEdge[];
}

/** Entities with most edges first; edges of the same pair are one, their labels joined and their weights added. */
export const rowGraph = (columns: readonly string[], rows: Rows, hint: LibraryEntry['chart'] | null): RowGraph => {
  const place = (name: string | undefined): number => (name === undefined ? -1 : columns.indexOf(name));
  const [source, target, path] = [place(hint?.source), place(hint?.target), place(hint?.path)];
  const label = place(hint?.label) >= 0 ? place(hint?.label) : columns.indexOf('predicate');
  const weight = place(hint?.y);
  const edges = new Map<string, { source: string; target: string; labels: Set<string>; weight: number }>();
  const degrees = new Map<string, number>();
  for (const row of rows) {
    const ends =
      source >= 0 && target >= 0 ? [row[source] ?? null, row[target] ?? null] : path >= 0 ? [row[path] ?? null] : row;
    const ids = [...new Set(ends.flatMap(entityIdsIn))];
    for (const id of ids) degrees.set(id, degrees.get(id) ?? 0);
    for (const [index, id] of ids.entries()) {
      const next = ids[index + 1];
      if (next === undefined) break;
      const key = `${id}\u0000${next}`;
      const edge = edges.get(key) ?? { source: id, target: next, labels: new Set<string>(), weight: 0 };
      const text = label < 0 ? '' : cellText(row[label] ?? null);
      if (text !== '') edge.labels.add(text);
      const value = weight < 0 ? 1 : row[weight];
      edge.weight += typeof value === 'number' && value > 0 ? value : 1;
      if (!edges.has(key)) for (const end of [id, next]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
      edges.set(key, edge);
    }
  }
  return {
    ids: [...degrees].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id),
    edges: [...edges.values()].map(({ labels, ...edge }) => ({ ...edge, label: [...labels].join(', ') })),
  };
};
