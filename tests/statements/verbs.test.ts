import { describe, expect, it } from 'vitest';
import { linesOf } from './reading.ts';

describe('a verb with its arguments', () => {
  it.each([
    ['Emmanuel Macron met Olaf Scholz in Paris.', 'Emmanuel Macron MET Olaf Scholz'],
    ['Brazil condemned Venezuela.', 'Brazil CRITICIZED Venezuela'],
    ['Canada accused India of interference.', 'Canada ACCUSED India'],
    ['Norway urged Iran to release the crew.', 'Norway CALLED_ON Iran'],
    ['Kenya called on Somalia to hold elections.', 'Kenya CALLED_ON Somalia'],
    ['Egypt hosted Turkey for two days.', 'Egypt HOSTED Turkey'],
    ['Poland withdrew from NATO.', 'Poland WITHDREW_FROM NATO'],
    ['Angela Merkel visited Poland.', 'Angela Merkel VISITED Poland'],
    ['Angela Merkel arrived in Japan.', 'Angela Merkel VISITED Japan'],
    ['Sweden severed ties with Iran.', 'Sweden CUT_TIES_WITH Iran'],
    ['Rwanda invaded Uganda.', 'Rwanda OCCUPIED Uganda'],
    ['Estonia joined NATO.', 'Estonia MEMBER_OF NATO'],
    ['Joe Biden defeated Donald Trump.', 'Joe Biden DEFEATED Donald Trump'],
    ['Emmanuel Macron appointed Gabriel Attal as prime minister.', 'Emmanuel Macron APPOINTED Gabriel Attal'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('a verb with a noun that makes it specific', () => {
  it.each([
    ['Norway imposed sanctions on Belarus.', 'Norway SANCTIONED Belarus'],
    ['Norway lifted sanctions on Belarus.', 'Norway EASED_RESTRICTIONS_ON Belarus'],
    ['Denmark held talks with Iceland.', 'Denmark MET Iceland'],
    ['Denmark signed an agreement with Iceland.', 'Denmark SIGNED_WITH Iceland'],
    ['Spain sent aid to Morocco.', 'Spain AIDED Morocco'],
    ['Spain sent weapons to Morocco.', 'Spain ARMED Morocco'],
    ['Algeria severed ties with Morocco.', 'Algeria CUT_TIES_WITH Morocco'],
    ['Algeria restored relations with Morocco.', 'Algeria RECOGNIZED Morocco'],
    ['Rwanda took control of Burundi.', 'Rwanda OCCUPIED Burundi'],
    ['Peru opened an investigation into Pedro Castillo.', 'Peru INVESTIGATED Pedro Castillo'],
    ['Austria raised concerns with Hungary.', 'Austria COMPLAINED_TO Hungary'],
    ['Iran fired missiles at Israel.', 'Iran ATTACKED Israel'],
    ['Iran launched an attack on Iraq.', 'Iran ATTACKED Iraq'],
    ['Iran carried out a series of attacks on Iraq.', 'Iran ATTACKED Iraq'],
    ['Chile voiced support for Argentina.', 'Chile SUPPORTED Argentina'],
    ['Chile demanded the resignation of Nicolás Maduro.', 'Chile CALLED_ON Nicolás Maduro'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('constructions that move the arguments', () => {
  it.each([
    ['passive', 'Nicolás Maduro was condemned by Colombia.', 'Colombia CRITICIZED Nicolás Maduro'],
    ['reduced passive', 'Pedro Castillo, arrested by Peru, denied the charges.', 'Peru DETAINED Pedro Castillo'],
    ['relative clause', 'Germany, which condemned Belarus, closed its embassy.', 'Germany CRITICIZED Belarus'],
    ['participle', 'Germany spoke out, accusing Belarus of lies.', 'Germany ACCUSED Belarus'],
    ['control', 'Norway urged Sweden to recognize Kosovo.', 'Sweden RECOGNIZED Kosovo'],
    ['raising', 'Norway is set to recognize Kosovo.', 'Norway RECOGNIZED Kosovo'],
    ['coordinated verbs', 'Norway criticized Belarus and recognized Kosovo.', 'Norway RECOGNIZED Kosovo'],
    ['accused act', 'South Korea accused North Korea of attacking Ukraine.', 'North Korea ATTACKED Ukraine'],
    ['before a clause', 'After meeting Olaf Scholz, Emmanuel Macron returned.', 'Emmanuel Macron MET Olaf Scholz'],
    ['deed within', 'Colombia condemned the attack by Venezuela.', 'Colombia CRITICIZED Venezuela'],
    ['possessor', "Colombia condemned Venezuela's decision.", 'Colombia CRITICIZED Venezuela'],
  ])('%s', async (_name, text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('distributes over coordinated subjects and objects', async () => {
    const lines = await linesOf('France and Germany condemned Russia, Belarus and Iran.');
    expect(lines).toEqual(
      expect.arrayContaining(
        ['France', 'Germany'].flatMap((s) => ['Russia', 'Belarus', 'Iran'].map((o) => `${s} CRITICIZED ${o}`)),
      ),
    );
  });

  it('pairs the subjects of a symmetric act that has no object', async () => {
    expect(await linesOf('Emmanuel Macron and Olaf Scholz met on Monday.')).toContain(
      'Emmanuel Macron MET Olaf Scholz',
    );
  });

  it('relates two actors by a verb that the codebook lacks', async () => {
    expect(await linesOf('Germany outflanked France.')).toEqual(['Germany RELATED_TO France']);
  });
});
