/**
 * The Grafeo database of one store, as the child process sees it: opening with every check that the engine does not
 * make itself, reads that can never write, and one write transaction at a time whose commit carries the commit counter.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
import { otherSchema } from '../other-schema.ts';
import { CONSTRAINT_STATEMENTS, indexStatement, SCHEMA_VERSION, STRUCTURE } from '../schema.ts';
import type { Parameters, Table, Value } from '../store.ts';
import { COUNTER_FILE, readCommitCount, writeCommitCount } from './commit-counter.ts';
import { isLocked, queryFailure } from './errors.ts';
import type { EngineSettings, Failure } from './protocol.ts';
import { plainTable } from './values.ts';

const DATABASE_FILE = 'graph.grafeo';
const OWNER_FILE = 'owner.txt';
/** A process that was killed a moment ago may still hold the lock. */
const LOCK_PATIENCE_MS = 1500;
const CHECKPOINT = { intervalMs: 60_000, walBytes: 64 * 1024 * 1024 };

export type Opened = { readonly database: Database; readonly commits: number } | { readonly failure: Failure };

export class Database {
  readonly #db: GrafeoDB;
  readonly #directory: string;
  #transaction: Transaction | null = null;

  private constructor(db: GrafeoDB, directory: string) {
    this.#db = db;
    this.#directory = directory;
  }

  static async open({ directory, create, anySchema }: EngineSettings): Promise<Opened> {
    const refusal = refusalBeforeOpening(directory, create);
    if (refusal !== null) return { failure: refusal };
    const isNew = !existsSync(join(directory, DATABASE_FILE));
    const db = await openWaiting(directory);
    if ('reason' in db) return { failure: db };
    const database = new Database(db, directory);
    try {
      const { commits, schema } = await database.#bookkeeping();
      const damage = await database.#missingCommits(commits);
      if (damage !== null) {
        db.close();
        return { failure: damage };
      }
      if (commits > 0 && schema !== SCHEMA_VERSION && !anySchema) {
        db.close();
        return { failure: { reason: 'other-schema', message: otherSchema(directory, schema) } };
      }
      db.setCheckpointTriggers(CHECKPOINT);
      writeFileSync(join(directory, OWNER_FILE), `${process.ppid}\n`);
      if (commits > 0) return { database, commits };
      await database.#found();
      if (isNew) db.walCheckpoint();
      return { database, commits: 1 };
    } catch (error) {
      return { failure: damaged(directory, queryFailure(error).message) };
    }
  }

  /** Runs a query whose effects, had it any, are always rolled back. */
  async read(cypher: string, parameters: Parameters, maxRows: number): Promise<Table> {
    const transaction = this.#db.beginTransaction();
    try {
      return plainTable(await transaction.executeCypher(cypher, parameters), maxRows);
    } finally {
      transaction.rollback();
    }
  }

  begin(): void {
    this.#transaction = this.#db.beginTransaction();
  }

