import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { axesOf, chartOf } from '../../viewer/app/console/chart.ts';
import { choicesAt } from '../../viewer/app/console/completion.ts';
import { fieldsOf, namedIn, plainValue, sentValues, startValues } from '../../viewer/app/console/parameters.ts';
import { rowGraph } from '../../viewer/app/console/row-graph.ts';
import { chooseEntry, finish, matching, startConsole, takeKept, typeCypher } from '../../viewer/app/console/state.ts';
import { shelfOf, withRun, withSaved } from '../../viewer/app/console/stored.ts';
import { cellText, csvOf, distinctIds } from '../../viewer/app/console/values.ts';
import { here } from '../../viewer/app/state/panel.ts';
import type { GraphSchema, LibraryEntry, QueryAnswer } from '../../viewer/query-contract.ts';

const schema: GraphSchema = {
  labels: [
    { label: 'Entity', properties: ['id', 'name'] },
    { label: 'Statement', properties: ['id', 'predicate'] },
  ],
  relationshipTypes: [
    { type: 'MET', properties: ['statements', 'first'], meaning: 'A met B' },
    { type: 'SUBJECT', properties: ['text'], meaning: null },
  ],
};

const entry: LibraryEntry = {
  name: 'tone',
  title: 'Tone of a pair',
  question: 'How do two actors deal with each other?',
  cypher: 'MATCH (e:Entity {id: $one}) WHERE $from IS NULL RETURN e.name AS month, 1 AS goldstein LIMIT $limit',
  parameters: [
    {
      name: 'one',
      type: 'entity',
      meaning: 'One',
      required: true,
      default: null,
      example: 'China',
      min: null,
      max: null,
    },
    {
      name: 'from',
      type: 'date',
      meaning: 'From',
      required: false,
      default: null,
      example: '2024',
      min: null,
      max: null,
    },
    { name: 'limit', type: 'integer', meaning: 'Most', required: false, default: 500, example: 20, min: 1, max: 1000 },
  ],
  columns: [],
  chart: { kind: 'line', x: 'month', y: 'goldstein' },
};

const answer = (columns: string[], rows: QueryAnswer['rows'], more: Partial<QueryAnswer> = {}): QueryAnswer => ({
  columns,
  rows,
  truncated: false,
  milliseconds: 3,
  limits: { timeoutMs: 10_000, maxRows: 1000 },
  entities: [],
  ...more,
});

/** The choices where `|` stands in the text. */
const at = (marked: string, asked = false): string[] | null => {
  const place = marked.indexOf('^');
  const found = choicesAt(marked.replace('^', ''), place, schema, ['one', 'from'], asked);
  return found?.choices.map(({ label }) => label) ?? null;
};

describe('completion', () => {
  test('labels in a node, types in a relationship, also after a bar', () => {
    expect(at('MATCH (e:^')).toEqual(['Entity', 'Statement']);
    expect(at('MATCH (e:En^')).toEqual(['Entity', 'Statement']);
    expect(at('MATCH (e)-[r:^')).toEqual(['MET', 'SUBJECT']);
    expect(at('MATCH (e)-[r:MET|^')).toEqual(['MET', 'SUBJECT']);
  });

  test('properties of what a variable is bound to, all of them where it is not known', () => {
    expect(at('MATCH (s:Statement)-[r:MET]-(e:Entity) WHERE s.^')).toEqual(['id', 'predicate']);
    expect(at('MATCH (s:Statement)-[r:MET]-(e:Entity) RETURN r.^')).toEqual(['first', 'statements']);
    expect(at('RETURN x.^')).toEqual(['first', 'id', 'name', 'predicate', 'statements', 'text']);
    expect(at('MATCH (e:Entity {^')).toEqual(['id', 'name']);
  });

  test('parameters after the dollar, keywords and variables else', () => {
    expect(at('MATCH (e {id: $^')).toEqual(['one', 'from']);
    expect(at('MATCH (who:Entity) RET^')).toEqual(expect.arrayContaining(['who', 'RETURN', 'count']));
  });

  test('nothing in strings and comments, nor before a word is begun unless asked for', () => {
    expect(at("WHERE e.name = 'Chi^")).toBeNull();
    expect(at('// MATCH (e:^')).toBeNull();
    expect(at('MATCH (e) ^')).toBeNull();
    expect(at('MATCH (e) ^', true)).toContain('WHERE');
  });
});

