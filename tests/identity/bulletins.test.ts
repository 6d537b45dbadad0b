/** Who is one over bulletins, on labelled pairs; figures in docs/quality.md. */
import { expect, it } from 'vitest';
import { BULLETIN_PAIRS, identified } from './bulletin-pairs.ts';

it.each([
  ['that the rules were written with', false, 0.98, 0.92],
  ['that nobody tuned on', true, 0.97, 0.84],
])(
  'of somebody named alike in two bulletins %s, one person and two are told apart',
  async (_, isHeldOut, least, found) => {
    const pairs = BULLETIN_PAIRS.filter((pair) => pair.isHeldOut === isHeldOut);
    const isOne = await identified(pairs);
    const wrong = pairs
      .filter(({ isSame }, index) => isOne[index] !== isSame)
      .map(
        ({ isSame, words, bulletins }) =>
          `${isSame ? '=' : '!'} ${words.join(' / ')}: ${bulletins.map(({ text }) => text).join(' | ')}`,
      );
    const right = pairs.filter(({ isSame }, index) => isSame && isOne[index]).length;
    expect(pairs.length).toBeGreaterThanOrEqual(30);
    expect(right / isOne.filter(Boolean).length, wrong.join('\n')).toBeGreaterThanOrEqual(least);
    expect(right / pairs.filter(({ isSame }) => isSame).length, wrong.join('\n')).toBeGreaterThanOrEqual(found);
  },
  120_000,
);
