/** The shortest way: a law of the search over any graph, and the answer of the server on both stores. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PathAnswer } from '../../viewer/contract.ts';
import { shortestWay, type Step } from '../../viewer/server/shortest-way.ts';
import { STORES } from '../support/small-store.ts';
import { ask, raw } from './client.ts';
import { smallServer } from './small-server.ts';

const BOUNDS = { steps: 100, entities: 1000 };

const over =
  (edges: readonly (readonly [number, number])[]) =>
  (ids: readonly string[]): Promise<Step[]> =>
    Promise.resolve(
      ids.flatMap((id) =>
        edges.flatMap(([a, b]): Step[] => {
          const [one, other] = [String(a), String(b)];
          if (one === other) return [];
          if (one === id) return [{ from: id, to: other, statements: 1 }];
          return other === id ? [{ from: id, to: one, statements: 1 }] : [];
        }),
      ),
    );

/** Steps from one to all others, by flooding. */
const distances = (edges: readonly (readonly [number, number])[], from: number): Map<number, number> => {
  const far = new Map([[from, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of edges) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const step = (far.get(one) ?? Infinity) + 1;
        if (step < (far.get(other) ?? Infinity)) {
          far.set(other, step);
          changed = true;
        }
      }
    }
  }
  return far;
};

describe('the search from both ends', () => {
  const entity = fc.nat(9);

  test('law: finds a way exactly where there is one, over relations that are there, and none is shorter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(entity, entity), { maxLength: 18 }), entity, entity, async (edges, a, b) => {
        const { ids, complete } = await shortestWay(over(edges), String(a), String(b), BOUNDS);
        const steps = distances(edges, a).get(b);
        expect(complete).toBe(true);
        expect(ids === null ? undefined : ids.length - 1).toBe(steps);
        for (const [at, id] of (ids ?? []).slice(1).entries()) {
          const before = Number(ids?.[at]);
          expect(edges.some(([x, y]) => (x === before && y === Number(id)) || (y === before && x === Number(id)))).toBe(
            true,
          );
        }
      }),
    );
  });

  test('of equally short ways the one with more statements is taken', async () => {
    const steps: Step[] = [
      { from: 'a', to: 'weak', statements: 1 },
      { from: 'a', to: 'strong', statements: 9 },
      { from: 'weak', to: 'b', statements: 1 },
      { from: 'strong', to: 'b', statements: 9 },
    ];
    const both = steps.flatMap((step) => [step, { ...step, from: step.to, to: step.from }]);
    const stepsFrom = (ids: readonly string[]) => Promise.resolve(both.filter(({ from }) => ids.includes(from)));
    expect((await shortestWay(stepsFrom, 'a', 'b', BOUNDS)).ids).toEqual(['a', 'strong', 'b']);
  });

  test('says when a bound ended it', async () => {
    const chain = [0, 1, 2, 3, 4, 5].map((at) => [at, at + 1] as const);
    expect(await shortestWay(over(chain), '0', '6', { steps: 5, entities: 1000 })).toMatchObject({
      ids: null,
      complete: false,
    });
    expect((await shortestWay(over(chain), '0', '6', { steps: 6, entities: 1000 })).ids).toHaveLength(7);
    expect(await shortestWay(over(chain), '0', '6', { steps: 100, entities: 3 })).toMatchObject({ complete: false });
  });
});

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(open);

    test('a path has its entities in order and the relations between neighbours on it', async () => {
      const direct = await ask(server.url, PathAnswer, 'path', { from: 'country:CHN', to: 'country:JPN' });
      expect(direct.nodes.map(({ id }) => id)).toEqual(['country:CHN', 'country:JPN']);
      expect(direct.edges.length).toBeGreaterThan(0);
      const longer = await ask(server.url, PathAnswer, 'path', { from: 'person:wang-yi', to: 'country:JPN' });
      const ids = longer.nodes.map(({ id }) => id);
      expect(ids[0]).toBe('person:wang-yi');
      expect(ids.at(-1)).toBe('country:JPN');
      for (const [at, id] of ids.slice(1).entries()) {
        expect(
          longer.edges.some(
            ({ source, target }) => [source, target].includes(id) && [source, target].includes(ids[at] ?? ''),
          ),
        ).toBe(true);
      }
    });

    test('an entity that is not there is told', async () => {
      const answer = await raw(server.url, '/api/path?from=country%3ACHN&to=nobody');
      expect(answer.status).toBe(404);
      expect(answer.body).toContain('nobody');
    });
  });
}
