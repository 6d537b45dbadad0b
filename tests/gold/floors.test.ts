import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raised } from './floors.ts';
import { FIGURES, type Figure } from './score.ts';

function each<T>(value: (figure: Figure) => T): Record<Figure, T> {
  return {
    precision: value('precision'),
    recall: value('recall'),
    f1: value('f1'),
    pairRecall: value('pairRecall'),
    polarity: value('polarity'),
    status: value('status'),
    attribution: value('attribution'),
    date: value('date'),
    type: value('type'),
  };
}

describe('raising floors', () => {
  it('takes the present figure rounded down to a hundredth', () => {
    const next = raised(
      each(() => 0.5),
      each((figure) => (figure === 'recall' ? 0.299 : figure === 'date' ? null : 0.589)),
    );
    expect(next).toEqual(each((figure) => (figure === 'recall' || figure === 'date' ? 0.5 : 0.58)));
    expect(
      raised(
        each(() => 0),
        each(() => 0.29),
      ),
    ).toEqual(each(() => 0.29));
  });

  it('sets none above .97, whatever the figure', () => {
    expect(
      raised(
        each(() => 0.5),
        each(() => 1),
      ),
    ).toEqual(each(() => 0.97));
  });

  it('never lowers a floor below .97 and never puts one above its figure, unless it was there', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (floor, figure) => {
        const next = raised(
          each(() => floor),
          each(() => figure),
        );
        for (const name of FIGURES) {
          expect(next[name]).toBeGreaterThanOrEqual(Math.min(floor, 0.97));
          expect(next[name]).toBeLessThanOrEqual(Math.max(floor, figure + 1e-9));
        }
      }),
    );
  });
});
