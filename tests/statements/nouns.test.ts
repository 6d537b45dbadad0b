import { describe, expect, it } from 'vitest';
import { linesOf } from './reading.ts';

describe('an event noun', () => {
  it.each([
    ['A meeting between Emmanuel Macron and Olaf Scholz ended early.', 'Emmanuel Macron MET Olaf Scholz'],
    ['The attack by Iran on Iraq continued.', 'Iran ATTACKED Iraq'],
    ['Israeli airstrikes on Syria continued.', 'Israel ATTACKED Syria'],
    ['EU sanctions against Belarus remain.', 'European Union SANCTIONED Belarus'],
    ["Angela Merkel's visit to Poland was cancelled.", 'Angela Merkel VISITED Poland'],
    ['The invasion of Kuwait by Iraq began.', 'Iraq OCCUPIED Kuwait'],
    ['The war between Armenia and Azerbaijan continued.', 'Armenia FOUGHT Azerbaijan'],
    ['Mahan Air has been the target of United States sanctions.', 'United States SANCTIONED Mahan Air'],
    ['Negotiations between Serbia and Kosovo resumed.', 'Serbia NEGOTIATED_WITH Kosovo'],
    ['Tensions between Serbia and Kosovo grew.', 'Serbia AT_ODDS_WITH Kosovo'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('a compound or an epithet', () => {
  it.each([
    ['Iran-backed Hezbollah held a rally.', 'Iran SUPPORTED Hezbollah'],
    ['Rebels left Houthi-controlled Yemen.', 'Houthis CONTROLS Yemen'],
    ['Morocco-controlled Western Sahara is disputed by Algeria.', 'Morocco CONTROLS Western Sahara'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('takes whoever controls or names a disputed place for a party to the dispute', async () => {
    const lines = await linesOf(
      'Ships left the Japanese-controlled disputed Senkaku Islands, known by China as the Diaoyu Islands.',
    );
    expect(lines).toEqual(expect.arrayContaining(['Japan DISPUTES Senkaku Islands', 'China DISPUTES Senkaku Islands']));
  });
});

describe('offices and membership', () => {
  it.each([
    ['French President Emmanuel Macron spoke.', 'Emmanuel Macron REPRESENTS France'],
    ['Sergei Lavrov, the foreign minister of Russia, spoke.', 'Sergei Lavrov REPRESENTS Russia'],
    ['Marine Le Pen, a member of the National Rally, spoke.', 'Marine Le Pen MEMBER_OF National Rally'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});
