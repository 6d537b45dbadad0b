/** CSV read by csv-parse, Parquet read by hyparquet, the event table by its columns. */
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Counts, countsOf, filesOf, HOSTILE, type OpenGraph, openGraph, textOf } from './graph.ts';

let graph: OpenGraph;
let counts: Counts;
beforeAll(async () => {
  graph = await openGraph();
  counts = await countsOf(graph.store);
});
afterAll(async () => {
  await graph.close();
});

type Row = Readonly<Record<string, string>>;
const csvRows = (text: string): Row[] =>
  z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));

describe('CSV tables', () => {
  test('have a row a record, and texts come back as they were', async () => {
    const files = await filesOf('csv', graph);
    const rows = (name: string): Row[] => csvRows(files.get(name)?.toString('utf8') ?? '');
    expect(rows('nodes.csv')).toHaveLength(counts.entities);
    expect(rows('edges.csv')).toHaveLength(counts.edges);
    expect(rows('statements.csv')).toHaveLength(counts.statements);
    expect(rows('bulletins.csv')).toHaveLength(counts.bulletins);
    expect(rows('nodes.csv').find(({ Id }) => Id === 'person:eve')?.['Label']).toBe(HOSTILE);
    const bulletin = rows('bulletins.csv').find(({ title }) => title === HOSTILE);
    expect(bulletin?.['text']?.endsWith(HOSTILE)).toBe(true);
    expect(bulletin?.['id']).toBe('b "hostile" <&>, é\n');
  });

  test('a quote lies at its offsets in the text of its bulletin', async () => {
    const files = await filesOf('csv', graph);
    const rows = (name: string): Row[] => csvRows(files.get(name)?.toString('utf8') ?? '');
    const texts = new Map(rows('bulletins.csv').map(({ id, text }) => [id, text]));
    for (const { bulletin, start, end, quote } of rows('statements.csv')) {
      expect(texts.get(bulletin)?.slice(Number(start), Number(end))).toBe(quote);
    }
  });
});

describe('Parquet tables', () => {
  async function read(name: string): Promise<Record<string, unknown>[]> {
    const file = (await filesOf('parquet', graph)).get(name);
    if (file === undefined) throw new Error(`no ${name}`);
    return parquetReadObjects({ file: new Uint8Array(file).buffer });
  }

  test('are read by hyparquet with every record', async () => {
    expect(await read('entities.parquet')).toHaveLength(counts.entities);
    expect(await read('edges.parquet')).toHaveLength(counts.edges);
    expect(await read('statements.parquet')).toHaveLength(counts.statements);
    expect(await read('bulletins.parquet')).toHaveLength(counts.bulletins);
  });

  test('keep types, nulls and texts', async () => {
    const entities = await read('entities.parquet');
    expect(entities.find(({ id }) => id === 'country:CHN')).toMatchObject({ name: 'China', iso3: 'CHN', bulletins: 3 });
    expect(entities.find(({ id }) => id === 'person:eve')).toMatchObject({ name: HOSTILE, iso3: null });
    const sanction = (await read('statements.parquet')).find(({ predicate }) => predicate === 'SANCTIONED');
    expect(sanction).toMatchObject({ goldstein: -8, quadClass: 4, confidence: 0.9, cameo: '163' });
    const denial = (await read('statements.parquet')).find(
      ({ predicate, object }) => predicate === 'DENIED' && object === null,
    );
    expect(denial).toMatchObject({ objectText: null });
  });

  test('an empty table still has its columns', async () => {
    const nothing = {
      bulletin: new Set(''),
      entity: new Set(''),
      event: new Set(''),
      statement: new Set(''),
      edge: new Set(''),
    };
    const file = (await filesOf('parquet', { ...graph, selection: nothing })).get('statements.parquet');
    const metadata = parquetMetadata(new Uint8Array(file ?? []).buffer);
    expect(Number(metadata.num_rows)).toBe(0);
    expect(metadata.schema.map(({ name }) => name)).toContain('goldstein');
  });
});

describe('the event table', () => {
  const rows = async (): Promise<Row[]> => {
    const [head = '', ...lines] = (await textOf('events', graph, 'events.tsv')).trimEnd().split('\n');
    const names = head.split('\t');
    return lines.map((line) => {
      const fields = line.split('\t');
      expect(fields).toHaveLength(names.length);
      return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
    });
  };

  test('has a line for every coded statement and codes actors by the country that they represent', async () => {
    const { rows: coded } = await graph.store.read('MATCH (s:Statement) WHERE s.cameo IS NOT NULL RETURN s.id AS id');
    const events = await rows();
    expect(events).toHaveLength(coded.length);
    expect(
      events.find(({ source_actor, predicate }) => source_actor === 'Wang Yi' && predicate === 'ACCUSED'),
    ).toMatchObject({
      date: '2024-12-25',
      source_type: 'Person',
      source_country: 'CHN',
      cameo: '112',
      plover: 'DISAPPROVE',
      quad_class: '3',
      goldstein: '-2',
      target_actor: 'United States',
      target_country: 'USA',
      status: 'occurred',
      polarity: 'affirmed',
      publisher: 'Harbor Wire',
      sentence: 'Wang Yi accused the United States of interference.',
    });
  });

  test('says which events are negated, planned, or reported by somebody, and where they take place', async () => {
    const events = await rows();
    expect(events.filter(({ polarity }) => polarity === 'negated')).toMatchObject([
      { predicate: 'SANCTIONED', said_by: 'Wang Yi' },
      { predicate: 'MET', said_by: 'Japan' },
    ]);
    expect(events.find(({ status }) => status === 'planned')).toMatchObject({ predicate: 'VISITED', date: '2026' });
    expect(events.find(({ predicate }) => predicate === 'MET')?.['place']).toBe('Beijing');
    expect(events.find(({ predicate, target_actor }) => predicate === 'DENIED' && target_actor === '')).toBeDefined();
  });
});
