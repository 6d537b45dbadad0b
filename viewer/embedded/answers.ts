/**
 * The viewer's HTTP API over a graph that the page holds itself: the same questions (viewer/contract.ts), the same answers,
 * no server. What needs the database (Cypher) is refused with a message that says so.
 */
import type { z } from 'zod';
import {
  BulletinQuery,
  EdgesQuery,
  EntityQuery,
  EvidenceQuery,
  HistoryQuery,
  MentionsQuery,
  NeighboursQuery,
  NodesQuery,
  PairQuery,
  PathQuery,
  SearchQuery,
  TopQuery,
  TraitsQuery,
} from '../contract.ts';
import * as entities from './entities.ts';
import { type Held, NotHeld } from './held.ts';
import * as statements from './statements.ts';

type Answer = object | Promise<object>;
type Answering = (held: Held, asked: unknown) => Answer;

const asking =
  <Schema extends z.ZodType>(schema: Schema, answer: (held: Held, query: z.output<Schema>) => Answer): Answering =>
  (held, asked) => {
    const parsed = schema.safeParse(asked);
    if (parsed.success) return answer(held, parsed.data);
    const issue = parsed.error.issues[0];
    throw new NotHeld('bad-parameter', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
  };

const ROUTES: Readonly<Record<string, Answering>> = {
  'api/summary': (held) => entities.summary(held),
  'api/top': asking(TopQuery, (held, { limit }) => entities.top(held, limit)),
  'api/search': asking(SearchQuery, (held, { q, limit }) => entities.search(held, q, limit)),
  'api/entity': asking(EntityQuery, (held, { id }) => entities.entity(held, id)),
  'api/neighbours': asking(NeighboursQuery, entities.neighbours),
  'api/nodes': asking(NodesQuery, (held, { ids }) => entities.nodes(held, ids)),
  'api/edges': asking(EdgesQuery, entities.edges),
  'api/evidence': asking(EvidenceQuery, statements.evidence),
  'api/bulletin': asking(BulletinQuery, (held, { id }) => statements.bulletin(held, id)),
  'api/history': asking(HistoryQuery, (held, { id }) => statements.history(held, id)),
  'api/mentions': asking(MentionsQuery, statements.mentions),
  'api/pair': asking(PairQuery, (held, { id, other }) => statements.pair(held, id, other)),
  'api/path': asking(PathQuery, entities.path),
  'api/traits': asking(TraitsQuery, statements.traits),
};

export interface Answered {
  readonly status: number;
  readonly body: object;
}

/**
 * Answers one request.
 * @param address as the page asks: `api/entity?id=...`
 * @param body the JSON of a POST, null for a GET
 */
export async function answerFrom(held: Held, address: string, body: string | null): Promise<Answered> {
  const [path = '', query = ''] = address.split('?', 2);
  try {
    const route = ROUTES[path];
    if (route === undefined) {
      throw new NotHeld('no-such-path', 'This is a saved file: queries need the program. Run "bulletin-graph serve".');
    }
    const asked: unknown = body === null ? Object.fromEntries(new URLSearchParams(query)) : JSON.parse(body);
    return { status: 200, body: await route(held, asked) };
  } catch (error) {
    if (!(error instanceof NotHeld)) throw error;
    return { status: 404, body: { error: { reason: error.reason, message: error.message } } };
  }
}
