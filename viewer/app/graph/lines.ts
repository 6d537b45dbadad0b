/**
 * The lines of the drawing, one for each pair of entities that something joins. They are no edges of sigma's graph: sigma
 * indexes all edges anew whenever anything is added. Each line knows its place in the buffer that is drawn, so that it is
 * written anew there and nowhere else.
 */
import { floatColor } from 'sigma/utils';
import type { Bundle, Change, Tone } from '../state/scene.ts';
import type { NodeAttributes } from './style.ts';

export interface LineLook {
  /** Thickness in pixels at the opening zoom. */
  size: number;
  tone: Tone;
  change: Change | null;
  /** Bits: HEAD_AT_END, HEAD_AT_START, DASHED. */
  style: number;
  bundle: Bundle;
  hidden: boolean;
}

export interface Line extends LineLook {
  /** That of its bundle. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The ends as they are drawn; their places change. */
  readonly from: NodeAttributes;
  readonly to: NodeAttributes;
  /** Place in the buffer; -1 until it has one. */
  at: number;
}

/** What draws lines: the buffer of one WebGL program. */
interface LineWriter {
  /** Makes room for so many lines; those that are there stay. */
  room(lines: number): void;
  write(line: Line, colour: number): void;
}

const MANNERS = ['styled', 'thin'] as const;
export type Manner = (typeof MANNERS)[number];

export class Lines implements Iterable<Line> {
  readonly #byId = new Map<string, Line>();
  readonly #writers = new Map<Manner, LineWriter>();
  readonly #colourOf: (line: Line) => string;
  #manner: Manner = 'styled';
  #written = 0;

  /** `colourOf`: as `#rrggbb`; read whenever a line is written. */
  constructor(colourOf: (line: Line) => string) {
    this.#colourOf = colourOf;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Line | undefined {
    return this.#byId.get(id);
  }

  [Symbol.iterator](): Iterator<Line> {
    return this.#byId.values();
  }

  /** It is drawn once it is written: by `append` or `fill`. */
  add(line: Omit<Line, 'at'>): void {
    this.#byId.set(line.id, { ...line, at: -1 });
  }

  /** From now on lines of this manner are drawn so; `fill` comes next. */
  drawnBy(manner: Manner, writer: LineWriter): void {
    this.#writers.set(manner, writer);
  }

  /** Writes all lines, those of a tone over those without. */
  fill(manner: Manner): void {
    this.#manner = manner;
    for (const each of MANNERS) this.#writers.get(each)?.room(each === manner ? this.size : 0);
    this.#written = 0;
    for (const line of this) if (line.tone === 'neutral') this.#place(line);
    for (const line of this) if (line.tone !== 'neutral') this.#place(line);
  }

  /** Writes lines that are new, over all others. */
  append(ids: readonly string[]): void {
    this.#writers.get(this.#manner)?.room(this.#written + ids.length);
    for (const id of ids) {
      const line = this.#byId.get(id);
      if (line) this.#place(line);
    }
  }

  /** Writes lines that look different. */
  rewrite(ids: Iterable<string>): void {
    for (const id of ids) {
      const line = this.#byId.get(id);
      if (line) this.#write(line);
    }
  }

  /** Writes the lines of entities that stand elsewhere or have another size. */
  follow(ends: ReadonlySet<NodeAttributes>): void {
    if (ends.size === 0) return;
    for (const line of this) if (ends.has(line.from) || ends.has(line.to)) this.#write(line);
  }

  #place(line: Line): void {
    line.at = this.#written;
    this.#written += 1;
    this.#write(line);
  }

  #write(line: Line): void {
    if (line.at >= 0) this.#writers.get(this.#manner)?.write(line, floatColor(this.#colourOf(line)));
  }
}
