/**
 * How far a long command is: a bar with rate and time left where a person watches, else a line every few seconds. All of
 * it on stderr.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { Presets, SingleBar } from 'cli-progress';
import { count, interactive, say } from './terminal.ts';

/** Milliseconds between two lines where there is no terminal. */
const LINE_INTERVAL = 5000;

/** `3 s`, `2 min 5 s`, `1 h 10 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** Seconds left, or null where the end is not known. */
export function secondsLeft(elapsedMs: number, done: number, total: number | null): number | null {
  if (total === null || done <= 0 || elapsedMs <= 0) return null;
  return (Math.max(0, total - done) / done) * (elapsedMs / 1000);
}

export class Progress {
  readonly #start = performance.now();
  /** In the unit that the work is measured in; null: unknown. */
  readonly #total: number | null;
  readonly #bar: SingleBar | null;
  readonly #unit: string;
  #lastLine = performance.now();

  /** @param unit what is counted, in the singular */
  constructor(total: number | null, unit = 'bulletin') {
    this.#unit = unit;
    this.#total = total === 0 ? null : total;
    this.#bar = interactive
      ? new SingleBar(
          {
            format: this.#total === null ? ' {made}, {rate}' : ' {bar} {percentage}%  {made}, {rate}, {left} left',
            hideCursor: true,
            clearOnComplete: true,
            stream: process.stderr,
            barsize: 28,
            gracefulExit: false,
          },
          Presets.shades_classic,
        )
      : null;
    this.#bar?.start(this.#total ?? 1, 0, { made: count(0, unit), rate: '', left: '?' });
  }

  /** @param done work done, in the total's unit; @param counted how many are done of what is counted */
  update(done: number, counted: number): void {
    const now = performance.now();
    const seconds = (now - this.#start) / 1000;
    const rate = `${(counted / Math.max(seconds, 0.001)).toFixed(counted / seconds < 10 ? 1 : 0)} a second`;
    const rest = secondsLeft(now - this.#start, done, this.#total);
    const left = rest === null ? '?' : duration(rest);
    const made = count(counted, this.#unit);
    if (this.#bar) {
      this.#bar.update(this.#total === null ? 0 : Math.min(done, this.#total), { made, rate, left });
    } else if (now - this.#lastLine >= LINE_INTERVAL) {
      this.#lastLine = now;
      say(`${made}, ${rate}${rest === null ? '' : `, ${left} left`}`);
    }
  }

  /** Writes lines (rejections, notes) without breaking the bar. */
  aside(write: () => void): void {
    if (this.#bar) process.stderr.write('\r\u001b[K');
    write();
    this.#bar?.render();
  }

  stop(): void {
    this.#bar?.stop();
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }
}
