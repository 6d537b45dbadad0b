/** The server's routes put together: guards first, then one group a subject, then the page's files. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GraphStore } from '../../graph/store.ts';
import { assets } from './assets.ts';
import { EntitySearch } from './entity-search.ts';
import { failedAnswer, RequestError } from './failure.ts';
import { requireHost, securityHeaders } from './guard.ts';
import { Nodes } from './nodes.ts';
import { Overview } from './overview.ts';
import { type Clock, Revision } from './revision.ts';
import { entityRoutes } from './routes/entity.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { historyRoutes } from './routes/history.ts';
import { neighbourRoutes } from './routes/neighbours.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pairRoutes } from './routes/pair.ts';
import { queryRoutes } from './routes/query.ts';
import { searchRoutes } from './routes/search.ts';
import { traitRoutes } from './routes/traits.ts';

/** The largest body of a request, in bytes. */
const MAX_BODY = 1_000_000;

export interface AppOptions {
  readonly store: GraphStore;
  /** Host name or address that the server listens on. */
  readonly host: string;
  /** Folder of the built page. */
  readonly appDir: string;
  readonly clock: Clock;
  /** Told of every failure that is the program's or the graph's own. */
  readonly report: (error: unknown) => void;
}

/** Everything that the server answers, as one request handler. */
export function createApp({ store, host, appDir, clock, report }: AppOptions): Hono {
  const revision = new Revision(store, clock);
  const nodes = new Nodes(store, revision);

  const api = new Hono();
  api.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  api.route('/', overviewRoutes(store, new Overview(store, revision), nodes));
  api.route('/', searchRoutes(new EntitySearch(store, revision, nodes)));
  api.route('/', entityRoutes(store));
  api.route('/', neighbourRoutes(store, nodes));
  api.route('/', evidenceRoutes(store));
  api.route('/', openApiRoutes());
  api.route('/', historyRoutes(store));
  api.route('/', pairRoutes(store));
  api.route('/', queryRoutes(store));
  api.route('/', traitRoutes(store, nodes));

  const app = new Hono();
  app.use(securityHeaders);
  app.use(requireHost(host));
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new RequestError(413, 'bad-body', `The body has more than ${MAX_BODY} bytes.`);
      },
    }),
  );
  app.route('/api', api);
  app.get('/api/*', (context) => {
    throw new RequestError(404, 'no-such-path', `${context.req.path} is not a route of this server.`);
  });
  app.get('*', assets(appDir));
  app.all('*', (context) => {
    throw new RequestError(405, 'wrong-method', `${context.req.method} is not answered at ${context.req.path}.`);
  });
  app.onError((error, context) => {
    const { status, body, unforeseen } = failedAnswer(error);
    if (unforeseen) report(error);
    if (status === 405) context.header('Allow', 'GET, HEAD');
    // The rest of the body is not read, so nothing else can come over this connection.
    if (status === 413) context.header('Connection', 'close');
    return context.json(body, status);
  });
  return app;
}
