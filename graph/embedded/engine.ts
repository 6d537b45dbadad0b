/**
 * The child process that holds the database, seen from the parent: started when first needed and again after it died,
 * killed on demand. Every request that a death leaves unanswered fails with {@link EngineDied}; nothing is retried here.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StoreError, type Table } from '../store.ts';
import { type EngineSettings, isFromChild, type Notice, type Operation, type Reply } from './protocol.ts';

/** Why the child is gone: killed by us over a read's time, over memory, or by something else. */
export type Death = 'timeout' | 'memory' | 'crash';

export class EngineDied extends Error {
  override readonly name = 'EngineDied';
  readonly death: Death;

  constructor(death: Death, message: string) {
    super(message);
    this.death = death;
  }
}

interface Pending {
  readonly resolve: (table: Table) => void;
  readonly reject: (error: Error) => void;
}

/** Heap of the child's JavaScript side, which holds result rows only. */
const HEAP_MEGABYTES = 1024;
const THREADS = '8';
const STDERR_KEPT = 2000;

const IN_SOURCE = import.meta.url.endsWith('.ts');
const CHILD = fileURLToPath(new URL(IN_SOURCE ? './child.ts' : './child.js', import.meta.url));

/** From TypeScript sources (tests, development) the child needs the loader that the built package does without. */
function nodeArguments(): string[] {
  const heap = `--max-old-space-size=${HEAP_MEGABYTES}`;
  if (!IN_SOURCE) return [heap];
  return [heap, '--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}

export class Engine {
  readonly #settings: EngineSettings;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | null = null;
  #starting: Promise<number> | null = null;
  #exited: Promise<void> = Promise.resolve();
  #nextId = 1;
  #generation = 0;
  #death: Death = 'crash';
  #stderr = '';

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /** The process id of the child while it lives. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Changes with each child: a transaction belongs to the child that began it. */
  get generation(): number {
    return this.#generation;
  }

  /** Starts the child if none lives; gives the commit counter as it was when the living child opened the database. */
  start(): Promise<number> {
    this.#starting ??= this.#exited.then(() => this.#spawn());
    return this.#starting;
  }

  /** Asks the child that lives now, and only the one of `generation` where that is given. */
  send(operation: Operation, generation = this.#generation): Promise<Table> {
    const child = this.#child;
    if (child === null || generation !== this.#generation)
      return Promise.reject(new EngineDied(this.#death, 'the database process is gone'));
    const id = this.#nextId++;
    return new Promise<Table>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#holdOpen(child);
      child.send({ ...operation, id }, (error) => {
        if (error !== null && child.connected) this.#settle(id, (pending) => pending.reject(error));
      });
    });
  }

  /** Kills the child at once; the files survive it. */
  kill(death: Death): void {
    this.#death = death;
    this.#child?.kill('SIGKILL');
  }

  /** Resolves when the child that lived has left the files. */
  exited(): Promise<void> {
    // Whoever waits for the end must not have the program end first.
    if (this.#child !== null) this.#holdOpen(this.#child);
    return this.#exited;
  }

  #spawn(): Promise<number> {
    this.#death = 'crash';
    this.#stderr = '';
    this.#generation++;
    const child = fork(CHILD, [JSON.stringify(this.#settings)], {
      execArgv: nodeArguments(),
      env: { ...process.env, UV_THREADPOOL_SIZE: THREADS, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-STDERR_KEPT);
    });
    return new Promise<number>((resolve, reject) => {
      child.on('message', (message: unknown) => {
        if (!isFromChild(message)) return;
        if (message.kind === 'ready') {
          this.#letGo(child);
          resolve(message.commits);
        } else if (message.kind === 'refused') {
          reject(new StoreError(message.failure.reason, message.failure.message));
        } else {
          this.#receive(message);
        }
      });
      child.once('error', reject);
      this.#exited = new Promise((left) => {
        child.once('close', () => {
          reject(this.#obituary());
          this.#bury();
          left();
        });
      });
    });
  }

  #receive(message: Reply | Notice): void {
    if (message.kind === 'memory') {
      this.#death = 'memory';
    } else if (message.kind === 'result') {
      this.#settle(message.id, (pending) => pending.resolve(message.table));
    } else if (message.kind === 'error') {
      const { reason, message: text } = message.failure;
      this.#settle(message.id, (pending) => pending.reject(new StoreError(reason, text)));
    }
  }

  #settle(id: number, settle: (pending: Pending) => void): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    if (this.#pending.size === 0 && this.#child !== null) this.#letGo(this.#child);
    settle(pending);
  }

  #bury(): void {
    this.#child = null;
    this.#starting = null;
    const orphans = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of orphans) pending.reject(this.#obituary());
  }

  #obituary(): EngineDied {
    const last = this.#stderr.trim();
    return new EngineDied(this.#death, `the database process ended (${this.#death})${last === '' ? '' : `: ${last}`}`);
  }

  /** While nothing is asked, the child does not keep the program from ending. */
  #letGo(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    if (child.stderr instanceof Socket) child.stderr.unref();
  }

  #holdOpen(child: ChildProcess): void {
    child.ref();
    child.channel?.ref();
    if (child.stderr instanceof Socket) child.stderr.ref();
  }
}
