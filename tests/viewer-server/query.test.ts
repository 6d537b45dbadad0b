import { describe, expect, test } from 'vitest';
import { parseFrozen } from '../../queries/frozen/frozen.ts';
import { verify } from '../../queries/frozen/verify.ts';
import { Failure } from '../../viewer/contract.ts';
import { GraphSchema, Library, QueryAnswer } from '../../viewer/query-contract.ts';
import { positionIn, withoutExcerpt } from '../../viewer/server/query-position.ts';
import { STORES } from '../support/small-store.ts';
import { ask } from './client.ts';
import { smallServer } from './small-server.ts';

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(open);

    const post = (body: unknown, route = 'query'): Promise<Response> =>
      fetch(`${server.url}api/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const run = async (body: unknown): Promise<QueryAnswer> => {
      const response = await post(body);
      const answer: unknown = await response.json();
      if (response.status !== 200) throw new Error(JSON.stringify(answer));
      return QueryAnswer.strict().parse(answer);
    };
    const refused = async (body: unknown) => {
      const response = await post(body);
      return { status: response.status, ...Failure.parse(await response.json()).error };
    };

    test('runs a query with parameters and says its limits', async () => {
      const answer = await run({
        cypher: 'MATCH (e:Entity {type: $type}) RETURN e.id AS id, e.name AS name ORDER BY id',
        parameters: { type: 'Person' },
        maxRows: 2,
      });
      expect(answer).toMatchObject({
        columns: ['id', 'name'],
        truncated: true,
        limits: { timeoutMs: 10_000, maxRows: 2 },
      });
      expect(answer.rows[0]).toEqual(['person:jose-alvarez', 'José Álvarez']);
      expect(answer.rows).toHaveLength(2);
    });

    test('a library query takes entities by name, checks its parameters, and may be edited', async () => {
      const { queries } = await ask(server.url, Library, 'queries');
      const timeline = queries.find(({ name }) => name === 'pair-timeline');
      if (timeline === undefined) throw new Error('The library has no pair-timeline.');
      expect(timeline.parameters[0]).toMatchObject({ name: 'one', type: 'entity', required: true, example: 'China' });
      const given = { one: 'Wang Yi', other: 'takeshi iwaya' };
      const answer = await run({ name: timeline.name, cypher: timeline.cypher, parameters: given });
      expect(answer.columns).toEqual(timeline.columns.map(({ name }) => name));
      expect(answer.rows).toHaveLength(3);
      expect(answer.entities).toEqual([
        { parameter: 'one', id: 'person:wang-yi', name: 'Wang Yi' },
        { parameter: 'other', id: 'person:takeshi-iwaya', name: 'Takeshi Iwaya' },
      ]);
      const edited = timeline.cypher.replace('LIMIT $limit', 'LIMIT 1');
      expect((await run({ name: timeline.name, cypher: edited, parameters: given })).rows).toHaveLength(1);
      expect(
        await refused({ name: timeline.name, cypher: timeline.cypher, parameters: { one: 'Wang Yi' } }),
      ).toMatchObject({
        status: 400,
        reason: 'missing-parameter',
      });
      expect(
        await refused({ name: timeline.name, cypher: timeline.cypher, parameters: { one: 'Nobody', other: 'China' } }),
      ).toMatchObject({ status: 400, reason: 'no-such-entity' });
    });

    test('a wrong query is refused with the place', async () => {
      expect(await refused({ cypher: 'MATCH (n:Entity)\nRETRN n' })).toMatchObject({
        status: 400,
        reason: 'syntax',
        position: { line: 2, column: expect.any(Number) },
      });
      expect(await refused({ cypher: 'MATCH (n:Entity)\nRETURN m.name AS name' })).toMatchObject({
        status: 400,
        reason: 'syntax',
        position: { line: 2, column: 8 },
      });
    });

    test('writing is refused, and so are limits that are too wide', async () => {
      expect(await refused({ cypher: 'MATCH (n:Entity) DETACH DELETE n' })).toMatchObject({
        status: 400,
        reason: 'read-only',
      });
      expect(await refused({ cypher: 'RETURN 1 AS x', maxRows: 100_000 })).toMatchObject({ status: 400 });
      expect(await refused({ cypher: 'RETURN 1 AS x', timeoutMs: 600_000 })).toMatchObject({ status: 400 });
    });

    test('a query over its time is stopped, and the server goes on', async () => {
      const endless =
        'UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 5000) AS c RETURN count(*) AS n';
      expect(await refused({ cypher: endless, timeoutMs: 500 })).toMatchObject({ status: 504, reason: 'timeout' });
      expect((await run({ cypher: 'RETURN 1 AS one' })).rows).toEqual([[1]]);
    });

    test('the schema names labels and relationship types, and not the bookkeeping', async () => {
      const { labels, relationshipTypes } = await ask(server.url, GraphSchema, 'schema');
      const names = labels.map(({ label }) => label);
      expect(names).toEqual(expect.arrayContaining(['Entity', 'Statement', 'Bulletin', 'Person']));
      expect(names).not.toContain('Store');
      expect(relationshipTypes).toContainEqual(
        expect.objectContaining({
          type: 'MET',
          meaning: expect.stringMatching(/\w/),
          properties: expect.arrayContaining(['statements']),
        }),
      );
    });

    test('a result can be frozen: what comes is a file that verify takes, or a page for print', async () => {
      const { queries } = await ask(server.url, Library, 'queries');
      const cypher = queries.find(({ name }) => name === 'who-met-whom')?.cypher ?? '';
      const freeze = (body: object): Promise<Response> => post({ name: 'who-met-whom', cypher, ...body }, 'freeze');
      const response = await freeze({ parameters: { limit: 5 }, citedPerRow: 1 });
      expect(response.status).toBe(200);
      const frozen = parseFrozen(await response.text(), 'answer');
      expect(frozen).toMatchObject({
        query: { name: 'who-met-whom', title: 'Who met whom' },
        parameters: { limit: 5 },
      });
      expect(frozen.citations.length).toBeGreaterThan(0);
      expect(frozen.evidence?.every(({ statements }) => statements.length === 1)).toBe(true);
      expect(await verify(server.store, frozen)).toMatchObject({ same: true, sameState: true });

      const page = await freeze({ format: 'html' });
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await page.text()).toContain('<h2>Bibliography</h2>');

      const edited = parseFrozen(await (await freeze({ cypher: cypher.replace('LIMIT', '\nLIMIT') })).text(), 'answer');
      expect(edited.query).toMatchObject({ name: 'console', title: null, evidence: null });
      expect(edited).toMatchObject({ evidence: null, uncited: expect.stringContaining('s.id AS statement') });

      expect((await freeze({ cypher: 'MATCH (n) DETACH DELETE n' })).status).toBe(400);
      expect((await freeze({ parameters: { limit: 0 } })).status).toBe(400);
      expect((await freeze({ citedPerRow: 1000 })).status).toBe(400);
      expect((await post({ cypher }, 'freeze?asOf=2025')).status).toBe(404);
    });

    test('no wrong query is an error of the server', () => {
      expect(server.reported).toEqual([]);
    });
  });
}

describe('the place of an error', () => {
  const cypher = 'MATCH (n)\nRETURN foo(n) AS x';

  test('is read from what either store says', () => {
    expect(positionIn(cypher, 'syntax error\n  --> query:2:8\n   |')).toEqual({ line: 2, column: 8 });
    expect(positionIn(cypher, 'Unknown function (line 2, column 8 (offset: 17))')).toEqual({ line: 2, column: 8 });
    expect(positionIn(cypher, "semantic error: Unknown function 'foo'")).toEqual({ line: 2, column: 8 });
    expect(positionIn(cypher, 'something else')).toBeNull();
  });

  test('is never outside the query', () => {
    expect(positionIn(cypher, '--> query:9:99')).toEqual({ line: 2, column: 'RETURN foo(n) AS x'.length + 1 });
  });

  test('the message loses its excerpt and keeps its advice', () => {
    expect(withoutExcerpt("semantic error: Undefined variable 'm'\n   |\n  help: Did you mean 'n'?")).toBe(
      "semantic error: Undefined variable 'm'. Did you mean 'n'?",
    );
    expect(withoutExcerpt('Variable `m` not defined (line 1, column 8 (offset: 7))\n"RETURN m"\n ^')).toBe(
      'Variable `m` not defined',
    );
    expect(withoutExcerpt('plain')).toBe('plain');
  });
});