  async run(cypher: string, parameters: Parameters): Promise<Table> {
    return plainTable(await this.#open().executeCypher(cypher, parameters), Number.MAX_SAFE_INTEGER);
  }

  /** Commits with `count` as the commit counter, first inside, then outside. */
  async commit(count: number): Promise<void> {
    const transaction = this.#open();
    await transaction.executeCypher("MATCH (s:Store {id: 'store'}) SET s.commits = $count", { count });
    transaction.commit();
    this.#transaction = null;
    try {
      writeCommitCount(this.#directory, count);
    } catch (error) {
      // The commit stands; an outer count that lags is no damage, and a disk that is full fails the next commit.
      process.stderr.write(`${String(error)}\n`);
    }
  }

  rollback(): void {
    this.#transaction?.rollback();
    this.#transaction = null;
  }

  checkpoint(): void {
    this.#db.walCheckpoint();
  }

  /** The constraints and indexes that are there, one a row. */
  async structure(): Promise<Table> {
    const rows: Value[][] = [];
    for (const kind of ['constraint', 'index'] as const) {
      const shown = plainTable(
        await this.#db.executeCypher(kind === 'index' ? 'SHOW INDEXES' : 'SHOW CONSTRAINTS'),
        Number.MAX_SAFE_INTEGER,
      );
      const label = shown.columns.indexOf('label');
      const property = shown.columns.findIndex((column) => column === 'property' || column === 'properties');
      for (const row of shown.rows) rows.push([kind, row[label] ?? null, row[property] ?? null]);
    }
    return { columns: ['kind', 'label', 'property'], rows, truncated: false };
  }

  /** Makes the constraints and indexes that are missing; no write transaction is open. */
  async createStructure(): Promise<void> {
    for (const statement of CONSTRAINT_STATEMENTS) await this.#db.executeCypher(statement);
    // A unique constraint alone is checked by a scan here: each needs its index.
    for (const index of STRUCTURE.indexes) await this.#db.executeCypher(indexStatement(index));
  }

  close(): void {
    this.#db.close();
  }

  #open(): Transaction {
    if (this.#transaction === null) throw new Error('no write transaction is open');
    return this.#transaction;
  }

  /** What the Store node says; no commits where there is none. */
  async #bookkeeping(): Promise<{ readonly commits: number; readonly schema: number | null }> {
    const result = await this.#db.executeCypher(
      "MATCH (s:Store {id: 'store'}) RETURN s.commits AS commits, s.schema AS schema",
    );
    const [commits, schema] = plainTable(result, 1).rows[0] ?? [];
    return {
      commits: typeof commits === 'number' ? commits : 0,
      schema: typeof schema === 'number' ? schema : null,
    };
  }

  async #missingCommits(inside: number): Promise<Failure | null> {
    const outside = readCommitCount(this.#directory);
    if (outside === null || inside >= outside) return null;
    return {
      reason: 'damaged',
      message:
        `The store ${this.#directory} has lost commits: ${outside} were made, ${inside} are there. Its write-ahead log ` +
        `(${DATABASE_FILE}.wal) was cut, deleted, or lost with the machine's power, or an older copy was put back. ` +
        `Put the missing files back; or, to go on with what is there, delete ${join(this.#directory, COUNTER_FILE)} and ingest again.`,
    };
  }

  /** Makes an empty database a store. */
  async #found(): Promise<void> {
    await this.createStructure();
    await this.#db.executeCypher("CREATE (:Store {id: 'store', commits: 1, schema: $schema})", {
      schema: SCHEMA_VERSION,
    });
    writeCommitCount(this.#directory, 1);
  }
}

function damaged(directory: string, engineSays: string): Failure {
  return {
    reason: 'damaged',
    message:
      `The store ${directory} cannot be read: ${engineSays}. ` +
      'Put back a copy of the folder, or move it away and ingest the bulletins again.',
  };
}

/** The engine would create an empty database on a missing path, and over a missing file: both are caught before. */
function refusalBeforeOpening(directory: string, create: boolean): Failure | null {
  const file = join(directory, DATABASE_FILE);
  if (existsSync(directory) && !statSync(directory).isDirectory()) {
    return { reason: 'invalid-url', message: `${directory} is a file; a store is a folder. Give another --store.` };
  }
  if (existsSync(file)) return null;
  if (existsSync(join(directory, COUNTER_FILE)) || existsSync(`${file}.wal`)) {
    return damaged(directory, `its file ${DATABASE_FILE} is missing`);
  }
  if (!create) {
    return {
      reason: 'missing',
      message: `There is no store at ${directory}. Make one with: bulletin-graph ingest PATH --store file:${directory}`,
    };
  }
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: 'failed', message: `The store ${directory} cannot be created: ${why}. Give another --store.` };
  }
  return null;
}

async function openWaiting(directory: string): Promise<GrafeoDB | Failure> {
  const path = join(directory, DATABASE_FILE);
  const end = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
    } catch (error) {
      if (!isLocked(error)) return damaged(directory, queryFailure(error).message);
      if (Date.now() > end) return locked(directory);
    }
    await sleep(100);
  }
}

function locked(directory: string): Failure {
  const owner = join(directory, OWNER_FILE);
  const holder = existsSync(owner) ? ` (process ${readFileSync(owner, 'utf8').trim()})` : '';
  return {
    reason: 'locked',
    message:
      `The store ${directory} is in use by another process${holder}, for example bulletin-graph serve or ingest. ` +
      'Stop it, or give another --store; the embedded store serves one process at a time.',
  };
}
