import { describe, expect, it } from 'vitest';
import { Lemmatizer } from '../../ingest/nlp/lemmatizer.ts';

const lemmatizer = new Lemmatizer({
  noun: {
    rules: [
      ['s', ''],
      ['men', 'man'],
      ['ves', 'f'],
    ],
    exceptions: { axes: ['ax', 'axis'], constructor: ['own'] },
    index: 'wolf\ncat\nwolve',
  },
  verb: {
    rules: [
      ['ing', ''],
      ['ing', 'e'],
    ],
    exceptions: {},
    index: 'hope\nhop',
  },
});

describe('Lemmatizer', () => {
  it('prefers the last rule that gives a known word', () => {
    expect(lemmatizer.lemmatize('wolves', 'NOUN', 'Number=Plur')).toBe('wolf');
    expect(lemmatizer.lemmatize('hoping', 'VERB', 'VerbForm=Part')).toBe('hope');
  });

  it('takes the first unknown form when no form is known, and the word itself when no rule applies', () => {
    expect(lemmatizer.lemmatize('Blorps', 'NOUN', 'Number=Plur')).toBe('blorp');
    expect(lemmatizer.lemmatize('Feet', 'NOUN', 'Number=Plur')).toBe('Feet');
  });

  it('takes a form that is no plain word without knowing it', () => {
    expect(lemmatizer.lemmatize('F-16s', 'NOUN', 'Number=Plur')).toBe('f-16');
  });

  it('prefers exceptions, the last one first', () => {
    expect(lemmatizer.lemmatize('Axes', 'NOUN', 'Number=Plur')).toBe('axis');
  });

  it('looks exceptions up as words, not as properties of objects', () => {
    expect(lemmatizer.lemmatize('constructor', 'NOUN', 'Number=Plur')).toBe('own');
    expect(lemmatizer.lemmatize('valueOf', 'NOUN', 'Number=Plur')).toBe('valueOf');
  });

  it('only lower-cases base forms', () => {
    expect(lemmatizer.lemmatize('Cats', 'NOUN', 'Number=Sing')).toBe('cats');
    expect(lemmatizer.lemmatize('Hoping', 'VERB', 'VerbForm=Inf')).toBe('hoping');
    expect(lemmatizer.lemmatize('Hoping', 'VERB', 'Tense=Pres|VerbForm=Fin')).toBe('hoping');
    expect(lemmatizer.lemmatize('hoping', 'VERB', 'Number=Sing|Tense=Pres|VerbForm=Fin')).toBe('hope');
  });

  it('leaves proper nouns as they are and lower-cases what has no table', () => {
    expect(lemmatizer.lemmatize('Beijing', 'PROPN', 'Number=Sing')).toBe('Beijing');
    expect(lemmatizer.lemmatize('The', 'DET', '')).toBe('the');
    expect(lemmatizer.lemmatize('Odd', '', '')).toBe('odd');
  });
});
