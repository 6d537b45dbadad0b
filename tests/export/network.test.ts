/** GEXF and GraphML, read by graphology's own readers, which are not ours. */
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XMLValidator } from 'fast-xml-parser';
import { type Counts, countsOf, HOSTILE, type OpenGraph, openGraph, textOf } from './graph.ts';

/** What XML cannot hold is replaced; everything else has to come back as it was. */
const IN_XML = HOSTILE.replace(/[^\P{Cc}\t\n\r]|\uFFFE/gu, '\uFFFD');

let graph: OpenGraph;
let counts: Counts;
beforeAll(async () => {
  graph = await openGraph();
  counts = await countsOf(graph.store);
});
afterAll(async () => {
  await graph.close();
});

describe('GEXF', () => {
  test('is read by graphology with every entity and relationship', async () => {
    const text = await textOf('gexf', graph, 'graph.gexf');
    expect(XMLValidator.validate(text)).toBe(true);
    const read = gexf.parse(MultiGraph, text, { addMissingNodes: false });
    expect(read.order).toBe(counts.entities);
    expect(read.size).toBe(counts.edges);
  });

  test('gives names, attributes, directions and weights as the graph has them', async () => {
    const read = gexf.parse(MultiGraph, await textOf('gexf', graph, 'graph.gexf'));
    expect(read.getNodeAttributes('country:CHN')).toMatchObject({ label: 'China', type: 'Country', iso3: 'CHN' });
    expect(read.getNodeAttribute('person:eve', 'label')).toBe(IN_XML);
    const met = read.edges('person:wang-yi', 'person:takeshi-iwaya').find((edge) => {
      return read.getEdgeAttribute(edge, 'label') === 'MET';
    });
    expect(read.isUndirected(met)).toBe(true);
    expect(read.getEdgeAttributes(met)).toMatchObject({
      weight: 3,
      statements: 3,
      predicate: 'MET',
      sourceNames: 'Delta News | Harbor Wire',
    });
    const accused = read.outEdges('person:wang-yi').find((edge) => read.target(edge) === 'country:USA');
    expect(read.isDirected(accused)).toBe(true);
  });

  test('dates an edge of a year or a month with whole days, for Gephi timelines', async () => {
    const text = await textOf('gexf', graph, 'graph.gexf');
    expect(text).toMatch(/kind="MET"[^>]* start="2024-01-01" end="2024-12-31"/);
    expect(text).toMatch(/kind="ACCUSED"[^>]* start="2024-02-01" end="2024-02-29"/);
  });
});

describe('GraphML', () => {
  test('is read by graphology with every entity, relationship and attribute', async () => {
    const text = await textOf('graphml', graph, 'graph.graphml');
    expect(XMLValidator.validate(text)).toBe(true);
    const read = graphml.parse(MultiGraph, text);
    expect(read.order).toBe(counts.entities);
    expect(read.size).toBe(counts.edges);
    expect(read.getNodeAttributes('country:CHN')).toMatchObject({ label: 'China', iso3: 'CHN' });
    expect(read.getNodeAttribute('person:eve', 'label')).toBe(IN_XML);
    const met = read.edges('person:wang-yi', 'person:takeshi-iwaya').find((edge) => {
      return read.getEdgeAttribute(edge, 'predicate') === 'MET';
    });
    expect(read.getEdgeAttributes(met)).toMatchObject({ weight: 3, affirmed: 2, negated: 1, quadClass: 1 });
  });
});
