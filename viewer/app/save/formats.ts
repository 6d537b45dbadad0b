/**
 * The shown graph as a text file: SVG as it is drawn, GEXF 1.3 and GraphML for other programs, CSV of relations. Loaded when
 * somebody saves. Every name is escaped for its format; relations keep one row or edge for each predicate.
 */
import type { Drawn, SavedLine, SavedNode } from './drawn.ts';

/** Control characters and noncharacters, which XML 1.0 does not allow in any form. */
const isForbidden = (letter: string): boolean => {
  const code = letter.charCodeAt(0);
  return (code < 32 && letter !== '\t' && letter !== '\n' && letter !== '\r') || code === 0xfffe || code === 0xffff;
};

const xml = (text: string): string =>
  Array.from(text)
    .filter((letter) => !isForbidden(letter))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';
const decimals = (value: number): string => value.toFixed(1);

const arrowHead = (tip: { x: number; y: number }, angle: number, length: number): string => {
  const side = (sign: 1 | -1): string => {
    const x = tip.x - Math.cos(angle) * length - sign * Math.sin(angle) * length * 0.46;
    const y = tip.y - Math.sin(angle) * length + sign * Math.cos(angle) * length * 0.46;
    return `${decimals(x)},${decimals(y)}`;
  };
  return `${decimals(tip.x)},${decimals(tip.y)} ${side(1)} ${side(-1)}`;
};

const svgLine = (line: SavedLine, from: SavedNode, to: SavedNode): string => {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const on = (node: SavedNode, distance: number) => ({
    x: node.x + Math.cos(angle) * distance,
    y: node.y + Math.sin(angle) * distance,
  });
  const length = 4 + 2.2 * line.thickness;
  const tips = [
    ...(line.headAtTarget ? [arrowHead(on(to, -to.radius), angle, length)] : []),
    ...(line.headAtSource ? [arrowHead(on(from, from.radius), angle + Math.PI, length)] : []),
  ];
  const start = on(from, line.headAtSource ? from.radius + length * 0.9 : 0);
  const end = on(to, line.headAtTarget ? -to.radius - length * 0.9 : 0);
  const title = line.edges.map((edge) => `${edge.predicate} ${edge.statements}`).join(', ');
  return [
    `<g stroke="${line.colour}" fill="${line.colour}"><title>${xml(`${from.name}, ${to.name}: ${title}`)}</title>`,
    `<line x1="${decimals(start.x)}" y1="${decimals(start.y)}" x2="${decimals(end.x)}" y2="${decimals(end.y)}" ` +
      `stroke-width="${decimals(line.thickness)}"${line.dashed ? ' stroke-dasharray="6.4 4.6"' : ''}/>`,
    ...tips.map((points) => `<polygon points="${points}" stroke="none"/>`),
    '</g>',
  ].join('');
};

