/**
 * Kills the built command `ingest` at random moments, over and over, until it has been killed as often as asked; looks after
 * each kill whether what was acknowledged is in the store, lets the last run come to its end, and compares the store with
 * one that was never disturbed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { examine } from '../../graph/doctor/doctor.ts';
import { exportLines } from '../../graph/export.ts';
import { openStore } from '../../graph/open.ts';
import { type GraphStore, StoreError } from '../../graph/store.ts';
import { seededRandom } from './random.ts';
import { variedBulletins } from './varied-bulletins.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** A database process whose parent was killed may hold the files a moment longer. */
const LOCK_PATIENCE_MS = 30_000;
/** Bulletins of one commit of `ingest`. */
const BATCH = 100;

export interface SoakOptions {
  /** An empty folder for the input and both stores. */
  readonly folder: string;
  readonly bulletins: number;
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: (kill: Kill) => void;
}

interface Kill {
  readonly number: number;
  /** Milliseconds after the command was started. */
  readonly afterMs: number;
  /** Whether the database's process was killed with it, or left to find out. */
  readonly wholeGroup: boolean;
  /** Bulletins that had been acknowledged, by all runs. */
  readonly acknowledged: number;
  /** Bulletins in the store. */
  readonly stored: number;
  /** Ids that were acknowledged and are not there. */
  readonly lost: readonly string[];
}

export interface SoakResult {
  readonly kills: readonly Kill[];
  /** Whether the last run ended well and acknowledged every bulletin. */
  readonly isComplete: boolean;
  /** Whether the export is that of the undisturbed store, times of ingestion aside. */
  readonly isSame: boolean;
  /** What the doctor finds in the end. */
  readonly problems: readonly string[];
  readonly statements: number;
}

const Line = z.object({ id: z.string(), outcome: z.enum(['written', 'unchanged']) });

export async function soak({ folder, bulletins, kills, seed, onKill }: SoakOptions): Promise<SoakResult> {
  const input = join(folder, 'bulletins.ndjson');
  writeFileSync(input, `${variedBulletins(bulletins).join('\n')}\n`);
  const control = new Run(input, `file:${join(folder, 'undisturbed')}`);
  await control.end();
  const acknowledged = new Set<string>();
  const random = seededRandom(seed);
  const url = `file:${join(folder, 'killed')}`;
  const done: Kill[] = [];
  let { firstMs } = control;
  while (done.length < kills) {
    const left = Math.ceil((bulletins - acknowledged.size) / BATCH) - 1;
    // Spread over the whole ingest: as many batches come through between two kills as are left for each.
    const batches = Math.min(left, Math.floor(random() * 2 * (left / (kills - done.length)) + 0.5));
    const run = new Run(input, url);
    await run.newBatches(batches, Number.POSITIVE_INFINITY);
    // A start takes longer than a batch and writes nothing for most of it: half of the kills come towards its end.
    const start = random() < 0.5 ? random() : 0.8 + 0.2 * random();
    const patience = batches === 0 ? start * firstMs : random() * control.batchMs;
    // The machine may have become faster: one more batch is enough, and the last one is never waited for.
    await run.newBatches(batches + 1, left === 0 ? 0.8 * patience : patience);
    if (run.firstMs > 0) firstMs = Math.min(firstMs, run.firstMs);
    if (run.hasEnded) throw new Error(`The ingest ended before kill ${done.length + 1} of ${kills}.`);
    const wholeGroup = random() < 0.5;
    const afterMs = await run.kill(wholeGroup);
    for (const id of run.acknowledged) acknowledged.add(id);
    const stored = await idsIn(url);
    const kill: Kill = {
      number: done.length + 1,
      afterMs: Math.round(afterMs),
      wholeGroup,
      acknowledged: acknowledged.size,
      stored: stored.size,
      lost: [...acknowledged].filter((id) => !stored.has(id)),
    };
    done.push(kill);
    onKill?.(kill);
  }
  const last = new Run(input, url);
  const code = await last.end();
  const [killed, undisturbed] = [await graphOf(url), await graphOf(`file:${join(folder, 'undisturbed')}`)];
  return {
    kills: done,
    isComplete: code === 0 && last.acknowledged.size === bulletins,
    isSame: killed.graph === undisturbed.graph,
    problems: killed.problems,
    statements: killed.graph.split('\n').filter((line) => line.includes('"kind":"statement"')).length,
  };
}

