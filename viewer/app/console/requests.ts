/** What the query console asks of the server; failures are ServerErrors, with a place where a query is wrong. */
import { ask, askFile, posted } from '../api/client.ts';
import { type FreezeQuery, GraphSchema, Library, QueryAnswer, type RunQuery } from '../../query-contract.ts';

/** Beyond the query's own time: for the way there and back. */
const EXTRA_PATIENCE = 10_000;
/** Citing takes a read for each row, all of them within the query's limits. */
const PATIENCE_FOR_CITATIONS = 600_000;

export const requests = {
  schema: () => ask(GraphSchema, 'api/schema'),
  library: () => ask(Library, 'api/queries'),
  run: (query: RunQuery & { timeoutMs: number }, stop: AbortSignal) =>
    ask(QueryAnswer, 'api/query', posted(query), { patience: query.timeoutMs + EXTRA_PATIENCE, stop }),
  freeze: (query: FreezeQuery) => askFile('api/freeze', posted(query), { patience: PATIENCE_FOR_CITATIONS }),
};

export type ConsoleRequests = typeof requests;
