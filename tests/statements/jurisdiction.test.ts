import { describe, expect, it } from 'vitest';
import { linesOf } from './reading.ts';

describe('acts of the law whose doer is not named', () => {
  it.each([
    ['Two Russian nationals are arrested in Poland on suspicion of spying.', 'Poland DETAINED Russian nationals'],
    ['American journalist Evan Miller is detained in Russia on espionage charges.', 'Russia DETAINED Evan Miller'],
    ['Three Afghan men were deported from Germany.', 'Germany EXPELLED Afghan men'],
    ['A Canadian man is executed in China for drug smuggling.', 'China KILLED Canadian man'],
  ])('are those of the state of the place: %s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('are those of the court or police that acted just before', async () => {
    const tried = 'A court in Minsk tries Belarusian activist Ales Petrov. He is sentenced to 10 years in prison.';
    expect(await linesOf(tried)).toContain('Belarusian court SENTENCED Ales Petrov');
    const raid = 'Hungarian police raid a nightclub in Budapest. A Serbian national was arrested.';
    expect(await linesOf(raid)).toContain('Hungarian police DETAINED Serbian national');
  });

  it('are those of the state whose official announces them', async () => {
    const passive = 'The Kenyan interior minister announces that 53 protesters have been arrested.';
    expect(await linesOf(passive)).toContain('Kenya DETAINED protesters');
    const noun = 'German interior minister Nancy Faeser announces the arrest of a Syrian man.';
    expect(await linesOf(noun)).toContain('Germany DETAINED Syrian man');
  });

  it.each([
    'A man is arrested in Italy.',
    'British minister Jane Roe was charged with overseeing the reform in the United Kingdom.',
    'Two Danish aid workers were released in Mali.',
    'The militants aimed to seize a Danish engineer near Ramallah; Palestine said that he was later detained in Ramallah.',
  ])(
    'are nobody\u2019s where nothing tells, where anybody may have done it, or where no law is at work: %s',
    async (text) => {
      const lines = await linesOf(text);
      expect(
        lines.filter((line) => /^(Italy|United Kingdom|Mali|Palestine) (DETAINED|SUED|RELEASED)/.test(line)),
      ).toEqual([]);
    },
  );
});
