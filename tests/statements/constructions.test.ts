import { describe, expect, it } from 'vitest';
import { linesOf } from './reading.ts';

describe('actors that the clause of the act does not name beside it', () => {
  it.each([
    ['by a participle', 'Karim Said was killed in strikes carried out by Norway.', 'Norway KILLED Karim Said'],
    ['in a clause of time', 'Six farmers are killed when rebels attack a village.', 'rebels KILLED farmers'],
    ['who held before', 'Karim Said was detained by Norway and released hours later.', 'Norway RELEASED Karim Said'],
    ['who issued the warrant', 'Karim Said was arrested on a warrant from Norway.', 'Norway SUED Karim Said'],
    ['who fought', 'Ten soldiers and five rebels die in clashes in Mali.', 'soldiers FOUGHT rebels'],
  ])('%s', async (_, text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('protests', () => {
  it.each([
    [
      'Thousands of people protest against government corruption in Sofia, Bulgaria.',
      'people PROTESTED_AGAINST Bulgaria',
    ],
    ['Anti-government protests broke out in Lima, Peru.', 'Anti-government protests PROTESTED_AGAINST Peru'],
    ["Protests in Quito, Ecuador, against Peru's visa rules went on.", 'Protests in Quito PROTESTED_AGAINST Peru'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('holders of offices', () => {
  it.each([
    ['Norwegian Minister of Defence Ola Nordmann spoke.', 'Ola Nordmann REPRESENTS Norway'],
    ['Anna Berg is elected to be the next President of Estonia.', 'Anna Berg REPRESENTS Estonia'],
    ['Anna Berg is appointed to the post of prime minister of Estonia.', 'Anna Berg REPRESENTS Estonia'],
    ['The Green Party, led by Anna Berg, won.', 'Anna Berg REPRESENTS Green Party'],
    ['Karim Said became leader of the Islamist armed group al-Shabaab.', 'Karim Said REPRESENTS al-Shabaab'],
    ['Anna Berg, leader of the far-right National Rally, spoke.', 'Anna Berg REPRESENTS National Rally'],
    ['Police held Karim Said, also known as Abu Said, leader of al-Shabaab.', 'Karim Said REPRESENTS al-Shabaab'],
    ['Anna Berg is elected president of Estonia by parliament.', 'Anna Berg REPRESENTS Estonia'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('denials', () => {
  it('answer whoever reproached the denier shortly before', async () => {
    const lines = await linesOf('Chile blamed Peru for the leak. Peru denied any involvement.');
    expect(lines).toContain('Peru DENIED Chile');
  });

  it('stay without an object where nobody reproached the denier', async () => {
    expect(await linesOf('Chile blamed Peru for the leak. Brazil denied any involvement.')).toContain('Brazil DENIED');
  });
});

describe('two nationalities before one noun', () => {
  it.each([
    [
      'Senior Hungarian and Romanian officials agreed to cooperate.',
      'Hungarian officials AGREED_WITH Romanian officials',
    ],
    ['US and British forces attacked Basra.', 'British forces ATTACKED Basra'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('what is only said to be so', () => {
  it('does not make an act of what was agreed on', async () => {
    expect(await linesOf('Norway and Sweden agreed to cooperate.')).toEqual(['Norway AGREED_WITH Sweden']);
  });

  it('takes nobody for the force that is used', async () => {
    expect((await linesOf('Norway threatened to use force.')).join()).not.toContain('force');
  });
});

describe('examples of several', () => {
  it.each([
    ['Norway sanctions ten Russian officials, among them Anna Berg.', 'Norway SANCTIONED Anna Berg'],
    ['Iran launched missiles at several towns in Iraq, including the port of Basra.', 'Iran ATTACKED Basra'],
    ['Russia struck cities across Ukraine, including Kharkiv and Odesa.', 'Russia ATTACKED Odesa'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });
});

describe('who does what stands beside another act', () => {
  it.each([
    [
      'behind a topic with a colon',
      'War in Iraq: Human Rights Watch accuses Norway.',
      'Human Rights Watch ACCUSED Norway',
    ],
    [
      'whoever is appointed',
      'Anna Berg appoints Ana Torres as minister to replace Ola Dahl.',
      'Ana Torres SUCCEEDED Ola Dahl',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('does not back the country where those are whom it backs', async () => {
    const lines = await linesOf('Norway struck Iran-backed targets in Syria.');
    expect(lines).not.toContain('Iran SUPPORTED Syria');
  });
});
