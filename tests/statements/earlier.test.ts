import { describe, expect, it } from 'vitest';
import { linesOf } from './reading.ts';

describe('what was told before', () => {
  it('gives a reaction its object', async () => {
    expect(await linesOf('Russia invaded Georgia on Friday. France condemned the invasion.')).toContain(
      'France CRITICIZED Russia',
    );
  });

  it.each([
    ['North Korea has carried out its first nuclear test. Japan condemned the test.', 'Japan CRITICIZED North Korea'],
    ['Iran launched a satellite on Monday. France criticized the launch.', 'France CRITICIZED Iran'],
    ['Israel approved new settlements. Jordan denounced the decision.', 'Jordan CRITICIZED Israel'],
    ['A Libyan warplane bombs a tanker. Norway condemned what it called a cowardly attack.', 'Norway CRITICIZED Libya'],
  ])('gives a reaction whoever did an act that is no statement: %s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('gives no reaction to an act that nobody told of', async () => {
    expect((await linesOf('France condemned the invasion.')).filter((line) => line.includes('CRITICIZED'))).toEqual([]);
  });

  it('gives an answer the doer of the hostile act', async () => {
    const text = 'Turkish jets bombed Kurdish positions in northern Iraq. Baghdad demanded an apology.';
    expect(await linesOf(text)).toContain('Iraq CALLED_ON Turkey');
  });

  it('gives a claim of responsibility whom the deed hit', async () => {
    const text = 'A bomb killed three Polish soldiers in Mali. Al-Qaeda claimed responsibility for the attack.';
    expect((await linesOf(text)).some((line) => line.startsWith('Al-Qaeda ATTACKED'))).toBe(true);
  });

  it('takes each other for the subjects themselves', async () => {
    const lines = await linesOf('Armenia and Azerbaijan blamed each other.');
    expect(lines).toEqual(expect.arrayContaining(['Armenia ACCUSED Azerbaijan', 'Azerbaijan ACCUSED Armenia']));
  });
});
