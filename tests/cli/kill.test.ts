/** `ingest` killed at random moments, as `npm run soak:kill` does with more bulletins and kills. */
import { expect, it } from 'vitest';
import { soak } from '../support/kill-ingest.ts';
import { folderOf } from './command.ts';

it('an ingest that is killed again and again loses nothing that it acknowledged, and comes to the same graph', async () => {
  const { kills, ...end } = await soak({ folder: await folderOf(), bulletins: 300, kills: 4, seed: 8 });
  expect(kills.map(({ lost }) => lost)).toEqual([[], [], [], []]);
  expect(end).toEqual({ isComplete: true, isSame: true, problems: [], statements: expect.any(Number) });
  expect(end.statements).toBeGreaterThan(1000);
}, 600_000);
