/**
 * Everything the page asks of the server. Each answer is checked against the contract; every failure is a `ServerError`
 * whose message says what failed and what to do.
 */
import { z } from 'zod';
import type { GraphEdge, NodeType, Position } from '../../contract.ts';
import {
  BulletinPage,
  EdgesAnswer,
  EntityHistory,
  EntityPage,
  EvidencePage,
  FileAnswer,
  Failure,
  MentionsPage,
  NodesAnswer,
  PairHistory,
  PathAnswer,
  SearchResults,
  Subgraph,
  Summary,
  TraitsAnswer,
} from '../../contract.ts';

// Compiled checks need eval, which the page's content security policy forbids.
z.config({ jitless: true });

type ServerErrorReason = 'gone' | 'slow' | 'refused' | 'strange' | 'stopped';

export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly reason: ServerErrorReason;
  /** Where in a query that was sent something is wrong. */
  readonly position: Position | null;
  constructor(reason: ServerErrorReason, message: string, position: Position | null = null) {
    super(message);
    this.reason = reason;
    this.position = position;
  }
}

const PATIENCE = 30_000;
/** The first question as of a date waits until that graph is made: minutes for a large store. */
const PATIENCE_FOR_PAST = 600_000;
const BATCH = 500;
const AMONG = 5000;
export const TRAIT_BATCH = 2000;

type Parameters = Readonly<Record<string, string | number | null | undefined>>;

export const address = (path: string, parameters: Parameters): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? `api/${path}` : `api/${path}?${text}`;
};

interface Patience {
  /** Milliseconds to wait for the answer. */
  readonly patience?: number;
  /** Ends the wait when the person does not want the answer any more. */
  readonly stop?: AbortSignal;
  /** Of something that is the same as of every date. */
  readonly timeless?: boolean;
}

let asOf: string | null = null;

/** From now on every answer is as known on this date; null: as the store is. */
export const answerAsOf = (date: string | null): void => {
  asOf = date;
};

const dated = (path: string): string =>
  asOf === null ? path : `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ asOf }).toString()}`;

/** What the server answers, read as the caller wants it. Throws ServerError. */
const answered = async <T>(
  path: string,
  request: RequestInit,
  { patience = asOf === null ? PATIENCE : PATIENCE_FOR_PAST, stop, timeless = false }: Patience,
  read: (response: Response) => Promise<T>,
): Promise<T> => {
  const late = AbortSignal.timeout(patience);
  let response: Response;
  let refusal: unknown;
  try {
    response = await fetch(timeless ? path : dated(path), {
      ...request,
      signal: stop ? AbortSignal.any([late, stop]) : late,
    });
    if (response.ok) return await read(response);
    refusal = await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new ServerError('slow', `The server has not answered within ${patience / 1000} seconds. Try again.`);
    }
    if (stop?.aborted) throw new ServerError('stopped', 'Stopped.');
    if (error instanceof SyntaxError) {
      throw new ServerError('strange', `The server's answer to ${path} is not JSON. Reload the page.`);
    }
    throw new ServerError(
      'gone',
      'The server does not answer. Start it again with "bulletin-graph serve" in the terminal it ran in, then retry.',
    );
  }
  const failure = Failure.safeParse(refusal);
  throw new ServerError(
    'refused',
    failure.success ? failure.data.error.message : `The server answered ${response.status}.`,
    failure.success ? (failure.data.error.position ?? null) : null,
  );
};

/** Asks the server, and checks the answer against its schema. Throws ServerError. */
export const ask = async <T>(
  schema: z.ZodType<T>,
  path: string,
  request: RequestInit = {},
  patience: Patience = {},
): Promise<T> => {
  const body = await answered(path, request, patience, async (response): Promise<unknown> => response.json());
  const answer = schema.safeParse(body);
  if (!answer.success) {
    const where = answer.error.issues[0]?.path.join('.') ?? '';
    throw new ServerError('strange', `The server's answer is not what this page expects (${where}). Reload the page.`);
  }
  return answer.data;
};

/** Asks the server for a file, which is given to the person as it comes. Throws ServerError. */
export const askFile = (path: string, request: RequestInit, patience: Patience = {}): Promise<Blob> =>
  answered(path, request, patience, (response) => response.blob());

/** A request with a JSON body. */
export const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export interface NeighbourChoice {
  readonly predicate?: string;
  readonly type?: NodeType;
}

export const client = {
  summary: () => ask(Summary, address('summary', {})),
  top: (limit: number) => ask(Subgraph, address('top', { limit })),
  search: (q: string, limit: number) => ask(SearchResults, address('search', { q, limit })),
  entity: (id: string) => ask(EntityPage, address('entity', { id })),
  neighbours: (id: string, choice: NeighbourChoice, after: string | null, limit: number) =>
    ask(Subgraph, address('neighbours', { id, ...choice, edges: 'none', after, limit })),
  evidence: (id: string, other: string | null, predicate: string | null, after: string | null, limit: number) =>
    ask(EvidencePage, address('evidence', { id, other, predicate, after, limit })),
  history: (id: string) => ask(EntityHistory, address('history', { id })),
  mentions: (id: string, after: string | null, limit: number) =>
    ask(MentionsPage, address('mentions', { id, after, limit })),
  pair: (id: string, other: string) => ask(PairHistory, address('pair', { id, other })),
  path: (from: string, to: string, stop: AbortSignal) => ask(PathAnswer, address('path', { from, to }), {}, { stop }),
  bulletin: (id: string) => ask(BulletinPage, address('bulletin', { id })),
  edges: (ids: readonly string[], among: readonly string[]) =>
    ask(EdgesAnswer, 'api/edges', posted({ ids: ids.slice(0, BATCH), among: among.slice(-AMONG) })),
  nodes: (ids: readonly string[]) => ask(NodesAnswer, 'api/nodes', posted({ ids: ids.slice(0, AMONG) })),
  /** The page as one file, with these entities; at most AMONG. */
  file: (ids: readonly string[], view: string) =>
    ask(FileAnswer, 'api/file', posted({ ids, view }), { patience: PATIENCE_FOR_PAST }),
  /** At most TRAIT_BATCH edges. */
  traits: (edges: readonly GraphEdge[]) =>
    ask(
      TraitsAnswer,
      'api/traits',
      posted({ edges: edges.map(({ source, predicate, target }) => [source, predicate, target]) }),
    ),
};

export type Client = typeof client;

/** What to tell about any failure. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'Something failed that has no name.';
