/**
 * The viewer's HTTP server: the page and what it asks for, from one store. It writes judgements only, answers this machine
 * only unless told otherwise, and leaves the store open for its owner to close.
 */
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { GraphStore } from '../../graph/store.ts';
import { createApp } from './app.ts';
import { ListenError } from './listen-error.ts';
import type { PageFile } from './routes/file.ts';

export interface ServerOptions {
  readonly store: GraphStore;
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Folder of the built page. */
  readonly appDir: string;
  /** Nobody judges through this server. Default false. */
  readonly readOnly?: boolean;
  /** Whether judgements are taken although `host` lets other machines in. Default false. */
  readonly allowJudging?: boolean;
  /** Version of the program, which frozen results name; default: unknown. */
  readonly version?: string;
  /** The time of day that judgements and frozen results get; default: this machine's. */
  readonly now?: () => Date;
  /** Makes the page as one file; default: it is not made. */
  readonly pageFile?: PageFile;
  /** Told of every failure that is the program's or the graph's own; default: one line on stderr. */
  readonly report?: (error: unknown) => void;
}

export interface RunningServer {
  /** Address to open, with the port that was taken. */
  readonly url: string;
  /** Stops listening and ends open connections. The store stays open. */
  close(): Promise<void>;
}

/**
 * Starts the server and resolves once it accepts connections.
 * @throws ListenError
 */
export async function startServer({
  store,
  port,
  host = '127.0.0.1',
  appDir,
  readOnly = false,
  allowJudging = false,
  version = 'unknown',
  now = () => new Date(),
  pageFile,
  report = reportOnStderr,
}: ServerOptions): Promise<RunningServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ListenError('bad-port', `Port ${port} is not a whole number from 0 to 65535; 0 takes a free one.`);
  }
  const judging = { readOnly, allowJudging };
  const app = createApp({
    store,
    host,
    appDir,
    clock: () => performance.now(),
    now,
    judging,
    version,
    pageFile: pageFile ?? null,
    report,
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  const taken = await listen(server, host, port);
  return {
    url: `http://${urlHost(host)}:${taken.port}/`,
    close: async () => {
      await close(server);
      await app.close();
    },
  };
}

function listen(server: ServerType, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new ListenError('failed', `The server listens on ${String(address)}, not on a port.`));
      } else {
        resolve(address);
      }
    });
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): ListenError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ListenError(
        'port-taken',
        `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port with --port ` +
          `(--port 0 takes a free one).`,
        { cause: error },
      );
    case 'EACCES':
      return new ListenError(
        'port-forbidden',
        `Port ${port} on ${host} may not be used by this user. Choose a port above 1023 with --port.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(
        'bad-host',
        `"${host}" is not an address of this machine. Leave --host out to serve this machine only.`,
        { cause: error },
      );
    case undefined:
    default:
      return new ListenError('failed', `The server could not listen on ${host}:${port}: ${error.message}`, {
        cause: error,
      });
  }
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** A host as it stands in a URL: IPv6 in brackets, "every address" as this machine. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function reportOnStderr(error: unknown): void {
  process.stderr.write(`viewer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
