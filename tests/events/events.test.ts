/** Bulletins of one happening and reprints are told as well as before on labelled pairs; figures in docs/quality.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measure } from './measure.ts';
import { HALVES, pairsOf } from './pairs.ts';

const Share = z.number().min(0).max(1);
const Floors = z.record(
  z.enum(HALVES),
  z.object({ precision: Share, recall: Share, reprintPrecision: Share, reprintRecall: Share }),
);
/** They only rise. */
const FLOORS = Floors.parse(JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')));

describe('the labelled pairs of bulletins', () => {
  it('are a hundred and more, as many of each kind in both halves', () => {
    const [dev, heldOut] = HALVES.map((half) => pairsOf(half));
    expect((dev?.length ?? 0) + (heldOut?.length ?? 0)).toBeGreaterThanOrEqual(100);
    const counts = (pairs: typeof dev) => [
      pairs?.length,
      pairs?.filter(({ same }) => same).length,
      pairs?.filter(({ reprint }) => reprint).length,
    ];
    expect(counts(dev)).toEqual(counts(heldOut));
  });

  it.each(HALVES)('are told as well as before: %s', { timeout: 180_000 }, async (half) => {
    const { same, reprint } = await measure(half);
    const floor = FLOORS[half];
    expect(same.precision, 'precision of one happening').toBeGreaterThanOrEqual(floor.precision);
    expect(same.recall, 'recall of one happening').toBeGreaterThanOrEqual(floor.recall);
    expect(reprint.precision, 'precision of reprints').toBeGreaterThanOrEqual(floor.reprintPrecision);
    expect(reprint.recall, 'recall of reprints').toBeGreaterThanOrEqual(floor.reprintRecall);
  });
});
