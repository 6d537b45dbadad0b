/** GET /api/path: the shortest way between two entities over all relations of the store, within bounds. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import { PATH_BOUNDS, type PathAnswer, PathQuery } from '../../contract.ts';
import { edgesAmong } from '../edges.ts';
import { RequestError } from '../failure.ts';
import type { Nodes } from '../nodes.ts';
import { ALL_TYPES, parametersOf } from '../request.ts';
import { shortestWay, type Step } from '../shortest-way.ts';

const STEPS = `
MATCH (e:Entity) WHERE e.id IN $ids
MATCH (e)-[r:${ALL_TYPES}]-(n:Entity) WHERE n.id <> e.id
RETURN e.id AS from, n.id AS to, coalesce(sum(r.statements), 0) AS statements`;

const STEP_ROW = { from: z.string(), to: z.string(), statements: z.int() };

/** Entities whose relations are read at once; the most connected of 57,000 bulletins has 6,000 neighbours. */
const AT_ONCE = 500;
const MAX_STEPS = 1_000_000;

export function pathRoutes(store: GraphStore, nodes: Nodes): Hono {
  return new Hono().get('/path', async (context) =>
    context.json(await pathBetween(store, nodes, parametersOf(context, PathQuery), context.req.raw.signal)),
  );
}

async function pathBetween(
  store: GraphStore,
  nodes: Nodes,
  { from, to }: z.output<typeof PathQuery>,
  signal: AbortSignal,
): Promise<PathAnswer> {
  const known = await nodes.byIds([from, to]);
  const missing = [from, to].find((id) => !known.some((node) => node.id === id));
  if (missing !== undefined) {
    throw new RequestError(404, 'no-such-entity', `No entity has the id "${missing}"; search for its name.`);
  }
  const stepsFrom = async (ids: readonly string[]): Promise<Step[]> => {
    const steps: Step[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const limits = { maxRows: MAX_STEPS, signal };
      steps.push(
        ...(await readRows(store, 'steps', STEP_ROW, STEPS, { ids: ids.slice(start, start + AT_ONCE) }, limits)),
      );
    }
    return steps;
  };
  const { ids, reached, complete } = await shortestWay(stepsFrom, from, to, PATH_BOUNDS);
  const way = ids ?? [];
  const next = new Map(way.map((id, at) => [id, way[at + 1]]));
  const { edges } = await edgesAmong(store, way);
  return {
    nodes: await nodes.byIds(way),
    edges: edges.filter(({ source, target }) => next.get(source) === target || next.get(target) === source),
    reached,
    complete,
    bounds: PATH_BOUNDS,
  };
}
