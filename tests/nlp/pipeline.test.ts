import { describe, expect, it } from 'vitest';
import { loadModel } from '../../ingest/nlp/index.ts';
import { ownTexts } from './golden.ts';

const pipeline = await loadModel();

describe('parse', () => {
  it('finds sentences, names, tags and the tree', () => {
    const doc = pipeline.parse('Wang Yi met Takeshi Iwaya in Beijing. They didn’t shake hands.');
    expect(doc.sentences).toEqual([
      { first: 0, last: 7 },
      { first: 8, last: 13 },
    ]);
    const names = doc.entities.map(({ first, last, type }) => [
      doc.text.slice(doc.tokens[first]?.start, doc.tokens[last]?.end),
      type,
    ]);
    expect(names).toEqual([
      ['Wang Yi', 'PERSON'],
      ['Takeshi Iwaya', 'PERSON'],
      ['Beijing', 'GPE'],
    ]);
    expect(doc.tokens[2]).toMatchObject({ text: 'met', tag: 'VBD', pos: 'VERB', lemma: 'meet', head: 2, dep: 'ROOT' });
    expect(doc.tokens[10]).toMatchObject({ text: 'n’t', norm: 'not', lemma: 'not', pos: 'PART', dep: 'neg' });
  });

  it('makes sentences that cover all tokens once, and names that agree with the tokens', () => {
    for (const text of [...ownTexts().values()].flat()) {
      const doc = pipeline.parse(text);
      const covered = doc.sentences.flatMap(({ first, last }) => doc.tokens.slice(first, last + 1));
      expect(covered).toEqual(doc.tokens);
      const named = doc.entities.flatMap(({ first, last, type }) =>
        doc.tokens
          .slice(first, last + 1)
          .map(({ i, entIob, entType }) => [i, entIob, entType, type, i === first ? 'B' : 'I']),
      );
      expect(named.filter(([, iob, entType, type, expected]) => iob !== expected || entType !== type)).toEqual([]);
      expect(doc.tokens.filter((token) => token.entIob !== 'O')).toHaveLength(named.length);
    }
  });

  it('keeps every head inside its sentence', () => {
    const doc = pipeline.parse([...ownTexts().values()].flat().slice(0, 60).join('\n\n'));
    for (const { first, last } of doc.sentences) {
      for (const token of doc.tokens.slice(first, last + 1)) {
        expect(token.head).toBeGreaterThanOrEqual(first);
        expect(token.head).toBeLessThanOrEqual(last);
      }
    }
  });

  it('analyses a text alike however often and after whatever', () => {
    const texts = [...ownTexts().values()].flat().slice(0, 40);
    const first = texts.map((text) => pipeline.parse(text));
    expect(texts.map((text) => pipeline.parse(text))).toEqual(first);
  });
});
