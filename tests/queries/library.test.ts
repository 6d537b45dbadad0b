import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Value } from '../../graph/store.ts';
import { judge, undo } from '../../graph/curate/judge.ts';
import { deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { loadCatalog } from '../../queries/catalog.ts';
import { entityNamed } from '../../queries/entity-names.ts';
import { evidenceOf } from '../../queries/evidence.ts';
import { freeze } from '../../queries/frozen/freeze.ts';
import { verify } from '../../queries/frozen/verify.ts';
import { queryNamed, type QueryResult, runQuery } from '../../queries/runner.ts';
import { READINGS } from '../support/small-graph.ts';
import { openSmallStore, type SmallStore, STORES } from '../support/small-store.ts';
import { CRISIS_EXPECTATIONS } from './crisis-expected.ts';
import { CRISIS } from './crisis-graph.ts';
import { DOUBLE, DOUBLES } from './doubles.ts';
import { EXPECTATIONS, type Expectation } from './expected.ts';

const library = loadCatalog();

test('every query of the library has an expected result', () => {
  const expected = [...EXPECTATIONS, ...CRISIS_EXPECTATIONS, DOUBLE].map(({ query }) => query);
  expect([...new Set(expected)].sort()).toEqual([...library.keys()].sort());
});

/** Hashes of content say nothing to a reader; that they are there is checked by their type. */
const HASHES = new Set(['statement', 'next_statement', 'affirmation', 'negation', 'event']);

function legible({ query, table }: QueryResult): Value[][] {
  const shown = [...query.columns.keys()].map((name) => !HASHES.has(name));
  return table.rows.map((row) => row.filter((_, index) => shown[index]));
}

function isCitable({ query }: Expectation): boolean {
  const evidence = library.get(query)?.evidence;
  return evidence !== undefined && !('none' in evidence);
}

/** Both stores sum in an order of their own, which shows in the last digits of a mean. */
function rounded(value: Value): Value {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

const inAnyOrder = (rows: readonly (readonly Value[])[]): string[] =>
  rows.map((row) => JSON.stringify(row.map(rounded))).sort();

const NAMES = [
  ['person:wang-yi', 'person:wang-yi'],
  ['Wang Yi', 'person:wang-yi'],
  ['wang yi', 'person:wang-yi'],
  ['JOSÉ ÁLVAREZ', 'person:jose-alvarez'],
  ['US', 'country:USA'],
  ['us', 'country:USA'],
  // The name of the place wins over the alias of the country.
  ['Beijing', 'place:beijing'],
] as const;

/** Rows by query and what it was given, as each store returned them. */
const returned = new Map<string, Map<string, readonly (readonly Value[])[]>>(
  STORES.map(({ kind }) => [kind, new Map()]),
);

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    let small: SmallStore;

    beforeAll(async () => {
      small = await open();
    });
    afterAll(() => small.close());

    async function meetsExpectation({ query, given, rows }: Expectation): Promise<void> {
      const result = await runQuery(small.store, queryNamed(library, query), given);
      const { rows: own } = result.table;
      returned.get(kind)?.set(
        JSON.stringify([query, given]),
        own.map((row) => row.map(rounded)),
      );
      // Rows of one day are in the order of their statements' ids.
      expect(inAnyOrder(legible(result))).toEqual(inAnyOrder(rows));
    }

    /** Every row rests on statements, on as many as its header says, and each of them can be cited. */
    async function isCited({ query: name, given }: Expectation): Promise<void> {
      const query = queryNamed(library, name);
      const { table, parameters } = await runQuery(small.store, query, given);
      const { rows, citations } = await evidenceOf(small.store, { query, parameters, table }, 10);
      const found = rows.map(({ total }) => total);
      expect(found.length).toBe(table.rows.length);
      expect(found.filter((total) => total === 0)).toEqual([]);
      const total = query.evidence !== undefined && 'total' in query.evidence ? query.evidence.total : undefined;
      const promised = total === undefined ? found : table.rows.map((row) => row[table.columns.indexOf(total)]);
      expect(found).toEqual(promised);
      for (const id of rows.flatMap(({ statements }) => statements)) {
        expect(citations.get(id)?.sentence).toContain(citations.get(id)?.quote);
      }
    }

    async function isNotCited({ query: name, given }: Expectation): Promise<void> {
      const query = queryNamed(library, name);
      const { table, parameters } = await runQuery(small.store, query, given);
      const asked = evidenceOf(small.store, { query, parameters, table }, 10);
      await expect(asked).rejects.toMatchObject({ name: 'QueryError', reason: 'no-evidence' });
    }

    test.each(EXPECTATIONS)('$query with $given returns what the sentences say', meetsExpectation);
    test.each(EXPECTATIONS.filter(isCitable))('the rows of $query with $given are cited', isCited);
    test.each(EXPECTATIONS.filter((given) => !isCitable(given)))('$query says why it has no citations', isNotCited);

    test.each(NAMES)('%s is %s', async (given, id) => {
      expect((await entityNamed(small.store, given)).id).toBe(id);
    });

    test('a result that is frozen here is verified here', async () => {
      const query = queryNamed(library, 'who-met-whom');
      const { table, parameters, entities } = await runQuery(small.store, query);
      const run = { name: query.name, cypher: query.cypher, query, parameters, entities, table };
      const options = { now: '2025-04-02T08:00:00.000Z', program: '9.9.9', citedPerRow: 5, maxRows: 100 };
      const frozen = await freeze(small.store, run, options);
      expect(frozen.store).toMatchObject({ kind, bulletins: READINGS.length });
      expect(frozen.store.commits).toBeGreaterThan(0);
      expect(await verify(small.store, frozen)).toMatchObject({ same: true, sameState: true });
    });

    test('a row limit of the caller cuts and says so', async () => {
      const { table } = await runQuery(small.store, queryNamed(library, 'top-actors'), {}, { maxRows: 2 });
      expect(table.rows.length).toBe(2);
      expect(table.truncated).toBe(true);
    });

    describe('once another graph has taken the place of the small one', () => {
      beforeAll(async () => {
        for (const { bulletin } of READINGS) await deleteBulletin(small.store, bulletin.id);
        await writeExtraction(small.store, CRISIS, { now: '2025-02-01T00:00:00.000Z', extractor: 'by hand' });
      });

      test.each(CRISIS_EXPECTATIONS)('$query with $given returns what was claimed', meetsExpectation);
      test.each(CRISIS_EXPECTATIONS.filter(isCitable))('the rows of $query with $given are cited', isCited);
    });

    describe('among persons with names alike', () => {
      const author = { by: 'test', at: '2025-02-04T00:00:00.000Z', why: null };
      beforeAll(async () => {
        for (const { bulletin } of CRISIS) await deleteBulletin(small.store, bulletin.id);
        await writeExtraction(small.store, DOUBLES, { now: '2025-02-04T00:00:00.000Z', extractor: 'by hand' });
      });

      test.each([DOUBLE])('$query shows the pair that shares words and an acquaintance', meetsExpectation);
      test.each([DOUBLE])('whose rows in $query are cited', isCited);
      test('and no longer once it was judged, until that is taken back', async () => {
        const shown = async (): Promise<number> =>
          (await runQuery(small.store, queryNamed(library, DOUBLE.query))).table.rows.length;
        const pair = { one: 'person:ahmad-massoud', other: 'person:ahmad-shah-massoud' };
        const { judgement } = await judge(small.store, { kind: 'not-same', ...pair }, author);
        expect(await shown()).toBe(0);
        await undo(small.store, judgement.sequence, author);
        expect(await shown()).toBe(1);
      });
    });
  });
}

