/** The store contract on a real Neo4j, and what only a server can do wrong: be down, refuse, be too old. */
import { createServer, type Server } from 'node:net';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { freePort, type Neo4jServer, reasonWithoutNeo4j, startNeo4j } from '../support/neo4j-server.ts';
import { doctorContract } from './doctor-contract.ts';
import { clear, exported, ingest, storeContract } from './store-contract.ts';
import { upkeepContract } from './upkeep-contract.ts';

describe('openStore with a Neo4j address', () => {
  it('says where nothing answers, and what to do', async () => {
    const url = `bolt://127.0.0.1:${await freePort()}`;
    await expect(openStore(url, { password: 'x' })).rejects.toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(new RegExp(`^Neo4j at ${url} does not answer .*Start it`)),
    });
    await expect(openStore(url.replace('bolt', 'neo4j'), { password: 'x' })).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  it('never shows the credentials that the address carries', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await expect(openStore(`neo4j://reader:secret@${address}`)).rejects.toMatchObject({
      message: expect.not.stringMatching(/secret|reader/),
    });
  });

  it('says of a server that speaks no protocol of the driver that it is not supported', async () => {
    // An old server answers the handshake with no version.
    const old = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(Buffer.alloc(4)));
    });
    await new Promise<void>((listening) => old.listen(0, '127.0.0.1', listening));
    const address = old.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await expect(openStore(`bolt://127.0.0.1:${port}`, { password: 'x' })).rejects.toMatchObject({
        reason: 'unsupported-server',
        message: expect.stringContaining('Neo4j 5 or later'),
      });
    } finally {
      old.close();
    }
  });
});

/** A server that speaks Bolt 4.4 as far as its name: handshake, then SUCCESS to whatever comes. */
function serverNamed(agent: string): Server {
  const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x80 + value.length]), Buffer.from(value)]);
  const success = Buffer.concat([
    Buffer.from([0xb1, 0x70, 0xa2]),
    ...['server', agent, 'connection_id', 'bolt-1'].map(text),
  ]);
  const chunk = Buffer.concat([Buffer.from([0, success.length]), success, Buffer.from([0, 0])]);
  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(Buffer.from([0, 0, 4, 4]));
      socket.on('data', () => socket.write(chunk));
    });
  });
}

const missing = reasonWithoutNeo4j();
describe('a server that names itself as an old one', () => {
  it('is refused by that name, with the version that is needed', async () => {
    const old = serverNamed('Neo4j/4.4.12');
    await new Promise<void>((listening) => old.listen(0, '127.0.0.1', listening));
    const address = old.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await expect(openStore(`bolt://127.0.0.1:${port}`, { password: 'x' })).rejects.toMatchObject({
        reason: 'unsupported-server',
        message: expect.stringMatching(/not supported: Neo4j\/4\.4\.12\. Bulletin Graph needs Neo4j 5 or later/),
      });
    } finally {
      old.close();
    }
  });
});

describe.skipIf(missing !== null)(`a Neo4j server${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: Neo4jServer;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(async () => {
    await server?.stop();
  });

  it('that refuses the password is told by cause, with what to set', async () => {
    await expect(openStore(server.url, { password: 'wrong' })).rejects.toMatchObject({
      reason: 'unauthorized',
      message: expect.stringContaining('NEO4J_PASSWORD'),
    });
    await expect(openStore(server.url)).rejects.toMatchObject({ reason: 'unauthorized' });
  });

  it('ends a query that was stopped', async () => {
    const store = await openStore(server.url, { password: server.password });
    const stop = new AbortController();
    const asked = store.read(
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS endless',
      {},
      {
        timeoutMs: 3_600_000,
        signal: stop.signal,
      },
    );
    const driver = neo4j.driver(server.url, neo4j.auth.basic('neo4j', server.password));
    const running = async (): Promise<number> => {
      const { records } = await driver.executeQuery(
        "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS 'endless' AND NOT currentQuery STARTS WITH 'SHOW' RETURN status",
      );
      return records.length;
    };
    await vi.waitFor(async () => expect(await running()).toBe(1), { timeout: 20_000, interval: 100 });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ reason: 'stopped' });
    await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 20_000, interval: 100 });
    await driver.close();
    await store.close();
  });

  it('is reached through a routing address, with credentials in it', async () => {
    const store = await openStore(`neo4j://neo4j:${server.password}@127.0.0.1:${server.port}`);
    expect(store.url).toBe(`neo4j://127.0.0.1:${server.port}`);
    expect((await store.read('RETURN 1 AS one')).rows).toEqual([[1]]);
    await store.close();
  });

  it('refuses by itself what would write and no clause shows', async () => {
    const store = await openStore(server.url, { password: server.password });
    await expect(store.read("CALL db.createLabel('Sneaked')")).rejects.toMatchObject({ reason: 'read-only' });
    await store.close();
  });

  it('is written to again, once, where it asks for that', async () => {
    const store = await openStore(server.url, { password: server.password });
    await clear(store);
    let attempts = 0;
    await store.write(async (transaction) => {
      await transaction.run("CREATE (:Event {id: 'once'})");
      const code = 'Neo.TransientError.Transaction.DeadlockDetected';
      if (++attempts === 1) throw new Neo4jError('deadlock', code, '50N05', 'deadlock detected');
    });
    expect(attempts).toBe(2);
    expect((await store.read('MATCH (v:Event) RETURN v.id AS id')).rows).toEqual([['once']]);
    await store.close();
  });

  it('holds the same graph as the embedded store, byte for byte', async () => {
    const embedded = await openStore(`file:${server.scratch}`, { create: true });
    const served = await openStore(server.url, { password: server.password });
    try {
      const exports = [];
      for (const store of [embedded, served]) {
        await clear(store);
        await ingest(store, SAME);
        exports.push(await exported(store));
      }
      expect(exports[0]?.split('\n').length).toBe(15);
      expect(exports[1]).toBe(exports[0]);
    } finally {
      await embedded.close();
      await served.close();
    }
  });

  doctorContract('the Neo4j store', {
    open: (options) => openStore(server.url, { password: server.password, ...options }),
    alter: async (_, statement) => {
      const driver = neo4j.driver(server.url, neo4j.auth.basic('neo4j', server.password));
      try {
        await driver.executeQuery(statement);
      } finally {
        await driver.close();
      }
    },
  });
  upkeepContract('the Neo4j store', () => openStore(server.url, { password: server.password }));
  storeContract('the Neo4j store', () => openStore(server.url, { password: server.password }), { histories: 15 });
});

const SAME = [
  {
    id: 'ä-1',
    source: null,
    claims: [
      {
        subject: 'Person:Wang Yi/王毅/Wang',
        predicate: 'MET',
        object: 'Person:Takeshi Iwaya',
        date: '2024-12-25',
        confidence: 1,
      },
      {
        subject: 'Japan',
        predicate: 'ACCUSED',
        object: 'North Korea',
        saidBy: 'Group:Tokyo officials',
        place: 'Place:Tōkyō',
      },
    ],
  },
  {
    id: 'Z-2',
    claims: [
      { subject: 'North Korea', predicate: 'DENIED', polarity: 'negated' as const },
      { subject: 'Person:Takeshi Iwaya', predicate: 'MET', object: 'Person:Wang Yi', date: '2024-12' },
    ],
  },
];