describe('parameters', () => {
  test('are found outside of strings and comments', () => {
    expect(namedIn("MATCH (a {id: $one}) // $no\nWHERE a.x = '$neither' AND a.y > $two OR a.z = $one")).toEqual([
      'one',
      'two',
    ]);
  });

  test('of the library start with the example where required, else with the default', () => {
    expect(startValues(entry)).toEqual({ one: 'China', from: '', limit: '500' });
    expect(fieldsOf(`${entry.cypher} // $x`, entry).map(({ type }) => type)).toEqual(['entity', 'date', 'integer']);
  });

  test('an empty field of the library is left out; one of my own is sent as what it looks like', () => {
    expect(sentValues(entry.cypher, entry, { one: ' Japan ', from: '', limit: '5' })).toEqual({
      one: 'Japan',
      limit: '5',
    });
    expect(sentValues('RETURN $a AS a, $b AS b', null, { a: '5', b: '"5"' })).toEqual({ a: 5, b: '5' });
    expect(['true', 'null', '-1.5', 'country:CHN'].map(plainValue)).toEqual([true, null, -1.5, 'country:CHN']);
  });
});

describe('values', () => {
  test('a CSV reads back as it was, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const written = csvOf(['a', 'b'], rows);
        const read = z.array(z.array(z.string())).parse(parse(written, { bom: true, relax_column_count: true }));
        expect(read.slice(1)).toEqual(rows.map((row) => row.map(cellText)));
      }),
    );
  });

  test('a formula in a CSV stays text in a spreadsheet', () => {
    expect(csvOf(['a'], [['=HYPERLINK("x")'], [-3], ['-x']])).toBe(
      '\uFEFFa\r\n"\'=HYPERLINK(""x"")"\r\n-3\r\n\'-x\r\n',
    );
  });

  test('ids of entities are found in texts, lists and maps', () => {
    expect(
      distinctIds([
        ['country:CHN', 'note: well', ['person:wang-yi', 'country:CHN']],
        [{ id: 'place:beijing' }, 3, null],
      ]),
    ).toEqual(['country:CHN', 'person:wang-yi', 'place:beijing']);
  });
});

describe('charts of rows', () => {
  test('follow the header, or what the columns hold', () => {
    expect(axesOf(['month', 'goldstein'], [['2024-01', 1]], entry.chart)).toMatchObject({
      kind: 'line',
      y: 'goldstein',
    });
    expect(axesOf(['name', 'n'], [['China', 3]], null)).toMatchObject({ kind: 'bar', x: 'name', y: 'n' });
    expect(axesOf(['n', 'day'], [[3, '2024-01-01']], null)).toMatchObject({ kind: 'line', x: 'day', y: 'n' });
    expect(axesOf(['day', 'who'], [['2024-01-01', 'x']], null)).toMatchObject({
      kind: 'timeline',
      y: null,
      series: 'who',
    });
    expect(axesOf(['a'], [['x']], null)).toBeNull();
  });

  test('say how many rows they leave out', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`n${index}`, index]);
    const bars = chartOf(['name', 'n'], rows, { kind: 'bar', x: 'name', y: 'n', series: null });
    expect(bars).toMatchObject({ kind: 'bar', left: 10 });
    const lines = chartOf(
      ['day', 'n'],
      [
        ['2024-02', 1],
        ['', 2],
        ['2024-01', null],
      ],
      {
        kind: 'line',
        x: 'day',
        y: 'n',
        series: null,
      },
    );
    expect(lines).toMatchObject({ left: 2, series: [{ name: '', points: [{ date: '2024-02', value: 1 }] }] });
  });

  test('names that come twice are told apart by the next column', () => {
    const chart = chartOf(
      ['one', 'other', 'n'],
      [
        ['China', 'Japan', 1],
        ['China', 'India', 2],
      ],
      {
        kind: 'bar',
        x: 'one',
        y: 'n',
        series: null,
      },
    );
    expect(chart).toMatchObject({ bars: [{ label: 'China – Japan' }, { label: 'China – India' }] });
  });
});

