import { describe, expect, it } from 'vitest';
import { AttributeRuler, type RulerToken } from '../../ingest/nlp/attribute-ruler.ts';

function token(lower: string, tag: string, dep = 'dep', isSpace = false): RulerToken {
  return { lower, tag, dep, isSpace };
}

const nothing = { tag: undefined, pos: undefined, morph: undefined, lemma: undefined, dep: undefined };

describe('AttributeRuler', () => {
  it('lets the later rule win for each attribute by itself', () => {
    const ruler = new AttributeRuler([
      { patterns: [[{ TAG: 'VB' }]], attrs: { POS: 'VERB', MORPH: 'VerbForm=Inf' }, index: 0 },
      { patterns: [[{ LOWER: 'be' }]], attrs: { POS: 'AUX' }, index: 0 },
    ]);
    expect(ruler.apply([token('be', 'VB'), token('go', 'VB'), token('be', 'NN')])).toEqual([
      { ...nothing, pos: 'AUX', morph: 'VerbForm=Inf' },
      { ...nothing, pos: 'VERB', morph: 'VerbForm=Inf' },
      { ...nothing, pos: 'AUX' },
    ]);
  });

  it('matches against the tokens as they came, not as an earlier rule leaves them', () => {
    const ruler = new AttributeRuler([
      { patterns: [[{ TAG: 'A' }]], attrs: { TAG: 'B' }, index: 0 },
      { patterns: [[{ TAG: 'B' }]], attrs: { LEMMA: 'reached' }, index: 0 },
    ]);
    expect(ruler.apply([token('x', 'A')])).toEqual([{ ...nothing, tag: 'B' }]);
  });

  it('gives the attributes of a sequence to the token that the rule names', () => {
    const ruler = new AttributeRuler([
      { patterns: [[{ LOWER: 'let' }, { LOWER: "'s" }]], attrs: { LEMMA: 'us' }, index: 1 },
      { patterns: [[{ LOWER: "'s" }]], attrs: { POS: 'PART' }, index: 0 },
    ]);
    expect(ruler.apply([token('let', 'VB'), token("'s", 'PRP'), token("'s", 'POS')])).toEqual([
      nothing,
      { ...nothing, lemma: 'us', pos: 'PART' },
      { ...nothing, pos: 'PART' },
    ]);
    expect(ruler.apply([token('let', 'VB')])).toEqual([nothing]);
  });

  it('lets a later single rule win over a sequence', () => {
    const ruler = new AttributeRuler([
      { patterns: [[{ LOWER: 'got' }, { LOWER: 'ta' }]], attrs: { LEMMA: 'get' }, index: 0 },
      { patterns: [[{ LOWER: 'got' }]], attrs: { LEMMA: 'later' }, index: 0 },
    ]);
    expect(ruler.apply([token('got', 'VB'), token('ta', 'TO')])[0]?.lemma).toBe('later');
  });

  it('understands lists, expressions and flags', () => {
    const ruler = new AttributeRuler([
      { patterns: [[{ DEP: { NOT_IN: ['det', ''] }, TAG: { IN: ['DT', 'WDT'] } }]], attrs: { POS: 'PRON' }, index: 0 },
      { patterns: [[{ LOWER: { REGEX: "^n[ou]thin'$" } }]], attrs: { LEMMA: 'nothing' }, index: 0 },
      { patterns: [[{ IS_SPACE: true }]], attrs: { TAG: '_SP' }, index: 0 },
    ]);
    expect(ruler.apply([token('that', 'DT', 'nsubj')])[0]?.pos).toBe('PRON');
    expect(ruler.apply([token('that', 'DT', 'det')])[0]?.pos).toBeUndefined();
    expect(ruler.apply([token('that', 'IN', 'nsubj')])[0]?.pos).toBeUndefined();
    expect(ruler.apply([token("nuthin'", 'NN'), token("nithin'", 'NN')]).map(({ lemma }) => lemma)).toEqual([
      'nothing',
      undefined,
    ]);
    expect(ruler.apply([token('\n', 'NN', 'dep', true), token('x', 'NN')]).map(({ tag }) => tag)).toEqual([
      '_SP',
      undefined,
    ]);
  });
});
