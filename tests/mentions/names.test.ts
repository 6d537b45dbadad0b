import { describe, expect, it } from 'vitest';
import { entitiesOf, entityOf, officesOf } from '../coreference/reading.ts';

describe('the type of a name', () => {
  it.each([
    ['Workers returned to the Tihange nuclear plant on Monday.', 'Facility Tihange nuclear plant'],
    ['The Danish Air Force sent two planes to Estonia.', 'Organization Danish Air Force'],
    ['Lawyers appealed to the Supreme Court of Kenya.', 'Organization Supreme Court of Kenya'],
    ['The Starmer administration defended the budget.', 'Organization Starmer administration'],
    ['Residents fled the town of Samarra before dawn.', 'Place Samarra'],
    ['Sailors aboard the frigate Marlborough waited in port.', 'Facility Marlborough'],
    ['Croatia ratified the Istanbul Convention.', 'Agreement Istanbul Convention'],
    ['Kyrgyz voters went to the polls.', 'Country Kyrgyzstan'],
    ['The Quai d’Orsay summoned the envoy.', 'Country France'],
    ['His successor, Nina Burjan, thanked the army.', 'Person Nina Burjan'],
    ['They boarded the Esmeralda Star, a Turkish ship.', 'Facility Esmeralda Star'],
    ['Janet Jackson sued them. Jackson won.', 'Person Janet Jackson'],
    ['Storms hit Jackson, Mississippi.', 'Place Jackson'],
    ['Environmentalist Marina Silva backs candidate Aécio Neves.', 'Person Marina Silva'],
    ['The president pardoned United States Marine Joseph Pemberton.', 'Person Joseph Pemberton'],
    ['U.S. General Curtis Scaparrotti spoke in Mons.', 'Person Curtis Scaparrotti'],
    ['The president named Bismillah Khan Mohammadi as minister.', 'Person Bismillah Khan Mohammadi'],
    ['Marine Le Pen lost.', 'Person Marine Le Pen'],
    ['Planes hit the rebel-controlled Bab al-Salama border crossing.', 'Facility Bab al-Salama border crossing'],
    ['Commission President Ursula von der Leyen spoke.', 'Person Ursula von der Leyen'],
    ['A Palestinian was shot dead.', 'Person Palestinian'],
  ])('%s', async (text, entity) => {
    expect(await entitiesOf(text)).toContain(entity);
  });

  it('is none for weapons, vehicles and what has an article before it', async () => {
    expect(await entitiesOf('An MLRS hit a Hyundai Tucson near the village.')).toEqual([]);
  });

  it('is the same throughout a bulletin', async () => {
    const text = 'Petra Novak met reporters in Oslo. Novak declined to comment. Critics said Novak was late.';
    expect((await entitiesOf(text)).filter((line) => line.includes('Novak'))).toEqual(['Person Petra Novak']);
  });

  it('takes a body that many states have for that of the state spoken of', async () => {
    expect(await entitiesOf('Nigeria’s House of Representatives passed the bill.')).toContain(
      'Organization Nigerian House of Representatives',
    );
    expect(await entitiesOf('The House of Representatives in the United States passed the bill.')).toContain(
      'Organization United States House of Representatives',
    );
  });

  it('keeps a person whole whose name begins like a people or a state', async () => {
    expect(await entitiesOf('Christian von Wernich and Israel Katz left.')).toEqual(
      expect.arrayContaining(['Person Christian von Wernich', 'Person Israel Katz']),
    );
  });

  it('joins an acronym to the name that it stands behind', async () => {
    const body = await entityOf(
      'The Lapland Reindeer Council (LRC) met. The LRC chose a chair.',
      'Lapland Reindeer Council',
    );
    expect(body.mentions.map(({ text }) => text)).toContain('LRC');
  });
});

