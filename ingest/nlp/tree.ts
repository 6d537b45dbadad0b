/**
 * From a parser's arcs to the tree: headless words become roots, arcs that the training had lifted are moved back down
 * (spaCy's deprojectivize), and every root's leftmost word starts a sentence.
 */

export const ROOT_LABEL = 'ROOT';
/** Passes over the edges at most, as in spaCy: enough for any tree but a malformed one. */
const MAX_PASSES = 12;

/** What the labels of arcs stand for, by the number that an arc has. */
export interface TreeLabels {
  /** Index of the dependency label. */
  readonly deps: readonly number[];
  /** Index of the label that the new head must have for an arc that was lifted, else -1. */
  readonly lifted: readonly number[];
  /** Index of a root's label. */
  readonly root: number;
}

export interface Tree {
  /** Position of each word's head; a root is its own. */
  readonly heads: Int32Array;
  /** Index of the dependency label. */
  readonly deps: Uint16Array;
  /** 1 where a sentence starts. */
  readonly sentStarts: Uint8Array;
}

/** The first and last word below each word. */
interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Builds the tree of the first `length` words.
 * @param arcHeads head of each word, or -1
 * @param arcLabels label of each word's arc, where it has a head
 */
export function buildTree(
  arcHeads: Int32Array,
  arcLabels: Int32Array,
  length: number,
  isSpace: Uint8Array,
  labels: TreeLabels,
): Tree {
  const heads = arcHeads.slice(0, length);
  const deps = new Uint16Array(length);
  // The label that a lifted word looks for; while it is there, the word's own label matches nothing.
  const lifted = new Int32Array(length).fill(-1);
  let anyLifted = false;
  for (let i = 0; i < length; i++) {
    if ((heads[i] ?? -1) < 0) {
      heads[i] = i;
      deps[i] = labels.root;
    } else {
      const label = arcLabels[i] ?? 0;
      deps[i] = labels.deps[label] ?? 0;
      lifted[i] = labels.lifted[label] ?? -1;
      anyLifted ||= lifted[i] !== -1;
    }
  }
  let edges = findEdges(heads);
  if (anyLifted) {
    for (let i = 0; i < length; i++) {
      const wanted = lifted[i] ?? -1;
      if (wanted !== -1) {
        heads[i] = findHead(i, wanted, heads, deps, lifted, edges, isSpace);
        lifted[i] = -1;
      }
    }
    edges = findEdges(heads);
  }
  const sentStarts = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    if (heads[i] === i) {
      sentStarts[edges.left[i] ?? i] = 1;
    }
  }
  return { heads, deps, sentStarts };
}

/**
 * The first word with the wanted label below the word's head, breadth first and from left to right, whitespace left out;
 * the head itself when there is none. A word's children are looked for between its edges before any arc was moved.
 */
function findHead(
  word: number,
  wanted: number,
  heads: Int32Array,
  deps: Uint16Array,
  lifted: Int32Array,
  edges: Edges,
  isSpace: Uint8Array,
): number {
  const start = heads[word] ?? word;
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const parent = queue[at] ?? start;
    const last = edges.right[parent] ?? parent;
    for (let child = edges.left[parent] ?? parent; child <= last; child++) {
      if (child !== parent && heads[child] === parent && isSpace[child] !== 1 && child !== word) {
        if (deps[child] === wanted && lifted[child] === -1) {
          return child;
        }
        queue.push(child);
      }
    }
  }
  return start;
}

/** Passes each word's edges on to its head until all heads are within their sentences. */
function findEdges(heads: Int32Array): Edges {
  const length = heads.length;
  const left = Int32Array.from({ length }, (_, i) => i);
  const right = Int32Array.from(left);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    for (let i = 0; i < length; i++) {
      widen(i, heads[i] ?? i, left, right);
    }
    for (let i = length - 1; i >= 0; i--) {
      widen(i, heads[i] ?? i, left, right);
    }
    if (headsAreInSentences(heads, left)) {
      break;
    }
  }
  return { left, right };
}

function widen(child: number, head: number, left: Int32Array, right: Int32Array): void {
  const childLeft = left[child] ?? child;
  const childRight = right[child] ?? child;
  if (childLeft < (left[head] ?? head)) {
    left[head] = childLeft;
  }
  if (childRight > (right[head] ?? head)) {
    right[head] = childRight;
  }
}

function headsAreInSentences(heads: Int32Array, left: Int32Array): boolean {
  const length = heads.length;
  const starts = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    if (heads[i] === i) {
      starts[left[i] ?? i] = 1;
    }
  }
  let start = 0;
  for (let i = 0; i < length; i++) {
    if ((i > 0 && starts[i] === 1) || i === length - 1) {
      for (let j = start; j < i; j++) {
        const head = heads[j] ?? j;
        // spaCy lets a head be the next sentence's first word.
        if (head < start || head > i) {
          return false;
        }
      }
      start = i;
    }
  }
  return true;
}
