/**
 * The process that holds the database: it opens it, answers requests in the order that they end, and dies when its
 * parent does, when it is killed, or when running reads take more memory than they may. Started by engine.ts only.
 */
import { Database, type Opened } from './database.ts';
import { queryFailure } from './errors.ts';
import { type EngineSettings, isRequest, NO_ROWS, type Notice, type Reply, type Request } from './protocol.ts';

const MEMORY_POLL_MS = 25;
const MEBIBYTE = 1024 * 1024;

const send = (message: Reply | Notice, then?: () => void): void => {
  process.send?.(message, undefined, undefined, then);
};
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Reads that run now, and the memory that the process held when none ran. */
let reads = 0;
let restingBytes = process.memoryUsage.rss();

function watchMemory(queryMegabytes: number): void {
  setInterval(() => {
    const used = process.memoryUsage.rss();
    if (reads === 0) {
      restingBytes = used;
    } else if (used - restingBytes > queryMegabytes * MEBIBYTE) {
      send({ kind: 'memory', megabytes: Math.round(used / MEBIBYTE) }, die);
    }
  }, MEMORY_POLL_MS).unref();
}

async function answer(database: Database, request: Request): Promise<Reply> {
  const { id } = request;
  try {
    switch (request.op) {
      case 'read': {
        reads++;
        try {
          const table = await database.read(request.cypher, request.parameters, request.maxRows);
          return { kind: 'result', id, table };
        } finally {
          reads--;
        }
      }
      case 'run':
        return { kind: 'result', id, table: await database.run(request.cypher, request.parameters) };
      case 'structure':
        return { kind: 'result', id, table: await database.structure() };
      case 'create-structure':
        await database.createStructure();
        break;
      case 'begin':
        database.begin();
        break;
      case 'commit':
        await database.commit(request.count);
        break;
      case 'rollback':
        database.rollback();
        break;
      case 'checkpoint':
        database.checkpoint();
        break;
      case 'close':
        database.close();
        break;
    }
    return { kind: 'result', id, table: NO_ROWS };
  } catch (error) {
    return { kind: 'error', id, failure: queryFailure(error) };
  }
}

async function respond(database: Database, request: Request): Promise<void> {
  const reply = await answer(database, request);
  send(reply, request.op === 'close' ? () => process.exit(0) : undefined);
}

async function main(settings: EngineSettings): Promise<void> {
  // The terminal sends Ctrl-C to the whole group; the parent decides what it means.
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  // A query that still runs would hold an orderly exit, and the lock with it; the files survive a kill.
  process.on('disconnect', die);

  const opened: Opened = await Database.open(settings);
  if ('failure' in opened) {
    send({ kind: 'refused', failure: opened.failure }, () => process.exit(0));
    return;
  }
  const { database } = opened;
  watchMemory(settings.queryMegabytes);
  process.on('message', (message: unknown) => {
    if (!isRequest(message)) return;
    void respond(database, message);
  });
  send({ kind: 'ready', commits: opened.commits });
}

const settings: EngineSettings = JSON.parse(process.argv[2] ?? '{}');
await main(settings);
