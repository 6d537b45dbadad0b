import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { parse } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Drawn } from '../../viewer/app/save/drawn.ts';
import { toCsv, toGexf, toGraphml, toSvg } from '../../viewer/app/save/formats.ts';
import { edge } from './sample.ts';

const HOSTILE = `<script>"&'\u0000\u0007]]> =cmd`;

const drawn: Drawn = {
  width: 800,
  height: 600.4,
  background: '#ffffff',
  ink: '#000000',
  nodes: [
    { id: 'a', name: HOSTILE, type: 'Person', statements: 3, x: 10, y: 20, radius: 8, colour: '#3f5a9c' },
    { id: 'b', name: '=SUM(1)', type: 'Country', statements: 2, x: 300, y: 200, radius: 9, colour: '#1f7a70' },
  ],
  lines: [
    {
      source: 'a',
      target: 'b',
      thickness: 2,
      colour: '#8fbcd9',
      dashed: true,
      headAtSource: false,
      headAtTarget: true,
      edges: [
        edge('a', 'MET', 'b', { symmetric: true, statements: 4, first: '2024-01', last: null }),
        edge('a', 'ACCUSED', 'b', { negated: 1 }),
      ],
    },
  ],
};

describe.each([
  ['SVG', toSvg],
  ['GEXF', toGexf],
  ['GraphML', toGraphml],
] as const)('%s', (_, write) => {
  test('is well-formed whatever the names hold', () => {
    expect(XMLValidator.validate(write(drawn))).toBe(true);
    expect(write(drawn)).not.toContain('<script>');
  });
});

test('the SVG draws every entity and line, dashes and heads', () => {
  const svg = toSvg(drawn);
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg.match(/<line[^>]*stroke-dasharray/g)).toHaveLength(1);
  expect(svg.match(/<polygon/g)).toHaveLength(1);
  expect(svg).toContain('width="800" height="600"');
});

test('the CSV has a row for each relation, and no cell that a spreadsheet would run', () => {
  const rows: unknown = parse(toCsv(drawn), { columns: true });
  expect(rows).toEqual([
    expect.objectContaining({ source: 'a', predicate: 'MET', target_name: "'=SUM(1)", statements: '4', last: '' }),
    expect.objectContaining({ predicate: 'ACCUSED', symmetric: 'false', negated: '1' }),
  ]);
});

// The readers of other programs want a browser's DOM; linkedom's is near enough.
describe('read by graphology', async () => {
  const { DOMParser, Document } = await import('linkedom');
  Object.assign(globalThis, { DOMParser, Document });
  test.each([
    ['GEXF', () => gexf.parse(MultiGraph, toGexf(drawn), { addMissingNodes: false, allowUndeclaredAttributes: true })],
    ['GraphML', () => graphml.parse(MultiGraph, toGraphml(drawn))],
  ])('%s gives the same entities and relations', (_, read) => {
    const graph = read();
    expect(graph.nodes()).toEqual(['a', 'b']);
    expect(graph.size).toBe(2);
    expect(graph.getNodeAttribute('b', 'label')).toBe('=SUM(1)');
    expect(graph.mapEdges((_edge, attributes) => String(attributes['predicate'])).toSorted()).toEqual([
      'ACCUSED',
      'MET',
    ]);
  });
});
