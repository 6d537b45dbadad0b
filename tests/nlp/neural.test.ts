import { describe, expect, it } from 'vitest';
import { STRETCH } from '../../ingest/nlp/tok2vec.ts';
import { description, documentOf, featuresOf, loadNetwork, SENTENCES } from './network.ts';

const network = loadNetwork();
const LONG = Array.from({ length: 40 }, (_, i) => SENTENCES[i % SENTENCES.length]).join(' ');

describe('NeuralModel', () => {
  it('reads a sentence', () => {
    const { tags, heads, deps, sentStarts, entIob, entTypes } = network.run(documentOf(network, SENTENCES[0] ?? ''));
    expect(Array.from(tags, (tag) => description.tags[tag]).slice(0, 6)).toEqual([
      'NNP',
      'NNP',
      'VBD',
      'NNP',
      'NNP',
      'IN',
    ]);
    expect(Array.from(heads.slice(0, 6))).toEqual([1, 2, 2, 4, 2, 2]);
    expect(Array.from(deps, (dep) => description.deps[dep]).slice(0, 5)).toEqual([
      'compound',
      'nsubj',
      'ROOT',
      'compound',
      'dobj',
    ]);
    expect(Array.from(sentStarts)).toEqual([1, ...Array.from({ length: 11 }, () => 0)]);
    expect(Array.from(entIob.slice(0, 8))).toEqual([3, 1, 2, 3, 1, 2, 3, 2]);
    expect(description.entities[entTypes[3] ?? 0]).toBe('PERSON');
    expect(description.entities[entTypes[6] ?? 0]).toBe('GPE');
  });

  it('gives an empty document empty arrays', () => {
    const output = network.run({ words: [], spaces: new Uint8Array(0) });
    expect(Object.values(output).map((array) => array.length)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('takes words that it did not make', () => {
    const words = ['Kyoto', 'burned', '.'].map(featuresOf);
    const spaces = Uint8Array.of(1, 0, 0);
    expect(network.run({ words, spaces })).toEqual(
      network.run({ words: words.map((word) => network.word(word)), spaces }),
    );
  });

  it('gives the same output with the plain kernel', () => {
    const plain = loadNetwork({ simd: false });
    expect([network.simd, plain.simd]).toEqual([true, false]);
    for (const text of [...SENTENCES, LONG]) {
      expect(plain.run(documentOf(plain, text))).toEqual(network.run(documentOf(network, text)));
    }
  });

  it('gives the same output whatever it read before and however few words it keeps', () => {
    const small = loadNetwork({ keptWords: 1 });
    const first = SENTENCES.map((text) => small.run(documentOf(small, text)));
    for (let i = 0; i < 3; i++) {
      const other = Array.from({ length: 300 }, (_, j) => `Word${i}x${j}`).join(' ');
      expect(small.run(documentOf(small, other))).toEqual(network.run(documentOf(network, other)));
    }
    expect(SENTENCES.map((text) => small.run(documentOf(small, text)))).toEqual(first);
    expect(small.run(documentOf(small, LONG))).toEqual(network.run(documentOf(network, LONG)));
  });

  it('cuts a long document into stretches without a trace: its words are tagged as in any other stretch', () => {
    const unit = `${SENTENCES[1]} ${SENTENCES[4]}`;
    const length = documentOf(network, unit).words.length;
    const { tags } = network.run(documentOf(network, Array.from({ length: 30 }, () => unit).join(' ')));
    // Away from the ends, a word sees the same eight neighbours in every copy, wherever the stretches begin.
    const copies = Array.from({ length: 28 }, (_, i) => Array.from(tags.slice((i + 1) * length, (i + 2) * length)));
    expect(length * 30).toBeGreaterThan(4 * STRETCH);
    expect(STRETCH % length).not.toBe(0);
    for (const copy of copies) {
      expect(copy).toEqual(copies[0]);
    }
  });

  it('reads a text of one endless sentence', () => {
    const text = Array.from({ length: 6_000 }, () => 'and').join(' ');
    const { heads } = network.run(documentOf(network, text));
    expect(heads.every((head) => head >= 0 && head < 6_000)).toBe(true);
  });
});
