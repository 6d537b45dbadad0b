/** GraphML, as networkx, igraph, Cytoscape, yEd and Gephi read it: entities and aggregated relationships. */
import type { ExportFormat } from './format.ts';
import { type Attribute, EDGE_ATTRIBUTES, isDirected, NODE_ATTRIBUTES } from './network.ts';
import { type EdgeRecord, type EntityRecord, type Exported, readRecords } from './records.ts';
import { escaped } from '../queries/markup.ts';

export const graphml: ExportFormat = {
  shape: 'file',
  purpose: 'networkx, igraph, Cytoscape, yEd',
  files: (graph) => [{ name: 'graph.graphml', content: write(graph) }],
};

const NODE_KEYS: readonly Attribute<EntityRecord>[] = [
  { name: 'label', type: 'string', value: ({ name }) => name },
  ...NODE_ATTRIBUTES,
];
const EDGE_KEYS: readonly Attribute<EdgeRecord>[] = [
  { name: 'weight', type: 'double', value: ({ statements }) => statements },
  ...EDGE_ATTRIBUTES,
];
const TYPES = { string: 'string', integer: 'int', double: 'double' } as const;

async function* write(graph: Exported): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_KEYS)}<graph id="bulletin-graph" edgedefault="directed">
`;
  for await (const entity of readRecords(graph, 'entity')) {
    yield `<node id="${escaped(entity.id)}">${values('node', NODE_KEYS, entity)}</node>\n`;
  }
  for await (const edge of readRecords(graph, 'edge')) {
    const ends = `source="${escaped(edge.from)}" target="${escaped(edge.to)}"`;
    yield `<edge id="${escaped(edge.id)}" ${ends} directed="${isDirected(edge)}">${values('edge', EDGE_KEYS, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function keys<T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[]): string {
  return attributes
    .map(({ name, type }) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`)
    .join('');
}

function values<T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[], record: T): string {
  return attributes
    .map(({ name, value }) => {
      const given = value(record);
      return given === null ? '' : `<data key="${of}-${name}">${escaped(String(given))}</data>`;
    })
    .join('');
}