class Run {
  readonly #child: ChildProcess;
  readonly #started = performance.now();
  readonly #ended: Promise<number | null>;
  readonly acknowledged = new Set<string>();
  /** When each batch that this run wrote was acknowledged. */
  readonly #batches: number[] = [];
  #stderr = '';
  #written = 0;
  hasEnded = false;

  constructor(input: string, url: string) {
    this.#child = spawn(process.execPath, [MAIN, 'ingest', input, '--json', '--jobs', '1', '--store', url], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      // A line that a kill cut off acknowledges nothing.
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#acknowledge(Line.parse(JSON.parse(line)));
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        this.hasEnded = true;
        resolve(code);
      });
    });
  }

  /** Milliseconds to the first acknowledged batch. */
  get firstMs(): number {
    return this.#batches[0] ?? 0;
  }

  /** Milliseconds from one acknowledged batch to the next. */
  get batchMs(): number {
    return ((this.#batches.at(-1) ?? 0) - this.firstMs) / Math.max(1, this.#batches.length - 1);
  }

  #acknowledge({ id, outcome }: z.infer<typeof Line>): void {
    this.acknowledged.add(id);
    if (outcome === 'written' && ++this.#written % BATCH === 0) this.#batches.push(performance.now() - this.#started);
  }

  async end(): Promise<number | null> {
    const code = await this.#ended;
    if (code !== 0) throw new Error(`ingest ended with code ${code}: ${this.#stderr}`);
    return code;
  }

  /** Resolves when this run has written so many batches, has ended, or the time is over. */
  async newBatches(count: number, patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs;
    while (this.#batches.length < count && !this.hasEnded && performance.now() < end) await sleep(2);
  }

  /** Kills the command at once; gives how long it had run. */
  async kill(wholeGroup: boolean): Promise<number> {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('ingest did not start');
    const ran = performance.now() - this.#started;
    process.kill(wholeGroup ? -pid : pid, 'SIGKILL');
    await this.#ended;
    return ran;
  }
}

/** Opens the store; null where the kill came before there was one. */
async function openPatiently(url: string): Promise<GraphStore | null> {
  const end = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await openStore(url);
    } catch (error) {
      if (error instanceof StoreError && error.reason === 'missing') return null;
      const isLocked = error instanceof StoreError && error.reason === 'locked';
      if (!isLocked || performance.now() > end) throw error;
    }
  }
}

async function idsIn(url: string): Promise<Set<string>> {
  const store = await openPatiently(url);
  if (store === null) return new Set();
  try {
    const { rows } = await store.read('MATCH (b:Bulletin) RETURN b.id AS id', {}, { maxRows: 1_000_000 });
    return new Set(rows.flatMap(([id]) => (typeof id === 'string' ? [id] : [])));
  } finally {
    await store.close();
  }
}

async function graphOf(url: string): Promise<{ graph: string; problems: string[] }> {
  const store = await openPatiently(url);
  if (store === null) throw new Error(`${url} is not there.`);
  try {
    const lines: string[] = [];
    for await (const line of exportLines(store)) lines.push(line.replace(/"ingestedAt":"[^"]*"/, '"ingestedAt":""'));
    const { problems } = await examine(store);
    return { graph: lines.join('\n'), problems: problems.map(({ kind, count }) => `${count} ${kind}`) };
  } finally {
    await store.close();
  }
}
