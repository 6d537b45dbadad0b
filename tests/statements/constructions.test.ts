import { describe, expect, it } from 'vitest';
import { fullLinesOf, linesOf } from './reading.ts';

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

describe('constructions of the news', () => {
  it.each([
    // whoever owns a deed whose victim stands after "of", and what is told of by a noun
    ["Over Norway's seizure of the port of Odesa, Portugal complained.", 'Norway SEIZED port of Odesa'],
    ['Sanctions imposed by Norway on Belarus were extended.', 'Norway SANCTIONED Belarus'],
    ['Mexico retaliated with tariffs on Canada.', 'Mexico SANCTIONED Canada'],
    ['Norway responded with air strikes on Yemen.', 'Norway ATTACKED Yemen'],
    ["Norway's threat to invade Yemen was heard.", 'Norway THREATENED Yemen'],
    // demands, with whoever is to do what is demanded
    ['Norway calls for an end to Russian attacks.', 'Norway CALLED_ON Russia'],
    ['Chad demanded the withdrawal of Norwegian troops from Mali.', 'Chad CALLED_ON Norwegian troops'],
    ['Norway rejected a request from Chad for aid.', 'Chad CALLED_ON Norway'],
    // invitations and hosts
    ['Anna Berg visits Chad at the invitation of Viktor Orbán.', 'Viktor Orbán INVITED Anna Berg'],
    ['Anna Berg accepted an invitation from Viktor Orbán.', 'Viktor Orbán INVITED Anna Berg'],
    ['Chad and Mali agreed to a truce in talks hosted by Norway.', 'Norway HOSTED Chad'],
    ['China offered to mediate in the dispute between Ethiopia and Egypt.', 'China MEDIATED_BETWEEN Ethiopia'],
    // what somebody is called, deemed or said to be
    ['Norway says that Chad is responsible for the shelling.', 'Norway ACCUSED Chad'],
    ['Norway said that Chad was behind the attack.', 'Norway ACCUSED Chad'],
    ["Norway said that Chad's plan was unacceptable.", 'Norway CRITICIZED Chad'],
    ['Norway deems the Chadian decision illegal.', 'Norway CRITICIZED Chad'],
    ['Norway calls the Russian war in Ukraine a crime.', 'Norway CRITICIZED Russia'],
    ['Norway says that the reports are false.', 'Norway DENIED'],
    // reaches into objects
    ['Hezbollah defended the attack by Hamas.', 'Hezbollah SUPPORTED Hamas'],
    ['Chad investigates war crimes by Russia.', 'Chad INVESTIGATED Russia'],
    ['Venezuela masses troops on the border with Guyana.', 'Venezuela MOBILIZED_AGAINST Guyana'],
    ['Abkhazia, a region that Russia recognised in 2008, votes.', 'Russia RECOGNIZED Abkhazia'],
    ['Chad and Norway traded fire, each side accusing the other of lies.', 'Chad ACCUSED Norway'],
    ['Karim Said has a plan to bomb Oslo.', 'Karim Said ATTACKED Oslo'],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('keep what was asked for asked, though it is refused, and what is only planned planned', async () => {
    expect(await fullLinesOf('Norway rejected a request from Chad for aid.')).toContain(
      'Chad CALLED_ON Norway affirmed occurred',
    );
    expect(await fullLinesOf('Karim Said has a plan to bomb Oslo.')).toContain(
      'Karim Said ATTACKED Oslo affirmed planned',
    );
  });

  it.each([
    ['Norway vowed not to return the prisoners to Chad.', 'PROMISED'],
    ['Norway says that its group was responsible.', 'ACCUSED'],
    ['Norway says that Chad is not responsible for the shelling.', 'ACCUSED'],
  ])('%s', async (text, predicate) => {
    expect((await linesOf(text)).filter((line) => line.includes(predicate))).toEqual([]);
  });
});
