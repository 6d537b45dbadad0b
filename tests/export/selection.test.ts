/** The part of a graph that a query is about, and how exports get onto a disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MultiGraph } from 'graphology';
import graphml from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../export/formats.ts';
import { writeExport } from '../../export/output.ts';
import { type Exported, readRecords } from '../../export/records.ts';
import { selectionOf } from '../../export/selection.ts';
import { loadCatalog } from '../../queries/catalog.ts';
import { queryNamed, runQuery } from '../../queries/runner.ts';
import { HOSTILE, type OpenGraph, openGraph, textOf } from './graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(async () => {
  await graph.close();
});

async function about(name: string, given: Readonly<Record<string, string>> = {}): Promise<Exported> {
  const result = await runQuery(graph.store, queryNamed(loadCatalog(), name), given);
  return { store: graph.store, selection: await selectionOf(graph.store, result) };
}

async function statementsOf(exported: Exported): Promise<[predicate: string, polarity: string][]> {
  const found: [string, string][] = [];
  for await (const { predicate, polarity } of readRecords(exported, 'statement')) found.push([predicate, polarity]);
  return found.sort(([a, x], [b, y]) => (`${a} ${x}` < `${b} ${y}` ? -1 : 1));
}

describe('what a query is about', () => {
  test('is the statements that its rows rest on, and nothing of other relations', async () => {
    const sanctions = await about('sanctions');
    expect(await statementsOf(sanctions)).toEqual([
      ['SANCTIONED', 'affirmed'],
      ['SANCTIONED', 'affirmed'],
      ['SANCTIONED', 'negated'],
    ]);
    const read = graphml.parse(MultiGraph, await textOf('graphml', sanctions, 'graph.graphml'));
    expect(read.mapEdges((edge) => read.getEdgeAttribute(edge, 'predicate'))).toEqual(['SANCTIONED', 'SANCTIONED']);
    expect(read.nodes().sort()).toEqual(['country:CHN', 'country:JPN', 'country:PRK', 'person:wang-yi']);
  });

  test('is a graph by itself: whatever a record names is there', async () => {
    const part = await about('who-met-whom');
    const { selection } = part;
    if (selection === null) throw new Error('everything was selected');
    for await (const statement of readRecords(part, 'statement')) {
      expect(selection.bulletin).toContain(statement.bulletin);
      const { subject, object, saidBy, place, edge, event } = statement;
      const sides = [subject, object, saidBy, place].flatMap((side) => side?.entity ?? []);
      expect(sides.filter((id) => !selection.entity.has(id))).toEqual([]);
      expect(edge === null || selection.edge.has(edge)).toBe(true);
      expect(event === null || selection.event.has(event)).toBe(true);
    }
    for await (const { from, to } of readRecords(part, 'edge')) {
      expect(selection.entity).toContain(from);
      expect(selection.entity).toContain(to);
    }
    for await (const { mentions } of readRecords(part, 'bulletin')) {
      for (const { entity } of mentions) expect(selection.entity).toContain(entity);
    }
  });

  test('that gives no rows is an error that says so', async () => {
    await expect(about('sanctions', { from: '2031' })).rejects.toMatchObject({
      reason: 'no-evidence',
      message: expect.stringContaining('gives no rows'),
    });
  });
});

describe('writing', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'export-output-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes the folder and nothing besides the files', async () => {
    const target = join(folder, 'deep', 'tables');
    const written = await writeExport(FORMATS.csv, graph, target);
    expect(readdirSync(target).sort()).toEqual(['bulletins.csv', 'edges.csv', 'nodes.csv', 'statements.csv']);
    expect(written).toHaveLength(4);
    expect(readFileSync(join(target, 'bulletins.csv'), 'utf8')).toContain(HOSTILE.replaceAll('"', '""'));
  });

  test('that fails leaves the file that was there, and no part of the new one', async () => {
    const target = join(folder, 'graph.txt');
    writeFileSync(target, 'before');
    async function* broken(): AsyncGenerator<string> {
      yield 'half';
      throw new Error('the store went away');
    }
    const format = { ...FORMATS.jsonl, files: () => [{ name: 'graph.txt', content: broken() }] };
    await expect(writeExport(format, graph, target)).rejects.toThrow('the store went away');
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.startsWith('graph.txt'))).toEqual(['graph.txt']);
  });

  test('to a path that cannot be written says which and what to do', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(writeExport(FORMATS.csv, graph, join(folder, 'file'))).rejects.toMatchObject({
      name: 'OutputError',
      message: expect.stringMatching(/file is a file, and this format makes a folder.*--output/),
    });
    await expect(writeExport(FORMATS.gexf, graph, folder)).rejects.toMatchObject({
      name: 'OutputError',
      message: expect.stringMatching(/is a folder, and this format makes one file/),
    });
  });
});
