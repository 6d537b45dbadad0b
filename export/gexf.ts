/**
 * GEXF 1.3, as Gephi reads it: entities and aggregated relationships, several between two entities as edges of different
 * kinds. An edge is there from its first to its last date, so that Gephi's timeline works; weight is its statements.
 */
import { firstDay, lastDay } from './days.ts';
import type { ExportFormat } from './format.ts';
import { type Attribute, EDGE_ATTRIBUTES, isDirected, NODE_ATTRIBUTES } from './network.ts';
import { type EdgeRecord, type Exported, readRecords } from './records.ts';
import { escaped } from '../queries/markup.ts';

export const gexf: ExportFormat = {
  shape: 'file',
  purpose: 'Gephi and other network tools',
  files: (graph) => [{ name: 'graph.gexf', content: write(graph) }],
};

async function* write(graph: Exported): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Bulletin Graph</creator></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
${declarations('node', NODE_ATTRIBUTES)}${declarations('edge', EDGE_ATTRIBUTES)}<nodes>
`;
  for await (const entity of readRecords(graph, 'entity')) {
    yield `<node id="${escaped(entity.id)}" label="${escaped(entity.name)}">${values(NODE_ATTRIBUTES, entity)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for await (const edge of readRecords(graph, 'edge')) yield edgeElement(edge);
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declarations<T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[]): string {
  const lines = attributes.map(
    ({ name, type }, index) => `<attribute id="${index}" title="${name}" type="${type}"/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function values<T>(attributes: readonly Attribute<T>[], record: T): string {
  const parts = attributes.map(({ value }, index) => {
    const given = value(record);
    return given === null ? '' : `<attvalue for="${index}" value="${escaped(String(given))}"/>`;
  });
  return `<attvalues>${parts.join('')}</attvalues>`;
}

function edgeElement(edge: EdgeRecord): string {
  const attributes: readonly (readonly [string, string])[] = [
    ['id', edge.id],
    ['source', edge.from],
    ['target', edge.to],
    ['type', isDirected(edge) ? 'directed' : 'undirected'],
    ['kind', edge.predicate],
    ['label', edge.predicate],
    ['weight', String(edge.statements)],
    ...(edge.first === null ? [] : [['start', firstDay(edge.first)] as const]),
    ...(edge.last === null ? [] : [['end', lastDay(edge.last)] as const]),
  ];
  const written = attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');
  return `<edge ${written}>${values(EDGE_ATTRIBUTES, edge)}</edge>\n`;
}
