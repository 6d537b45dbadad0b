/**
 * The Neo4j store: GraphStore over neo4j-driver. Reads run in READ access mode, where the server itself refuses to
 * write; writes take turns by locking the Store node, as the embedded store's do. Constraints are made before the first.
 */
import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import type { OpenOptions } from '../open.ts';
import { refuseWriting } from '../cypher/read-only.ts';
import { otherSchema } from '../other-schema.ts';
import { CONSTRAINT_STATEMENTS, INDEXES, indexStatement, type PropertyIndex, SCHEMA_VERSION } from '../schema.ts';
import {
  DEFAULT_LIMITS,
  type GraphStore,
  type Limits,
  type Parameters,
  StoreError,
  type Structure,
  type Table,
  type Value,
  type WriteTransaction,
} from '../store.ts';
import { storeError, unsupportedServer } from './errors.ts';
import { driverParameters, plainValue } from './values.ts';

const CONNECTION_TIMEOUT_MS = 10_000;
const RETRY_TIME_MS = 15_000;
const OLDEST_SERVER = 5;
const FETCH_SIZE = 1000;

export class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j';
  readonly url: string;
  readonly #driver: Driver;
  #schema: Promise<void> | null = null;

  private constructor(url: string, driver: Driver) {
    this.url = url;
    this.#driver = driver;
  }

  /** Connects; StoreError of cause `unreachable`, `unauthorized`, `unsupported-server`, `other-schema` or `invalid-url`. */
  static async open(url: string, options: OpenOptions): Promise<Neo4jStore> {
    const { address, username, password } = splitUrl(url, options);
    const auth = password === undefined ? undefined : neo4j.auth.basic(username, password);
    let driver: Driver;
    try {
      driver = neo4j.driver(address, auth, {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        connectionAcquisitionTimeout: 2 * CONNECTION_TIMEOUT_MS,
        maxTransactionRetryTime: RETRY_TIME_MS,
        fetchSize: FETCH_SIZE,
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new StoreError('invalid-url', `"${address}" is not an address of a Neo4j server: ${why}.`, {
        cause: error,
      });
    }
    try {
      const { agent = '' } = await driver.getServerInfo();
      const version = /^Neo4j\/(\d+)/.exec(agent)?.[1];
      if (Number(version ?? 0) < OLDEST_SERVER) throw unsupportedServer(address, agent);
      const store = new Neo4jStore(address, driver);
      if (options.anySchema !== true) await store.#refuseOtherSchema();
      return store;
    } catch (error) {
      await driver.close();
      throw storeError(error, address);
    }
  }

  async read(cypher: string, parameters: Parameters = {}, limits: Limits = {}): Promise<Table> {
    refuseWriting(cypher);
    const { timeoutMs, maxRows } = { ...DEFAULT_LIMITS, ...limits };
    const { signal } = limits;
    if (signal?.aborted) throw stoppedError();
    const session = this.#driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize: Math.min(FETCH_SIZE, maxRows + 1),
    });
    // Closing resets the connection, on which the server ends what runs there.
    let closing: Promise<void> | null = null;
    const stop = (): void => {
      closing ??= session.close();
      closing.catch(() => undefined);
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await session.executeRead((transaction) => fetch(transaction, cypher, parameters, maxRows), {
        timeout: timeoutMs,
      });
    } catch (error) {
      throw signal?.aborted ? stoppedError() : storeError(error, this.url);
    } finally {
      signal?.removeEventListener('abort', stop);
      await (closing ?? session.close());
    }
  }

  async write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.WRITE });
    try {
      await this.#ensureSchema();
      return await session.executeWrite(async (transaction) => {
        await transaction.run(
          `MERGE (s:Store {id: 'store'}) ON CREATE SET s.schema = ${SCHEMA_VERSION}
           SET s.commits = coalesce(s.commits, 0) + 1`,
        );
        return work({
          run: (cypher, parameters = {}) => fetch(transaction, cypher, parameters, Number.MAX_SAFE_INTEGER),
        });
      });
    } catch (error) {
      throw error instanceof StoreError || !isDriverError(error) ? error : storeError(error, this.url);
    } finally {
      await session.close();
    }
  }

  async structure(): Promise<Structure> {
    const constraints = await this.read(CONSTRAINTS);
    const indexes = await this.read(ONLINE_INDEXES);
    return { constraints: propertiesOf(constraints), indexes: propertiesOf(indexes) };
  }

  async createStructure(): Promise<void> {
    try {
      await this.#createSchema();
    } catch (error) {
      throw storeError(error, this.url);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #refuseOtherSchema(): Promise<void> {
    const { rows } = await this.read("MATCH (s:Store {id: 'store'}) RETURN s.schema AS schema");
    if (rows.length === 0) return;
    const schema = rows[0]?.[0] ?? null;
    if (schema === SCHEMA_VERSION) return;
    throw new StoreError('other-schema', otherSchema(this.url, typeof schema === 'number' ? schema : null));
  }

  /** Once for each store that is opened; the statements do nothing where the constraints are there. */
  async #ensureSchema(): Promise<void> {
    this.#schema ??= this.#createSchema();
    try {
      await this.#schema;
    } catch (error) {
      this.#schema = null;
      throw error;
    }
  }

  async #createSchema(): Promise<void> {
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.WRITE });
    try {
      for (const statement of [...CONSTRAINT_STATEMENTS, ...INDEXES.map(indexStatement)]) {
        await session.executeWrite((transaction) => transaction.run(statement));
      }
    } finally {
      await session.close();
    }
  }
}

