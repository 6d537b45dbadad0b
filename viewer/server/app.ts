/** The server's routes put together: guards first, then one group a subject, then the page's files. */
import { type ErrorHandler, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PastGraphs } from '../../graph/as-of/past-graphs.ts';
import type { GraphStore } from '../../graph/store.ts';
import { asOfRoutes } from './as-of.ts';
import { assets } from './assets.ts';
import { CandidateQueue } from './candidate-queue.ts';
import { EntitySearch } from './entity-search.ts';
import { failedAnswer, RequestError } from './failure.ts';
import { requireHost, securityHeaders } from './guard.ts';
import { curationState, type JudgingOptions } from './judging.ts';
import { Nodes } from './nodes.ts';
import { Overview } from './overview.ts';
import { type Clock, Revision } from './revision.ts';
import { curationRoutes } from './routes/curation.ts';
import { entityRoutes } from './routes/entity.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { historyRoutes } from './routes/history.ts';
import { neighbourRoutes } from './routes/neighbours.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pairRoutes } from './routes/pair.ts';
import { pathRoutes } from './routes/path.ts';
import { fileRoutes, type PageFile } from './routes/file.ts';
import { freezeRoutes, queryRoutes } from './routes/query.ts';
import { searchRoutes } from './routes/search.ts';
import { traitRoutes } from './routes/traits.ts';
import { viewRoutes } from './routes/views.ts';

/** The largest body of a request, in bytes. */
const MAX_BODY = 1_000_000;

export interface AppOptions {
  readonly store: GraphStore;
  /** Host name or address that the server listens on. */
  readonly host: string;
  /** Folder of the built page. */
  readonly appDir: string;
  readonly clock: Clock;
  /** The time of day that judgements and frozen results get. */
  readonly now: () => Date;
  readonly judging: JudgingOptions;
  /** Version of the program, which frozen results name. */
  readonly version: string;
  /** Makes the page as one file; null: it is not made. */
  readonly pageFile: PageFile | null;
  /** Told of every failure that is the program's or the graph's own. */
  readonly report: (error: unknown) => void;
}

/** Everything that is read from one store. */
function readingRoutes(store: GraphStore, revision: Revision, pageFile: PageFile | null, onError: ErrorHandler): Hono {
  const nodes = new Nodes(store, revision);
  return new Hono()
    .onError(onError)
    .route('/', overviewRoutes(store, new Overview(store, revision), nodes))
    .route('/', searchRoutes(new EntitySearch(store, revision, nodes)))
    .route('/', entityRoutes(store))
    .route('/', neighbourRoutes(store, nodes))
    .route('/', evidenceRoutes(store))
    .route('/', historyRoutes(store))
    .route('/', pairRoutes(store))
    .route('/', pathRoutes(store, nodes))
    .route('/', queryRoutes(store))
    .route('/', traitRoutes(store, nodes))
    .route('/', fileRoutes(store, pageFile));
}

export interface App {
  readonly fetch: Hono['fetch'];
  readonly routes: Hono['routes'];
  /** Ends what the app opened itself; the store stays open. */
  close(): Promise<void>;
}

/** Everything that the server answers, as one request handler. */
export function createApp({ store, host, appDir, clock, now, judging, version, pageFile, report }: AppOptions): App {
  const onError: ErrorHandler = (error, context) => {
    const { status, body, unforeseen } = failedAnswer(error);
    if (unforeseen) report(error);
    if (status === 405) context.header('Allow', 'GET, HEAD');
    // The rest of the body is not read, so nothing else can come over this connection.
    if (status === 413) context.header('Connection', 'close');
    return context.json(body, status);
  };
  const revision = new Revision(store, clock);
  const pasts = new PastGraphs(store, () => revision.current());

  const api = new Hono();
  api.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  const pastRoutes = (past: GraphStore): Hono =>
    new Hono()
      .notFound((context) =>
        onError(
          new RequestError(404, 'no-such-path', `${context.req.path} is not answered as of a date: leave "asOf" out.`),
          context,
        ),
      )
      .route('/api', readingRoutes(past, new Revision(past, clock), pageFile, onError));
  api.use(asOfRoutes(pasts, pastRoutes));
  api.route('/', openApiRoutes());
  api.route('/', readingRoutes(store, revision, pageFile, onError));
  api.route('/', freezeRoutes({ store, now, program: version }));
  const candidates = new CandidateQueue(store, revision, clock, report);
  const state = curationState(host, judging);
  api.route('/', curationRoutes({ store, revision, candidates, state, now }));
  api.route('/', viewRoutes({ store, state, now }));

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
  app.onError(onError);
  return { fetch: app.fetch, routes: app.routes, close: () => pasts.close() };
}
