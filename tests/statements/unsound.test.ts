import { describe, expect, it } from 'vitest';
import { linesOf, statementOf } from './reading.ts';

describe('what nobody would take from the text', () => {
  it.each([
    [
      'an agreement without a name or a party',
      'Chile signs trade agreements worth two billion dollars.',
      /SIGNED_WITH/,
    ],
    ['an office that nobody holds yet', 'Liberians elect a new president.', /APPOINTED/],
    ['whoever holds the office that is voted on', 'Brazilians vote to elect the president.', /APPOINTED/],
    ['a leader and the own state', 'Talks between Israel and Israeli Prime Minister Benjamin Netanyahu ended.', /MET/],
    [
      'the subject’s own things',
      'Greek police detained two editors and searched and raided their offices.',
      /COERCED Greek police's/,
    ],
    ['a war by the land where it is fought', 'A veteran shouts in protest of the Iraq war.', /PROTESTED_AGAINST Iraq/],
    [
      'who owns the building that is attacked',
      'Libya arrests ten men over the German Consulate attack in Benghazi.',
      /Germany ATTACKED/,
    ],
    ['a refusal for a denial', 'Malta denies access to its ports.', /DENIED/],
    ['a leave to do harm for an easing', 'Kenya allowed rebels to storm a village.', /EASED_RESTRICTIONS_ON/],
    ['where a led strike takes place', 'A Maoist-led strike in Kathmandu closes schools.', /CONTROLS Kathmandu/],
    ['the shops of a people', 'More than sixty Rwandan-owned shops were looted.', /Rwanda CONTROLS/],
    [
      'those who break up a protest as its supporters',
      'Soldiers break up protests in support of Manuel Zelaya.',
      /Soldiers SUPPORTED/,
    ],
    ['what is near as where somebody went', 'A Qatari jet flew dangerously close to Bahrain.', /VISITED/],
    ['who is found shot as the shooter', 'Two men are found shot at a farm in Queensland.', /ATTACKED/],

    [
      'whoever is to be elected',
      'Voters elect their next president, with incumbent Abdoulaye Wade ahead.',
      /APPOINTED/,
    ],
    [
      'who lives where it happens',
      'Jihadists storm Pemi, a Christian village in Nigeria, killing ten people.',
      /Christians KILLED/,
    ],
    [
      'the one who is bombed',
      'The memo speaks of the bombing of the Al Jazeera offices in Doha.',
      /Al Jazeera.* ATTACKED/,
    ],
    [
      'those whose team is attacked',
      'Two officials died in the Togo football team attack in Angola.',
      /Togo (KILLED|ATTACKED)/,
    ],
    [
      'what is held for and not by a people',
      'Cubans held a pro-Palestine protest at the German embassy.',
      /Palestine PROTESTED/,
    ],
    [
      'that nobody did it',
      'A bomb killed ten soldiers in Mali. No group has claimed responsibility.',
      /group ATTACKED/,
    ],
    [
      'the arrested for the one protested against',
      'Hundreds are protesting journalist Ivan Golunov’s arrest.',
      /PROTESTED_AGAINST Ivan/,
    ],
    ['whose posts they are', 'Indian and Pakistani soldiers target each other’s posts.', /ATTACKED .*posts/],
    [
      'troops as killed by their own',
      'Indian and Pakistani soldiers clashed, killing two Pakistani troops.',
      /Pakistani soldiers KILLED/,
    ],
    ['the namesake in another state', 'Police in Punjab, Pakistan, arrest fifty men.', /Indian/],
    [
      'a party for the one behind another name',
      'Ann Abdi of the Kulmiye party met Bo Mohamed of the Waddani party.',
      /Bo Mohamed MEMBER_OF Kulmiye/,
    ],
    [
      'what is listed beside what is led',
      'Turkish-led forces and Syrian government forces met.',
      /Turkey CONTROLS Syria/,
    ],
    ['a body by what it governs', 'Police took files from the world governing body of football.', /CONTROLS/],
    ['whoever holds the office that is voted for', 'Citizens of Ghana vote for the President.', /SUPPORTED/],
    ['the premier of a league', 'The Indian Premier League opened.', /REPRESENTS/],
    ['a storm as an attacker', 'Typhoon Haiyan hits Japan.', /ATTACKED/],
    ['an aeroplane as an attacker', 'A Learjet 35 crashes into Hamburg.', /ATTACKED/],
    ['a protest as whom it is against', 'Thousands demonstrate anti-war protests in London.', /PROTESTED_AGAINST/],
    ['police as invaders of their country', 'German police detain six men as they enter the country.', /OCCUPIED/],
    ['whoever may come next', 'The Greens recommend Anna Berg as the next Prime Minister of Estonia.', /REPRESENTS/],
    ['a post for its holder', 'The law restores the position of Prime Minister of Estonia.', /REPRESENTS/],
    [
      'the president for his adviser',
      'Karl Rove, a White House adviser to U.S. President George W. Bush, resigned.',
      /Bush REPRESENTS White House/,
    ],
    ['those who are for a people as of it', 'Pro-Palestinian activists clash with police.', /Palestinian activists/],
    [
      'soldiers whose death is denied',
      'Chad says it killed ten Sudanese soldiers, which Sudan denies.',
      /DENIED .*soldiers/,
    ],
    [
      'where a bomber stood',
      'A bomber blew himself up next to a police patrol in Kabul killing ten people.',
      /patrol.* KILLED/,
    ],
    ['where the place of a deed lies', 'In Bafra, Samsun Province, a man is shot by police.', /ATTACKED Samsun/],
    ['a town that is only near', 'A suicide bomber attacked a checkpoint near Mosul.', /ATTACKED Mosul/],
    ['a party to a standoff with an ally', 'Police and soldiers begin a standoff.', /AT_ODDS_WITH/],
  ])('%s', async (_what, text, never) => {
    expect((await linesOf(text)).filter((line) => never.test(line))).toEqual([]);
  });
});

