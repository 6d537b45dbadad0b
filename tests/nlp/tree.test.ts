import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTree, type TreeLabels } from '../../ingest/nlp/tree.ts';

/** Arc labels: 0 to 2 are plain, 3 is dependency 1 lifted from below a word with label 2. */
const labels: TreeLabels = { deps: [0, 1, 2, 1], lifted: [-1, -1, -1, 2], root: 9 };

function build(heads: readonly number[], arcLabels: readonly number[], spaces: readonly number[] = []) {
  const isSpace = Uint8Array.from(heads, (_, i) => (spaces.includes(i) ? 1 : 0));
  const tree = buildTree(Int32Array.from(heads), Int32Array.from(arcLabels), heads.length, isSpace, labels);
  return { heads: Array.from(tree.heads), deps: Array.from(tree.deps), sentStarts: Array.from(tree.sentStarts) };
}

describe('buildTree', () => {
  it('makes words without a head roots, each of which starts a sentence at its leftmost word', () => {
    expect(build([1, -1, 1, 4, -1], [0, 0, 2, 1, 0])).toEqual({
      heads: [1, 1, 1, 4, 4],
      deps: [0, 9, 2, 1, 9],
      sentStarts: [1, 0, 0, 1, 0],
    });
  });

  it('moves a lifted word to the first word with the wanted label below its head, nearest level first', () => {
    // 4 hangs on root 1 and looks for label 2: word 3 on the first level comes before word 0 on the second.
    expect(build([2, -1, 1, 1, 1], [2, 0, 0, 2, 3])).toMatchObject({ heads: [2, 1, 1, 1, 3], deps: [2, 9, 0, 2, 1] });
    expect(build([2, -1, 1, 1, 1], [2, 0, 0, 0, 3])).toMatchObject({ heads: [2, 1, 1, 1, 0] });
  });

  it('leaves a lifted word where it is when no word has the label, or only whitespace has', () => {
    expect(build([1, -1, 1, 1], [0, 0, 0, 3])).toMatchObject({ heads: [1, 1, 1, 1], deps: [0, 9, 0, 1] });
    expect(build([1, -1, 1, 1], [0, 0, 2, 3], [2])).toMatchObject({ heads: [1, 1, 1, 1] });
  });

  it('does not take a word that is still lifted for one with the label that it will have', () => {
    const own: TreeLabels = { deps: [0, 1], lifted: [-1, 1], root: 9 };
    const tree = buildTree(Int32Array.of(1, -1, 1), Int32Array.of(1, 0, 1), 3, new Uint8Array(3), own);
    // Word 0 finds nothing, as word 2 is lifted itself; word 2 then finds word 0, which has its plain label now.
    expect(Array.from(tree.heads)).toEqual([1, 1, 0]);
  });

  it('makes trees of any arcs without a cycle', () => {
    const arcs = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(arcs, (given) => {
        // Each word hangs on an earlier one or on none.
        const heads = given.map(([head], i) => (i === 0 ? -1 : (head % (i + 1)) - 1));
        const tree = build(
          heads,
          given.map(([, label]) => label),
        );
        for (let i = 0; i < heads.length; i++) {
          let word = i;
          let steps = 0;
          while (tree.heads[word] !== word && steps <= heads.length) {
            word = tree.heads[word] ?? word;
            steps += 1;
          }
          expect(tree.heads[word]).toBe(word);
          expect(tree.deps[i] === labels.root).toBe(heads[i] === -1);
        }
        expect(tree.sentStarts[0]).toBe(1);
      }),
    );
  });
});