test.skipIf(STORES.some(({ missing }) => missing !== null))(
  'both stores return the same rows in the same order',
  () => {
    const [one, other] = [...returned.values()];
    expect(one?.size).toBe(EXPECTATIONS.length + CRISIS_EXPECTATIONS.length + 1);
    expect(other).toEqual(one);
  },
);

describe('a call', () => {
  let small: SmallStore;

  beforeAll(async () => {
    small = await openSmallStore();
  });
  afterAll(() => small.close());

  test('a query runs with the examples of its header', async () => {
    for (const query of library.values()) {
      const given = Object.fromEntries([...query.parameters].map(([name, { example }]) => [name, example]));
      const { parameters } = await runQuery(small.store, query, given);
      expect(Object.keys(parameters)).toEqual([...query.parameters.keys()]);
    }
  });

  test('the result says which entity a name was taken for', async () => {
    const { entities, parameters } = await runQuery(small.store, queryNamed(library, 'office-holders'), {
      of: 'chinese',
    });
    expect(entities.get('of')).toEqual({ id: 'country:CHN', name: 'China', type: 'Country' });
    expect(parameters['of']).toBe('country:CHN');
  });

  test('a name that nobody has is an error with similar names', async () => {
    const asked = runQuery(small.store, queryNamed(library, 'office-holders'), { of: 'korea' });
    await expect(asked).rejects.toMatchObject({ name: 'QueryError', reason: 'no-such-entity' });
    await expect(asked).rejects.toThrow('North Korea (Country, country:PRK)');
  });

  test.each([
    [{}, 'missing-parameter', 'of'],
    [{ of: null }, 'missing-parameter', 'of'],
    [{ of: '' }, 'bad-parameter', 'of'],
    [{ of: 'China', limit: 'ten' }, 'bad-parameter', 'limit="ten"'],
    [{ of: 'China', limit: 0 }, 'bad-parameter', 'limit=0'],
    [{ of: 'China', limit: 1.5 }, 'bad-parameter', 'limit=1.5'],
    [{ of: 'China', limt: 5 }, 'unknown-parameter', 'limt'],
  ] as const)('parameters %j are refused: %s', async (given, reason, words) => {
    const asked = runQuery(small.store, queryNamed(library, 'office-holders'), given);
    await expect(asked).rejects.toMatchObject({ name: 'QueryError', reason });
    await expect(asked).rejects.toThrow(words);
  });

  test.each(['24-12', '2024-13-1', 'today', '2024/12'])('%s is not a date', async (from) => {
    await expect(runQuery(small.store, queryNamed(library, 'who-met-whom'), { from })).rejects.toThrow('YYYY-MM-DD');
  });

  test('numbers and years may come as text or as numbers', async () => {
    const text = await runQuery(small.store, queryNamed(library, 'who-met-whom'), { from: '2024', limit: '1' });
    const typed = await runQuery(small.store, queryNamed(library, 'who-met-whom'), { from: 2024, limit: 1 });
    expect(text.table).toEqual(typed.table);
    expect(text.table.rows.length).toBe(1);
  });

  test('an unknown predicate is refused', async () => {
    const given = { one: 'China', other: 'Japan', predicate: 'LIKES' };
    await expect(runQuery(small.store, queryNamed(library, 'edge-evidence'), given)).rejects.toThrow('not a predicate');
  });

  test('a result that is not what the header promises is an error', async () => {
    const query = queryNamed(library, 'coverage');
    const renamed = { ...query, cypher: query.cypher.replace('AS bulletins', 'AS papers') };
    await expect(runQuery(small.store, renamed)).rejects.toMatchObject({ reason: 'wrong-result' });
    const retyped = { ...query, cypher: query.cypher.replace('count(s.id) AS', 'toString(count(s.id)) AS') };
    await expect(runQuery(small.store, retyped)).rejects.toThrow(/row 1, column statements: "\d" is not integer/);
  });
});

test('an unknown query is an error that lists those there are', () => {
  expect(() => queryNamed(library, 'who-ate-whom')).toThrow(/who-met-whom/);
});
