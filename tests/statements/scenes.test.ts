import { describe, expect, it } from 'vitest';
import { fullLinesOf } from './reading.ts';

describe('who did a deed, and who was only near it', () => {
  it.each([
    [
      'a place before "which"',
      'The group attacked a camp in Kouré, Niger, which resulted in the death of six French nurses.',
      /Niger KILLED/,
    ],
    ['the site of a bombing', 'Hernández planned the Nogal Club bombing that killed 36 people.', /Club KILLED/],
    [
      'an aeroplane that falls',
      'A Boeing 747 crashes near a base in Bagram, killing seven American soldiers.',
      /KILLED/,
    ],
    [
      'who was attacked, for who wounded others',
      'Diplomats are targeted in rocket attacks, wounding two American soldiers.',
      /Diplomats ATTACKED/i,
    ],
    ['a riot', 'A riot at a prison in Tela killed 18 inmates.', /KILLED/],
    ['those on one side', 'Fighting broke out between insurgents and Afghan troops and NATO.', /Afghan troops FOUGHT/],
    [
      'who speaks of an invasion',
      'Colombia declared the Israeli invasion of the Gaza Strip a genocide.',
      /Colombia OCCUPIED/,
    ],
    ['the owner of something else', 'Police seize the yacht after its owner left Italy.', /owner CONTROLS Italy/],
    ['what is never what somebody insists on', 'The party insists that Lula will be its candidate.', /CALLED_ON/],
    ['a war of tariffs', 'China will not retaliate against the United States for its tariffs.', /ATTACKED/],
    ['reunification for the island', 'The party is opposed to the reunification of Cyprus.', /REJECTED Cyprus/],
    [
      'a state of emergency for a state',
      'President Musharraf of Pakistan lifted the state of emergency.',
      /ON (United|Pakistan)/,
    ],
    [
      'a candidacy for who holds the office',
      'Doug Burgum announces his candidacy for President of the United States.',
      /REPRESENTS United States/,
    ],
    [
      'who is nominated to succeed',
      'Bush nominates Jane Roe to succeed John Doe as chair of the Federal Reserve.',
      /Roe REPRESENTS/,
    ],
  ])('is not %s', async (_, text, line) => {
    expect((await fullLinesOf(text)).filter((one) => line.test(one))).toEqual([]);
  });

  it.each([
    ['A bus is hit by an Israeli rocket, killing ten people.', 'Israel KILLED people affirmed occurred'],
    ['A 23-year-old Palestinian kills two Israelis.', 'Palestinian KILLED Israelis affirmed occurred'],
    [
      'Colombia declared the Israeli invasion of the Gaza Strip a genocide.',
      'Israel OCCUPIED Gaza Strip affirmed occurred',
    ],
    ['The bridges had been under Armenian control since 1993.', 'Armenia CONTROLS bridges affirmed occurred'],
    [
      'The United States abandons an attempt to shield its soldiers.',
      'United States AIDED American soldiers affirmed cancelled',
    ],
    ['Six students came into Israel to kidnap soldiers.', 'students ABDUCTED soldiers affirmed planned'],
    ['Rebels attacked the opposition-held Idlib.', 'opposition CONTROLS Idlib affirmed ongoing'],
    [
      'Russian opposition leader and hopeful presidential candidate Alexei Navalny is in Moscow.',
      'Alexei Navalny REPRESENTS Russian opposition affirmed ongoing',
    ],
  ])('%s', async (text, line) => {
    expect(await fullLinesOf(text)).toContain(line);
  });
});