const CONSTRAINTS = `
  SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties
  WHERE type CONTAINS 'UNIQUENESS' AND entityType = 'NODE' AND size(properties) = 1
  RETURN labelsOrTypes[0] AS label, properties[0] AS property`;
/** Those that are being filled count as there. */
const ONLINE_INDEXES = `
  SHOW INDEXES YIELD type, state, entityType, labelsOrTypes, properties
  WHERE type = 'RANGE' AND state <> 'FAILED' AND entityType = 'NODE' AND size(properties) = 1
  RETURN labelsOrTypes[0] AS label, properties[0] AS property`;

function propertiesOf({ rows }: Table): PropertyIndex[] {
  return rows.flatMap(([label, property]) =>
    typeof label === 'string' && typeof property === 'string' ? [{ label, property }] : [],
  );
}

const stoppedError = (): StoreError => new StoreError('stopped', 'The query was stopped by whoever asked it.');

const isDriverError = (error: unknown): boolean => error instanceof Error && error.name === 'Neo4jError';

/** Pulls one row more than asked for, at most, to know whether there are more. */
async function fetch(
  transaction: ManagedTransaction,
  cypher: string,
  parameters: Parameters,
  maxRows: number,
): Promise<Table> {
  const result = transaction.run(cypher, driverParameters(parameters));
  const columns = await result.keys();
  const rows: Value[][] = [];
  for await (const record of result) {
    if (rows.length === maxRows) return { columns, rows, truncated: true };
    rows.push(columns.map((column) => plainValue(record.get(column))));
  }
  return { columns, rows, truncated: false };
}

/** The address without credentials, which may stand in the URL or in the options. */
function splitUrl(
  url: string,
  options: OpenOptions,
): { address: string; username: string; password: string | undefined } {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new StoreError('invalid-url', `"${url}" is not an address of a Neo4j server. Write neo4j://HOST:7687.`, {
      cause,
    });
  }
  const username = options.username ?? (decodeURIComponent(parsed.username) || 'neo4j');
  const password = options.password ?? (decodeURIComponent(parsed.password) || undefined);
  parsed.username = '';
  parsed.password = '';
  return { address: parsed.href.replace(/\/$/, ''), username, password };
}