export const toSvg = (drawn: Drawn): string => {
  const byId = new Map(drawn.nodes.map((node) => [node.id, node]));
  const lines = drawn.lines.flatMap((line) => {
    const [from, to] = [byId.get(line.source), byId.get(line.target)];
    return from && to ? [svgLine(line, from, to)] : [];
  });
  const nodes = drawn.nodes.flatMap((node) => [
    `<circle cx="${decimals(node.x)}" cy="${decimals(node.y)}" r="${decimals(node.radius)}" fill="${node.colour}" ` +
      `stroke="${drawn.background}" stroke-width="2"><title>${xml(`${node.name}, ${node.type}`)}</title></circle>`,
    `<text x="${decimals(node.x)}" y="${decimals(node.y + node.radius + 13)}" fill="${drawn.ink}" ` +
      `stroke="${drawn.background}" stroke-width="3" paint-order="stroke">${xml(node.name)}</text>`,
  ]);
  const [width, height] = [Math.round(drawn.width), Math.round(drawn.height)];
  return [
    `${HEADER}<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `font-family="Inter, system-ui, sans-serif" font-size="12" text-anchor="middle">`,
    `<rect width="${width}" height="${height}" fill="${drawn.background}"/>`,
    ...lines,
    ...nodes,
    '</svg>\n',
  ].join('\n');
};

const NODE_FIELDS = [
  ['type', 'string'],
  ['statements', 'integer'],
] as const;
const EDGE_FIELDS = [
  ['predicate', 'string'],
  ['statements', 'integer'],
  ['sources', 'integer'],
  ['affirmed', 'integer'],
  ['negated', 'integer'],
  ['first', 'string'],
  ['last', 'string'],
] as const;

const relationsOf = (drawn: Drawn) => drawn.lines.flatMap(({ edges }) => edges);

const rgb = (colour: string): string =>
  ['r', 'g', 'b'].map((name, at) => `${name}="${Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)}"`).join(' ');

/** GEXF 1.3 with places and colours, as Gephi reads it. Its y grows upwards. */
export const toGexf = (drawn: Drawn): string => {
  const declared = (fields: readonly (readonly [string, string])[]): string[] =>
    fields.map(([id, type]) => `<attribute id="${id}" title="${id}" type="${type}"/>`);
  const values = (record: Readonly<Record<string, unknown>>, fields: readonly (readonly [string, string])[]): string =>
    fields
      .filter(([id]) => record[id] !== null)
      .map(([id]) => `<attvalue for="${id}" value="${xml(String(record[id]))}"/>`)
      .join('');
  return [
    `${HEADER}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,
    '<graph mode="static" defaultedgetype="directed">',
    '<attributes class="node">',
    ...declared(NODE_FIELDS),
    '</attributes>',
    '<attributes class="edge">',
    ...declared(EDGE_FIELDS),
    '</attributes>',
    '<nodes>',
    ...drawn.nodes.map(
      (node) =>
        `<node id="${xml(node.id)}" label="${xml(node.name)}"><attvalues>${values({ ...node }, NODE_FIELDS)}</attvalues>` +
        `<viz:color ${rgb(node.colour)}/><viz:position x="${decimals(node.x)}" y="${decimals(-node.y)}"/>` +
        `<viz:size value="${decimals(node.radius)}"/></node>`,
    ),
    '</nodes>',
    '<edges>',
    ...relationsOf(drawn).map(
      (edge) =>
        `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}" ` +
        `type="${edge.symmetric ? 'undirected' : 'directed'}" label="${xml(edge.predicate)}" weight="${edge.statements}">` +
        `<attvalues>${values({ ...edge }, EDGE_FIELDS)}</attvalues></edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>\n',
  ].join('\n');
};

export const toGraphml = (drawn: Drawn): string => {
  const kinds: Readonly<Record<string, string>> = { string: 'string', integer: 'int' };
  const keys = (owner: 'node' | 'edge', fields: readonly (readonly [string, string])[]): string[] =>
    fields.map(
      ([id, type]) => `<key id="${owner}-${id}" for="${owner}" attr.name="${id}" attr.type="${kinds[type]}"/>`,
    );
  const values = (
    owner: 'node' | 'edge',
    record: Readonly<Record<string, unknown>>,
    fields: readonly (readonly [string, string])[],
  ): string =>
    fields
      .filter(([id]) => record[id] !== null)
      .map(([id]) => `<data key="${owner}-${id}">${xml(String(record[id]))}</data>`)
      .join('');
  const nodeFields = [['label', 'string'], ...NODE_FIELDS] as const;
  return [
    `${HEADER}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
    ...keys('node', nodeFields),
    ...keys('edge', EDGE_FIELDS),
    '<graph edgedefault="directed">',
    ...drawn.nodes.map(
      (node) => `<node id="${xml(node.id)}">${values('node', { ...node, label: node.name }, nodeFields)}</node>`,
    ),
    ...relationsOf(drawn).map(
      (edge) =>
        `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}"` +
        `${edge.symmetric ? ' directed="false"' : ''}>${values('edge', { ...edge }, EDGE_FIELDS)}</edge>`,
    ),
    '</graph>',
    '</graphml>\n',
  ].join('\n');
};

/** A field that a spreadsheet would run as a formula is kept as text. */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row for each relation, RFC 4180. */
export const toCsv = (drawn: Drawn): string => {
  const names = new Map(drawn.nodes.map(({ id, name }) => [id, name]));
  const head = ['source', 'source_name', 'predicate', 'target', 'target_name', 'symmetric'];
  const fields = ['statements', 'sources', 'affirmed', 'negated', 'first', 'last'] as const;
  const rows = relationsOf(drawn).map((edge) => [
    edge.source,
    names.get(edge.source) ?? '',
    edge.predicate,
    edge.target,
    names.get(edge.target) ?? '',
    String(edge.symmetric),
    ...fields.map((field) => edge[field]),
  ]);
  return [[...head, ...fields], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
};
