/**
 * The state of spaCy's arc-eager parser: a stack, a buffer with words put back on it, and the arcs made so far. All arrays
 * grow to the longest document seen and no further.
 */

/** No word. */
const NONE = -1;

export class ParserState {
  length = 0;
  /** Each word's head, or -1. */
  heads = new Int32Array(0);
  /** The action whose label each word's arc has; means nothing where there is no head. */
  labels = new Int32Array(0);
  #stack = new Int32Array(0);
  #depth = 0;
  /** Words put back; the last is the buffer's first. */
  #returned = new Int32Array(0);
  #returnedCount = 0;
  #next = 0;
  #unshiftable = new Uint8Array(0);
  #sentenceStart = new Uint8Array(0);
  // The newest child on each side, and the one before it: chains of arcs by age.
  #newestLeft = new Int32Array(0);
  #newestRight = new Int32Array(0);
  #older = new Int32Array(0);

  /** Starts a document. */
  start(length: number): void {
    if (this.heads.length < length) {
      const size = Math.max(length, 2 * this.heads.length);
      this.heads = new Int32Array(size);
      this.labels = new Int32Array(size);
      this.#stack = new Int32Array(size);
      this.#returned = new Int32Array(size);
      this.#unshiftable = new Uint8Array(size);
      this.#sentenceStart = new Uint8Array(size);
      this.#newestLeft = new Int32Array(size);
      this.#newestRight = new Int32Array(size);
      this.#older = new Int32Array(size);
    }
    this.length = length;
    this.#depth = 0;
    this.#returnedCount = 0;
    this.#next = 0;
    this.heads.fill(NONE, 0, length);
    this.#newestLeft.fill(NONE, 0, length);
    this.#newestRight.fill(NONE, 0, length);
    this.#unshiftable.fill(0, 0, length);
    this.#sentenceStart.fill(0, 0, length);
  }

  get depth(): number {
    return this.#depth;
  }

  get bufferLength(): number {
    return this.length - this.#next + this.#returnedCount;
  }

  get isFinal(): boolean {
    return this.#depth === 0 && this.bufferLength === 0;
  }

  /** The i-th word of the stack from the top, or -1. */
  stack(i: number): number {
    return i < this.#depth ? (this.#stack[this.#depth - 1 - i] ?? NONE) : NONE;
  }

  /** The i-th word of the buffer, or -1. */
  buffer(i: number): number {
    if (i < this.#returnedCount) {
      return this.#returned[this.#returnedCount - 1 - i] ?? NONE;
    }
    const word = this.#next + i - this.#returnedCount;
    return word < this.length ? word : NONE;
  }

  /** The word's newest child on its left, or -1. */
  newestLeft(word: number): number {
    return word < 0 ? NONE : (this.#newestLeft[word] ?? NONE);
  }

  /** The word's newest child on its right, or -1. */
  newestRight(word: number): number {
    return word < 0 ? NONE : (this.#newestRight[word] ?? NONE);
  }

  isSentenceStart(word: number): boolean {
    return word >= 0 && this.#sentenceStart[word] === 1;
  }

  isUnshiftable(word: number): boolean {
    return word >= 0 && this.#unshiftable[word] === 1;
  }

  /** SHIFT: the buffer's first word goes on the stack. */
  shift(): void {
    if (this.#returnedCount > 0) {
      this.#returnedCount -= 1;
      this.#stack[this.#depth] = this.#returned[this.#returnedCount] ?? NONE;
    } else {
      this.#stack[this.#depth] = this.#next;
      this.#next += 1;
    }
    this.#depth += 1;
  }

  /** REDUCE: the top of the stack goes; without a head and with words below it, it goes back on the buffer. */
  reduce(): void {
    const top = this.stack(0);
    this.#depth -= 1;
    if ((this.heads[top] ?? NONE) < 0 && this.#depth > 0) {
      this.#unshiftable[top] = 1;
      this.#returned[this.#returnedCount] = top;
      this.#returnedCount += 1;
    }
  }

  /** LEFT: the buffer's first word becomes the head of the top of the stack, which goes. */
  leftArc(label: number): void {
    const head = this.buffer(0);
    this.#addArc(head, this.stack(0), label);
    this.#unshiftable[head] = 0;
    this.#depth -= 1;
  }

  /** RIGHT: the top of the stack becomes the head of the buffer's first word, which goes on the stack. */
  rightArc(label: number): void {
    this.#addArc(this.stack(0), this.buffer(0), label);
    this.shift();
  }

  /** BREAK: the buffer's second word starts a sentence. */
  breakSentence(): void {
    this.#sentenceStart[this.buffer(1)] = 1;
  }

  /** Ends the parse where no action is possible. */
  finish(): void {
    this.#depth = 0;
    this.#returnedCount = 0;
    this.#next = this.length;
  }

  #addArc(head: number, child: number, label: number): void {
    const old = this.heads[child] ?? NONE;
    if (old >= 0) {
      const side = old > child ? this.#newestLeft : this.#newestRight;
      if (side[old] === child) {
        side[old] = this.#older[child] ?? NONE;
      }
    }
    const side = head > child ? this.#newestLeft : this.#newestRight;
    this.#older[child] = side[head] ?? NONE;
    side[head] = child;
    this.heads[child] = head;
    this.labels[child] = label;
  }
}
