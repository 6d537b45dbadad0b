/**
 * The shortest way between two entities over all relations, searched from both ends at once within bounds, so that its
 * cost follows what lies between the two. Of equally short ways, that whose steps have most statements behind them.
 */

/** A relation of an entity that was asked about. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly statements: number;
}

export interface Bounds {
  /** Relations from one end to the other. */
  readonly steps: number;
  /** Entities that are reached before the search gives up. */
  readonly entities: number;
}

export interface Way {
  /** Both ends included; null where none was found. */
  readonly ids: readonly string[] | null;
  /** Entities that were reached. */
  readonly reached: number;
  /** False where a bound ended the search, so that there may be a way. */
  readonly complete: boolean;
}

interface Side {
  readonly cameFrom: Map<string, string | null>;
  front: string[];
}

/** `stepsFrom`: every relation of these entities, in both directions, each as leaving the entity that was asked about. */
export async function shortestWay(
  stepsFrom: (ids: readonly string[]) => Promise<readonly Step[]>,
  from: string,
  to: string,
  bounds: Bounds,
): Promise<Way> {
  if (from === to) return { ids: [from], reached: 1, complete: true };
  const start: Side = { cameFrom: new Map([[from, null]]), front: [from] };
  const end: Side = { cameFrom: new Map([[to, null]]), front: [to] };
  const reached = (): number => start.cameFrom.size + end.cameFrom.size;
  for (let step = 1; start.front.length > 0 && end.front.length > 0; step += 1) {
    if (step > bounds.steps || reached() > bounds.entities) return { ids: null, reached: reached(), complete: false };
    const [side, other] = start.front.length <= end.front.length ? [start, end] : [end, start];
    const meeting = await advance(side, other, stepsFrom);
    if (meeting !== null) return { ids: joined(start, end, meeting), reached: reached(), complete: true };
  }
  return { ids: null, reached: reached(), complete: true };
}

/** Goes one step on; gives where the two sides meet by the relation with most statements, if they do. */
async function advance(
  side: Side,
  other: Side,
  stepsFrom: (ids: readonly string[]) => Promise<readonly Step[]>,
): Promise<string | null> {
  const steps = [...(await stepsFrom(side.front))].sort(
    (a, b) => b.statements - a.statements || compare(a.from, b.from) || compare(a.to, b.to),
  );
  const next: string[] = [];
  for (const { from, to } of steps) {
    if (side.cameFrom.has(to)) continue;
    side.cameFrom.set(to, from);
    next.push(to);
  }
  side.front = next;
  return next.find((id) => other.cameFrom.has(id)) ?? null;
}

function joined(start: Side, end: Side, meeting: string): string[] {
  const before = chain(start, meeting).reverse();
  return [...before, ...chain(end, meeting).slice(1)];
}

/** From an entity back to where its side began. */
function chain({ cameFrom }: Side, from: string): string[] {
  const ids: string[] = [];
  for (let id: string | null = from; id !== null; id = cameFrom.get(id) ?? null) ids.push(id);
  return ids;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