describe('who reports it', () => {
  it('is not whom the act reaches', async () => {
    const lines = await linesOf('Iran will send drones to Russia, according to the Pentagon.');
    expect(lines).toContain('Iran ARMED Russia');
    expect(lines.filter((line) => line.includes('Pentagon'))).toEqual([]);
  });
});

describe('what is meant by words that mislead', () => {
  it.each([
    ['North Korea launched missiles into the Sea of Japan.', 'North Korea MOBILIZED_AGAINST Sea of Japan'],
    ['Poland attacked Hungary’s approach to migration.', 'Poland CRITICIZED Hungary'],
    ['John Fox launched a scathing attack on Germany.', 'John Fox CRITICIZED Germany'],
    ['The government replaced Samuel Sarr with Ana Torres.', 'Ana Torres SUCCEEDED Samuel Sarr'],
    ['Norway has had strained relations with Russia.', 'Norway AT_ODDS_WITH Russia'],
    ['Democrats would beat George Bush by ten points.', 'Democratic Party DEFEATED George Bush'],
    ['Rebels took control of Syria’s northwestern Idlib province.', 'Rebels OCCUPIED Idlib'],
    ['The tribes issued an ultimatum to the rebels to release hostages.', 'rebels RELEASED hostages'],
    ['Dr. Jakob Weber, president of the Red Cross, spoke.', 'Jakob Weber REPRESENTS Red Cross'],
    ['Muqtada al-Sadr calls for his followers to leave Iraq.', "Muqtada al-Sadr's followers WITHDREW_FROM Iraq"],
    [
      'Donald Trump thanks Shinzo Abe for his effort to mediate between Iran and Oman.',
      'Shinzo Abe MEDIATED_BETWEEN Iran',
    ],
    [
      'In Kuopio, Finland, French Foreign Minister Jean Dupont met with political leaders.',
      'Jean Dupont MET political leaders',
    ],
    ['Chad warned Sudan to withdraw.', 'Chad CALLED_ON Sudan'],
    ['European leaders voice concern over Colombian plans to grant France access.', 'Colombia RELATED_TO France'],
    [
      'Jens Stoltenberg says that Russia’s mobilization is reckless, and condemns Belarus.',
      'Jens Stoltenberg CRITICIZED Belarus',
    ],
    [
      'Government blames Enel and the Prosecutor’s Office investigates Endesa.',
      'Prosecutor’s Office INVESTIGATED Endesa',
    ],
  ])('%s', async (text, expected) => {
    expect(await linesOf(text)).toContain(expected);
  });

  it('a vote against lifting sanctions as one that lifts none', async () => {
    const { statement } = await statementOf('Norway voted against lifting sanctions on Iran.', 'EASED_RESTRICTIONS_ON');
    expect(statement.polarity).toBe('negated');
  });

  it.each([
    ['Jacob Zuma is to visit Zimbabwe.', 'VISITED', 'planned'],
    ['Uganda prepared its army for an imminent war with Rwanda.', 'FOUGHT', 'planned'],
  ])('%s', async (text, predicate, status) => {
    expect((await statementOf(text, predicate)).statement.status).toBe(status);
  });
});
