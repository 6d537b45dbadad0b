/** Names that are one name in other spellings are told from names that only look like it; figures in docs/quality.md. */
import { constantFrom, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsToCompare } from '../../graph/identity/blocking.ts';
import { compareBodyNames, comparePersonNames, SAME_NAME } from '../../graph/identity/similarity.ts';
import { HELD_OUT, likeness, scoreOf, SEEN } from './pairs.ts';

describe('name matching', () => {
  it('keeps what it reaches on pairs that nobody tuned on', () => {
    const score = scoreOf(HELD_OUT);
    expect(score.pairs).toBeGreaterThanOrEqual(100);
    expect(score.precision, score.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(score.f1, score.wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps what it reaches on the pairs that the rules were written with', () => {
    const score = scoreOf(SEEN);
    expect(score.precision, score.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(score.f1, score.wrong.join('\n')).toBeGreaterThanOrEqual(0.96);
  });

  it('does not depend on which name comes first', () => {
    assert(
      property(constantFrom(...SEEN, ...HELD_OUT), (pair) => {
        const turned = likeness({ ...pair, one: pair.other, other: pair.one });
        expect(turned >= SAME_NAME).toBe(likeness(pair) >= SAME_NAME);
      }),
      { numRuns: 250 },
    );
  });

  it('says what makes two names alike', () => {
    expect(comparePersonNames('Lee Jae-myung', 'Yi Jae-myeong').reasons).toEqual([
      'romanisations: lee / yi',
      'romanisations: myung / myeong',
    ]);
    expect(compareBodyNames('WHO', 'World Health Organization').reasons).toEqual(['WHO stands for its words']);
  });

  it('takes a surname alone for less than a name', () => {
    const { score, reasons } = comparePersonNames('Lavrov', 'Sergey Lavrov');
    expect(score).toBe(0.6);
    expect(reasons).toContain('one name alone');
  });
});

describe('blocking', () => {
  it('brings together every pair of one entity that the comparison finds', () => {
    const missed = [...SEEN, ...HELD_OUT].filter((pair) => {
      if (!pair.isSame || likeness(pair) < SAME_NAME) return false;
      const type = pair.isPerson ? ('Person' as const) : ('Organization' as const);
      const named = [
        { id: 'a', type, names: [pair.one] },
        { id: 'b', type, names: [pair.other] },
      ];
      return pairsToCompare(named).pairs.length === 0;
    });
    expect(missed).toEqual([]);
  });

  it('compares a bounded number of names with each, and says which words it left out', () => {
    const people = Array.from({ length: 2000 }, (_, index) => ({
      id: `person:${index}`,
      type: 'Person' as const,
      names: [`Kim ${String.fromCharCode(97 + (index % 26))}${'bcdfglmnprstv'[index % 13]}o${index}`],
    }));
    const { pairs, skipped } = pairsToCompare(people);
    expect(skipped).toBeGreaterThan(0);
    expect(pairs.length).toBeLessThan(2000 * 60);
  });

  it('never brings together entities of two types', () => {
    const names = ['Washington'];
    const { pairs } = pairsToCompare([
      { id: 'a', type: 'Person', names },
      { id: 'b', type: 'Facility', names },
    ]);
    expect(pairs).toEqual([]);
  });
});
