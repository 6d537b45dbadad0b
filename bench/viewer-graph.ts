/**
 * A generated graph of the size that the viewer is measured with, and a server that answers the page for it: 10,000
 * entities, 50,000 relations with a long tail, one to three statements each over three years. The same in every run.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  EdgesQuery,
  type EntityPage,
  type GraphEdge,
  type GraphNode,
  NodeType,
  type Subgraph,
  type Summary,
  type TraitsAnswer,
  TraitsQuery,
} from '../viewer/contract.ts';

const PREDICATES: readonly { predicate: string; quadClass: number; plover: string; symmetric: boolean }[] = [
  { predicate: 'MET', quadClass: 1, plover: 'CONSULT', symmetric: true },
  { predicate: 'VISITED', quadClass: 1, plover: 'CONSULT', symmetric: false },
  { predicate: 'COOPERATED_WITH', quadClass: 2, plover: 'COOPERATE', symmetric: true },
  { predicate: 'ACCUSED', quadClass: 3, plover: 'ACCUSE', symmetric: false },
  { predicate: 'ATTACKED', quadClass: 4, plover: 'ASSAULT', symmetric: false },
];
const SOURCES = Array.from({ length: 40 }, (_, at) => `Wire ${at}`);
/** Beside those on the page, for an expansion. */
const NEW_NEIGHBOURS = 50;
const HUB = 0;

/** Linear congruential numbers in [0, 1), the same in every run. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export interface BenchGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const nodeAt = (at: number): GraphNode => ({
  id: `entity:${at}`,
  name: `Entity ${at}`,
  type: NodeType.options[at % NodeType.options.length] ?? 'Person',
  statements: Math.max(1, Math.round(4000 / (at + 1))),
});

export const generated = (entities: number, relations: number): BenchGraph => {
  const random = seeded(20241225);
  // Few are in many relations; squaring draws towards the first.
  const ranked = (): number => Math.floor(entities * random() ** 2);
  const nodes = Array.from({ length: entities }, (_, at) => nodeAt(at));
  const edges = new Map<string, GraphEdge>();
  while (edges.size < relations) {
    const [one, other] = [ranked(), Math.floor(entities * random())];
    const kind = PREDICATES[Math.floor(PREDICATES.length * random() ** 1.5)];
    if (one === other || !kind) continue;
    const [source, target] = [`entity:${one}`, `entity:${other}`];
    const id = `${source} ${kind.predicate} ${target}`;
    const statements = 1 + Math.floor(3 * random());
    edges.set(id, {
      id,
      source,
      target,
      predicate: kind.predicate,
      symmetric: kind.symmetric,
      statements,
      sources: Math.min(statements, 1 + Math.floor(2 * random())),
      first: '2022-01-01',
      last: '2024-12-31',
      affirmed: statements,
      negated: 0,
      quadClass: kind.quadClass,
    });
  }
  return { nodes, edges: [...edges.values()] };
};

const traitsOf = (graph: ReadonlyMap<string, GraphEdge>, asked: z.output<typeof TraitsQuery>): TraitsAnswer => {
  const random = seeded(7);
  const statements = asked.edges.flatMap(([source, predicate, target], at): TraitsAnswer['statements'] => {
    const count = graph.get(`${source} ${predicate} ${target}`)?.statements ?? 1;
    return Array.from({ length: count }, () => {
      const month = Math.floor(36 * random());
      const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
      const planned = random() < 0.15 ? 2 : 0;
      return [
        at,
        date,
        random() < 0.05 ? 1 : 0,
        planned,
        Math.round(100 * random()) / 100,
        Math.floor(40 * random()),
        -1,
      ];
    });
  });
  return { sources: SOURCES, holders: [], statements, total: statements.length };
};

const neighboursOf = (edges: readonly GraphEdge[], id: string): number =>
  new Set(edges.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : []))).size;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const answers = ({ nodes, edges }: BenchGraph) => {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const summary: Summary = {
    store: 'bench',
    bulletins: 57_000,
    entities: nodes.length + NEW_NEIGHBOURS,
    statements: edges.reduce((sum, { statements }) => sum + statements, 0),
    types: NodeType.options.map((type) => ({ type, count: nodes.filter((node) => node.type === type).length })),
    predicates: PREDICATES.map(({ predicate, plover, quadClass }) => ({ predicate, count: 1, plover, quadClass })),
    firstDate: '2022-01-15',
    lastDate: '2024-12-15',
  };
  const top: Subgraph = {
    nodes: [...nodes],
    edges: [...edges],
    total: { nodes: nodes.length, edges: edges.length },
    next: null,
  };
  const hub = nodeAt(HUB);
  const fresh = Array.from({ length: NEW_NEIGHBOURS }, (_, at) => nodeAt(nodes.length + at));
  const joined = fresh.map(
    (node): GraphEdge => ({
      id: `${hub.id} MET ${node.id}`,
      source: hub.id,
      target: node.id,
      predicate: 'MET',
      symmetric: true,
      statements: 1,
      sources: 1,
      first: null,
      last: null,
      affirmed: 1,
      negated: 0,
      quadClass: 1,
    }),
  );
  const entity: EntityPage = {
    ...hub,
    aliases: [],
    neighbours: NEW_NEIGHBOURS + neighboursOf(edges, hub.id),
    predicates: [{ predicate: 'MET', count: 50, neighbours: 50 }],
    neighbourTypes: [],
  };
  return async (path: string, request: IncomingMessage): Promise<unknown> => {
    switch (path) {
      case '/api/summary':
        return summary;
      case '/api/top':
        return top;
      case '/api/neighbours':
        return { nodes: [hub, ...fresh], edges: [], total: { nodes: NEW_NEIGHBOURS, edges: 50 }, next: null };
      case '/api/edges':
        EdgesQuery.parse(await bodyOf(request));
        return { edges: joined, total: joined.length };
      case '/api/traits':
        return traitsOf(byId, TraitsQuery.parse(await bodyOf(request)));
      case '/api/entity':
        return entity;
      case '/api/evidence':
        return { evidence: [], total: 0, next: null };
      default:
        return null;
    }
  };
};

const KINDS: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface BenchServer {
  readonly url: string;
  close(): void;
}

/** Serves the built page in `folder` and its answers for `graph`. */
export const serveGraph = async (graph: BenchGraph, folder: URL): Promise<BenchServer> => {
  const answer = answers(graph);
  const server: Server = createServer((request, response) => {
    const reply = async (): Promise<void> => {
      const { pathname } = new URL(request.url ?? '/', 'http://bench');
      if (pathname.startsWith('/api/')) {
        const answered = await answer(pathname, request);
        const body = answered ?? { error: { reason: 'no-such-path', message: `${pathname} is not measured.` } };
        response.writeHead(answered === null ? 404 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
        return;
      }
      const file = pathname === '/' ? 'index.html' : pathname.slice(1);
      const content = await readFile(fileURLToPath(new URL(file, folder)));
      response.writeHead(200, { 'content-type': KINDS[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
      response.end(content);
    };
    reply().catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = z.custom<AddressInfo>((address) => typeof address === 'object').parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
