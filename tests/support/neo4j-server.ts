/**
 * A real Neo4j of the test's own: started from the jars that scripts/fetch-neo4j.sh brings, on a free loopback port,
 * with an empty database in a temporary folder, and stopped by its process id.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';

const LIB = fileURLToPath(new URL('../../.cache/neo4j-5.26.10/lib', import.meta.url));
const PASSWORD = 'only-for-this-test';
const START_PATIENCE_MS = 100_000;

export interface Neo4jServer {
  /** `bolt://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  readonly password: string;
  /** A path in its temporary folder that nothing uses yet. */
  readonly scratch: string;
  stop(): Promise<void>;
}

/** Why no server can be started here, or null. Where CI is set that is an error, because CI must run these tests. */
export function reasonWithoutNeo4j(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(java.stderr ?? '')?.[1];
  let reason: string | null = null;
  if (Number(version ?? 0) < 17) reason = 'needs Java 17 or later (Debian: openjdk-17-jre-headless)';
  else if (!existsSync(join(LIB, '..', 'complete'))) reason = 'needs the server: npm run fetch:neo4j (Maven, 129 MB)';
  if (reason !== null && process.env['CI'] !== undefined) throw new Error(`Neo4j cannot be tested: it ${reason}`);
  return reason;
}

/** @param before is run on the server's home, which is configured and has no database yet */
export async function startNeo4j(before: (home: string) => void = () => {}): Promise<Neo4jServer> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'bulletin-graph-neo4j-'));
  mkdirSync(join(home, 'conf'));
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port));
  before(home);
  const server = spawn(
    'java',
    [
      '-Xmx512m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '-cp',
      [join(LIB, '*')].join(delimiter),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { stdio: 'ignore' },
  );
  const stop = async (): Promise<void> => {
    await ended(server);
    rmSync(home, { recursive: true, force: true });
  };
  const url = `bolt://127.0.0.1:${port}`;
  try {
    await setPassword(url, server);
  } catch (error) {
    const log = join(home, 'logs', 'neo4j.log');
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : 'no log';
    await stop();
    throw new Error(`Neo4j did not start: ${said}`, { cause: error });
  }
  return { url, port, password: PASSWORD, scratch: join(home, 'scratch'), stop };
}

/** Runs the server's own `neo4j-admin` on a home that no server uses, in `folder`. */
export function neo4jAdmin(home: string, folder: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-Xmx512m', '-XX:+UseSerialGC', '-cp', [join(LIB, '*')].join(delimiter), 'org.neo4j.cli.AdminTool', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf'), HEAP_SIZE: '512m' },
    },
  );
  if (status !== 0) throw new Error(`neo4j-admin ended with code ${status}:\n${stdout}\n${stderr}`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const configuration = (port: number): string => `
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
`;

/** Waits for bolt, and trades the first password for the test's own. */
async function setPassword(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', 'neo4j'));
    const session = driver.session({ database: 'system' });
    try {
      await session.run('ALTER CURRENT USER SET PASSWORD FROM $old TO $new', { old: 'neo4j', new: PASSWORD });
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > end) throw error;
      await sleep(500);
    } finally {
      await session.close();
      await driver.close();
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((exited) => server.once('exit', exited));
  server.kill('SIGTERM');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 20_000);
  await exit;
  clearTimeout(impatience);
}
