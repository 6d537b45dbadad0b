/**
 * The statements behind the page's relations as columns, in the order of the relations: what a filter looks at, a hundred
 * thousand of them while a brush moves.
 */
import { Status as StatusNames } from '../../contract.ts';
import type { Numbered } from './numbered.ts';
import type { Trait, Traits } from './traits.ts';

export interface Said {
  /** By relation; null until its statements have been fetched. */
  readonly lists: readonly (readonly Trait[] | null)[];
  /** Statements of relation e stand from `start[e]` to before `start[e + 1]`. */
  readonly start: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** 1 for negated. */
  readonly negated: Uint8Array;
  /** Position in `Status`. */
  readonly status: Uint8Array;
  readonly confidence: Float64Array;
  /** Positions in `sources` and `holders`. */
  readonly source: Int32Array;
  readonly holder: Int32Array;
  readonly sources: readonly string[];
  readonly holders: readonly (string | null)[];
}

/** Gives each value a number, in the order in which they come, behind those of `start`. */
const numbering = <T>(start: readonly T[]) => {
  const numbers = new Map<T, number>(start.map((value, at) => [value, at]));
  return {
    numberOf(value: T): number {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, numbers.size);
      return numbers.size - 1;
    },
    values: (): T[] => [...numbers.keys()],
  };
};

const nothing: Said = {
  lists: [],
  start: new Int32Array(1),
  from: new Float64Array(0),
  to: new Float64Array(0),
  negated: new Uint8Array(0),
  status: new Uint8Array(0),
  confidence: new Float64Array(0),
  source: new Int32Array(0),
  holder: new Int32Array(0),
  sources: [],
  holders: [],
};

/** The first `length` of `column`, and room for `total`. */
const room = <A extends Float64Array | Uint8Array | Int32Array>(column: A, filled: A, length: number): A => {
  filled.set(column.subarray(0, length));
  return filled;
};

const statuses = new Map(StatusNames.options.map((status, at) => [status, at]));

/** The columns of `lists`, of which the first `same` are those of `before`. */
const continued = (before: Said, lists: Said['lists'], same: number): Said => {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    start[at + 1] = (start[at] ?? 0) + (list?.length ?? 0);
  });
  const total = start[lists.length] ?? 0;
  const done = start[same] ?? 0;
  const said = {
    lists,
    start,
    from: room(before.from, new Float64Array(total), done),
    to: room(before.to, new Float64Array(total), done),
    negated: room(before.negated, new Uint8Array(total), done),
    status: room(before.status, new Uint8Array(total), done),
    confidence: room(before.confidence, new Float64Array(total), done),
    source: room(before.source, new Int32Array(total), done),
    holder: room(before.holder, new Int32Array(total), done),
  };
  const sources = numbering(before.sources);
  const holders = numbering(before.holders);
  let at = done;
  for (const list of lists.slice(same)) {
    for (const trait of list ?? []) {
      said.from[at] = trait.from;
      said.to[at] = trait.to;
      said.negated[at] = trait.negated ? 1 : 0;
      said.status[at] = statuses.get(trait.status) ?? 0;
      said.confidence[at] = trait.confidence;
      said.source[at] = sources.numberOf(trait.source);
      said.holder[at] = holders.numberOf(trait.holder);
      at += 1;
    }
  }
  return { ...said, sources: sources.values(), holders: holders.values() };
};

const kept = new WeakMap<Numbered, { readonly byEdge: Traits['byEdge']; readonly said: Said }>();
let latest = nothing;

/** The columns of the statements that are held of these relations, made once for both, and continued by the next ones. */
export const saidOf = (page: Numbered, traits: Traits): Said => {
  const known = kept.get(page);
  if (known?.byEdge === traits.byEdge) return known.said;
  const lists = page.edges.map(({ id }) => traits.byEdge.get(id) ?? null);
  const differs = lists.findIndex((list, at) => list !== latest.lists[at]);
  latest = continued(latest, lists, differs === -1 ? lists.length : differs);
  kept.set(page, { byEdge: traits.byEdge, said: latest });
  return latest;
};
