import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodesAnswer, Status, type Subgraph, TraitsAnswer, Subgraph as SubgraphShape } from '../../viewer/contract.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { type SmallStore, STORES } from '../support/small-store.ts';
import { ask, refusal } from './client.ts';

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    let small: SmallStore;
    let server: RunningServer;
    let top: Subgraph;

    beforeAll(async () => {
      small = await open();
      server = await startServer({ store: small.store, port: 0, appDir: '/nowhere' });
      top = await ask(server.url, SubgraphShape, 'top');
    });

    afterAll(async () => {
      await server.close();
      await small.close();
    });

    const traitsOf = async (edges: Subgraph['edges']): Promise<TraitsAnswer> => {
      const body = { edges: edges.map(({ source, predicate, target }) => [source, predicate, target]) };
      const response = await fetch(`${server.url}api/traits`, posted(body));
      expect(response.status).toBe(200);
      return TraitsAnswer.strict().parse(await response.json());
    };

    test('the traits of every edge add up to its totals', async () => {
      const { statements, sources, total } = await traitsOf(top.edges);
      expect(total).toBe(statements.length);
      top.edges.forEach((edge, at) => {
        const own = statements.filter(([position]) => position === at);
        expect(own.length, edge.id).toBe(edge.statements);
        expect(own.filter(([, , negated]) => negated === 1).length, edge.id).toBe(edge.negated);
        expect(new Set(own.map((row) => row[5])).size, edge.id).toBe(edge.sources);
        for (const row of own) expect(sources[row[5]]).toBeDefined();
      });
    });

    test('status, holder and a date for each, that of the bulletin where the words give none', async () => {
      const { statements, holders } = await traitsOf(top.edges);
      expect(statements.every(([, date]) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date))).toBe(true);
      expect(statements.every(([, , , status]) => Status.options[status] !== undefined)).toBe(true);
      const said = statements.filter((row) => row[6] >= 0);
      expect(said.length).toBeGreaterThan(0);
      for (const row of said) expect(holders[row[6]]?.name).toMatch(/\w/);
    });

    test('an edge that is not in the store has none', async () => {
      const response = await fetch(`${server.url}api/traits`, posted({ edges: [['x', 'MET', 'y']] }));
      expect(TraitsAnswer.parse(await response.json())).toEqual({ sources: [], holders: [], statements: [], total: 0 });
    });

    test('entities come by id in the order asked for, unknown ones left out', async () => {
      const ids = top.nodes.map(({ id }) => id).reverse();
      const response = await fetch(`${server.url}api/nodes`, posted({ ids: ['nobody', ...ids] }));
      expect(NodesAnswer.strict().parse(await response.json()).nodes).toEqual(top.nodes.toReversed());
    });

    test('a question of another shape is refused', async () => {
      expect(await refusal(server.url, 'traits', {}, posted({ edges: ['a MET b'] }))).toMatchObject({
        status: 400,
        reason: 'bad-parameter',
      });
    });
  });
}
