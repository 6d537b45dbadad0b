/** The small graph behind a real viewer server, there for the tests of one file or describe block. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { GraphStore } from '../../graph/store.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import type { SmallStore } from '../support/small-store.ts';

export interface SmallServer {
  readonly url: string;
  readonly store: GraphStore;
  /** Errors that the server reported as its own faults. */
  readonly reported: readonly unknown[];
}

/**
 * Starts store and server before the tests of the block that calls it, and ends both after them. No test may make the
 * server report a fault of its own.
 */
export function smallServer(open: () => Promise<SmallStore>): SmallServer {
  const reported: unknown[] = [];
  let small: SmallStore | undefined;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    small = await open();
    const report = (error: unknown) => reported.push(error);
    server = await startServer({ store: small.store, port: 0, appDir: '/nowhere', report });
  });
  afterEach(() => expect(reported).toEqual([]));
  afterAll(async () => {
    await server?.close();
    await small?.close();
  });
  const running = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The small server runs during tests only.');
    return part;
  };
  return {
    get url() {
      return running(server).url;
    },
    get store() {
      return running(small).store;
    },
    reported,
  };
}