describe('an office', () => {
  it.each([
    ['Japanese Foreign Minister Takeshi Iwaya spoke.', 'Takeshi Iwaya', 'Foreign Minister of country:JPN'],
    ['President of Ecuador Daniel Noboa spoke.', 'Daniel Noboa', 'President of country:ECU'],
    ['Sergei Lavrov, Russia’s foreign minister, spoke.', 'Sergei Lavrov', 'foreign minister of country:RUS'],
    ['The President of Poland, Karol Nawrocki, spoke.', 'Karol Nawrocki', 'President of country:POL'],
    ['Kremlin spokesman Dmitry Peskov spoke.', 'Dmitry Peskov', 'spokesman of country:RUS'],
    ['Former French president Nicolas Sarkozy spoke.', 'Nicolas Sarkozy', 'former president of country:FRA'],
    ['U.S. Secretary of State Marco Rubio spoke.', 'Marco Rubio', 'Secretary of State of country:USA'],
    ['Hamas leader Khalil al-Hayya spoke.', 'Khalil al-Hayya', 'leader of org:hamas'],
    ['The President of Senegal Macky Sall spoke.', 'Macky Sall', 'President of country:SEN'],
    [
      'EU trade and fisheries commissioner Costas Kadis spoke.',
      'Costas Kadis',
      'trade and fisheries commissioner of org:european-union',
    ],
    ['Hamas fired. The group’s leader Khalil al-Hayya spoke.', 'Khalil al-Hayya', 'leader of org:hamas'],
    [
      'Jan Kos, leader of the Alder Union, and a former Danish vice president, spoke.',
      'Jan Kos',
      'former vice president of country:DNK',
    ],
    ['NATO Secretary General Mark Rutte spoke.', 'Mark Rutte', 'Secretary General of org:nato'],
    ['Valdis Zatlers was sworn in as president of Latvia.', 'Valdis Zatlers', 'president of country:LVA'],
  ])('%s', async (text, name, office) => {
    expect(await officesOf(text, name)).toContain(office);
  });

  it('belongs to each of those that a plural title names', async () => {
    const text = 'Presidents Luis Arce of Bolivia and Gabriel Boric of Chile met.';
    expect(await officesOf(text, 'Luis Arce')).toEqual(['President of country:BOL']);
    expect(await officesOf(text, 'Gabriel Boric')).toEqual(['President of country:CHL']);
  });

  it('is none where a calling is named', async () => {
    expect(await officesOf('Angolan journalist Rafael Marques spoke.', 'Rafael Marques')).toEqual([]);
  });

  it('of a known leader is that of the leader’s state, whatever other state is named', async () => {
    expect(
      await officesOf('President George W. Bush imposed sanctions on Syria.', 'George W. Bush', '2004-05-10'),
    ).toEqual(['President of country:USA']);
  });
});

describe('an actor without a name', () => {
  it.each([
    ['Two Uzbek nationals were arrested in Riga.', 'Group Uzbek nationals'],
    ['Israeli settlers attacked a village.', 'Group Israeli settlers'],
    ['A court in Ica, Peru, opened an investigation.', 'Organization Peruvian court'],
    ['A Nigerien soldier was wounded.', 'Person Nigerien soldier'],
    ['Gunmen attacked a school in Zaria.', 'Facility school in Zaria'],
    ['Several Arab countries condemned the visit.', 'Group Arab countries'],
  ])('%s', async (text, entity) => {
    expect(await entitiesOf(text)).toContain(entity);
  });

  it('is known by the adjective of the place where it acts as well', async () => {
    const protesters = await entityOf('Protesters clashed with troops in Lima, Peru.', 'Protesters');
    expect(protesters).toMatchObject({ type: 'Group', number: 'several', partOf: 'country:PER' });
    expect(protesters.aliases).toContain('Peruvian Protesters');
  });

  it('belongs to whoever the possessive means', async () => {
    expect(await entityOf('Israel strengthened its forces in Lebanon.', 'Israeli forces')).toMatchObject({
      partOf: 'country:ISR',
    });
  });

  it('is kept apart from its like in other bulletins, unless its country tells who it is', async () => {
    const first = await entityOf('Gunmen fled.', 'Gunmen');
    const second = await entityOf('Gunmen fled on foot.', 'Gunmen');
    expect(first.key).not.toBe(second.key);
    const settlers = await entityOf('Israeli settlers fled.', 'Israeli settlers');
    expect(settlers.key).toBe((await entityOf('Israeli settlers fled on foot.', 'Israeli settlers')).key);
  });
});