describe('the graph of rows', () => {
  test('joins the two ends that the header names, once a pair', () => {
    const graph = rowGraph(
      ['predicate', 'a', 'b', 'n'],
      [
        ['MET', 'country:CHN', 'country:JPN', 2],
        ['ACCUSED', 'country:CHN', 'country:JPN', 1],
      ],
      { kind: 'graph', source: 'a', target: 'b', label: 'predicate', y: 'n' },
    );
    expect(graph).toEqual({
      ids: ['country:CHN', 'country:JPN'],
      edges: [{ source: 'country:CHN', target: 'country:JPN', label: 'MET, ACCUSED', weight: 3 }],
    });
  });

  test('follows a path, and without a header joins what one row names', () => {
    const path = rowGraph(['ids'], [[['person:a', 'person:b', 'person:c']]], { kind: 'graph', path: 'ids' });
    expect(path.edges.map(({ source, target }) => [source, target])).toEqual([
      ['person:a', 'person:b'],
      ['person:b', 'person:c'],
    ]);
    expect(rowGraph(['id'], [['person:a'], ['person:b']], null)).toEqual({ ids: ['person:a', 'person:b'], edges: [] });
  });
});

describe('the console', () => {
  test('a library query brings its text and parameters; its header draws the answer until the text is changed', () => {
    const chosen = chooseEntry(entry)(startConsole);
    expect(chosen).toMatchObject({ cypher: entry.cypher, values: { one: 'China' } });
    const rows: QueryAnswer['rows'] = [['2024-01', 1]];
    expect(finish(answer(['month', 'goldstein'], rows), { cypher: 'RETURN 1 AS a' })(chosen)).toMatchObject({
      shown: 'chart',
    });
    expect(finish(answer(['month', 'goldstein'], []), { cypher: 'RETURN 1 AS a' })(chosen)).toMatchObject({
      shown: 'table',
    });
    const changed = typeCypher(`${entry.cypher} `)(chosen);
    expect(finish(answer(['month', 'goldstein'], rows), { cypher: 'RETURN 1 AS a' })(changed)).toMatchObject({
      shown: 'table',
      run: { value: { entry: null } },
    });
  });

  test('a result that was cut is said to be', () => {
    expect(
      finish(answer(['a'], [[1]], { truncated: true }), { cypher: 'RETURN 1 AS a' })(startConsole).announcement,
    ).toContain('cut');
  });

  test('what was kept finds its library query again', () => {
    const state = { ...startConsole, library: here([entry]) };
    expect(takeKept({ library: 'tone', cypher: 'x', values: {} })(state).chosen).toBe(entry);
    expect(takeKept({ library: null, cypher: 'x', values: {} })(state).chosen).toBeNull();
  });

  test('the library is searched by every word, accents folded', () => {
    expect(matching([entry], 'actors PAÍR')).toEqual([entry]);
    expect(matching([entry], 'sanctions')).toEqual([]);
  });
});

describe('what the browser keeps', () => {
  const memory = (start: Record<string, string>): (() => Storage) => {
    const values = new Map(Object.entries(start));
    return () => ({
      length: values.size,
      clear: () => values.clear(),
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    });
  };
  const run = (cypher: string) => ({ library: null, cypher, values: {}, at: '2024-12-25T00:00:00.000Z', rows: 1 });

  test('the same query again moves up, and old ones go', () => {
    expect(withRun([run('a'), run('b')], run('b')).map(({ cypher }) => cypher)).toEqual(['b', 'a']);
    const many = Array.from({ length: 60 }, (_, index) => run(String(index)));
    expect(many.reduce(withRun, [run('x')])).toHaveLength(50);
    expect(withSaved([{ ...run('a'), name: 'n' }], { ...run('b'), name: 'n' })).toHaveLength(1);
  });

  test('is read back, and left out where it is not what it should be', () => {
    const storage = memory({ 'bulletin-graph-saved-queries': '[{"name": 3}]', 'bulletin-graph-query-history': '{' });
    const shelf = shelfOf(storage);
    expect([shelf.runs(), shelf.saved()]).toEqual([[], []]);
    shelf.keepRuns([run('a')]);
    expect(shelf.runs()).toEqual([run('a')]);
  });

  test('a browser that keeps nothing is said to', () => {
    const shelf = shelfOf(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(shelf.runs()).toEqual([]);
    expect(shelf.keepSaved([])).toBe(false);
  });
});
