import { describe, expect, it } from 'vitest';
import { fullLinesOf } from './reading.ts';

describe('what somebody is sentenced for', () => {
  it.each([
    [
      'A court sentences Ali Hassan to ten years in prison for killing a policeman.',
      'Ali Hassan KILLED policeman affirmed occurred by court',
    ],
    [
      'Ali Hassan was sentenced to ten years in prison for killing a policeman.',
      'Ali Hassan KILLED policeman affirmed occurred',
    ],
  ])('is his deed: %s', async (text, line) => {
    const lines = await fullLinesOf(text);
    expect(lines).toContain(line);
    expect(lines.filter((one) => one.startsWith('court KILLED'))).toEqual([]);
  });
});

describe('whom the words do not reach', () => {
  it.each([
    ['who acts, by a pronoun', 'Canada and Germany offer refuge to some of them.', /AIDED/],
    ['who ends a journey', 'Francis ends his trip to Myanmar.', /CUT_TIES/],
    [
      'who supports an army that fights',
      'Buhari visits Cameroon to bolster support for an army to fight Boko Haram.',
      /Buhari FOUGHT/,
    ],
    ['opponents among supporters', 'Supporters and opponents of Mohamed Morsi clash.', /opponents.* SUPPORTED/],
    ['who is only called a hostage', 'Militants storm the hotel and take others hostage.', /hostage/],
    ['the state in which a bus is', 'A man hijacks a bus in Bulgaria.', /SEIZED Bulgaria/],
    ['an office that is not left', 'Laurent Gbagbo refuses to leave office.', /REJECTED/],
    ['a hunger strike', 'Students begin a hunger strike in protest of the Turkish plan.', /ATTACKED/],
    [
      'who is hit, for what it caused',
      'Acme Foods is hit by an attack, shutting down its plants in Canada.',
      /COERCED/,
    ],
    ['an air-strike for a strike', 'Russia extends its air-strikes against Islamic State militants.', /PROTESTED/],
  ])('%s', async (_, text, line) => {
    expect((await fullLinesOf(text)).filter((one) => line.test(one))).toEqual([]);
  });

  it.each([
    [
      'The United States halted sharing intelligence with Turkey.',
      'United States COOPERATED_WITH Turkey negated occurred',
    ],
    [
      "Israel kills the deputy head of Hezbollah's Redwan Force Mustafa Shahadi.",
      'Israel KILLED Mustafa Shahadi affirmed occurred',
    ],
    ['Kenya cancels a visit to Uganda.', 'Kenya CUT_TIES_WITH Uganda affirmed occurred'],
  ])('%s', async (text, line) => {
    expect(await fullLinesOf(text)).toContain(line);
  });
});
