import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDocument } from '../../ingest/coreference/index.ts';
import { loadGazetteer } from '../../ingest/gazetteer/index.ts';
import { loadModel } from '../../ingest/nlp/index.ts';
import type { Doc, TokenSpan } from '../../ingest/nlp/doc.ts';
import { entitiesOf, entityOf, meantBy, officesOf, read } from './reading.ts';

describe('a capital', () => {
  it.each([
    ['Tokyo said it would retaliate.', 'Tokyo', 'Japan'],
    ['Norway signed a deal with Beijing.', 'Beijing', 'China'],
    ['Critics rejected Moscow’s claims.', 'Moscow', 'Russia'],
    ['Iran accused Washington of lying.', 'Washington', 'United States'],
    ['The Tehran-backed militia withdrew.', 'Tehran', 'Iran'],
    ['Brussels imposed tariffs.', 'Brussels', 'European Union'],
  ])('that acts is its state: %s', async (text, words, name) => {
    expect(await meantBy(text, words)).toEqual([name]);
  });

  it.each([
    ['Ministers met in Tokyo.', 'Tokyo', 'Tokyo'],
    ['She visited Moscow.', 'Moscow', 'Moscow'],
    ['Police closed Kabul’s airport.', 'Kabul', 'Kabul'],
  ])('that is only where things happen is a place: %s', async (text, words, name) => {
    expect(await meantBy(text, words)).toEqual([name]);
  });
});

describe('a shorter name', () => {
  it.each([
    ['Takeshi Iwaya arrived. Iwaya spoke.', 'Iwaya', 'Takeshi Iwaya'],
    ['Foreign Minister Wang Yi arrived. Wang spoke.', 'Wang', 'Wang Yi'],
    ['The Lindqvist Group bid. Lindqvist Group shares rose.', 'Lindqvist Group', 'Lindqvist Group'],
  ])('%s', async (text, words, name) => {
    expect(await meantBy(text, words)).toEqual([name]);
  });
});

describe('a person whom the gazetteer knows', () => {
  it.each([
    ['George W. Bush spoke.', '2003-05-01', 'person:george-w-bush', 'George W. Bush'],
    ['George H. W. Bush spoke.', '2003-05-01', 'person:george-h-w-bush', 'George H. W. Bush'],
    ['George Bush spoke.', '1991-05-01', 'person:george-h-w-bush', 'George H. W. Bush'],
    ['George Bush spoke.', '2003-05-01', 'person:george-w-bush', 'George W. Bush'],
    ['Tayyip Erdogan spoke.', '2012-05-01', 'person:recep-tayyip-erdogan', 'Recep Tayyip Erdoğan'],
  ])(
    'goes by its name there; whoever has no other words is meant, else who is in office: %s %s',
    async (text, date, key, name) => {
      const { entities } = await read(text, date);
      expect(entities.map((entity) => [entity.key, entity.name])).toEqual([[key, name]]);
    },
  );

  it('keeps phrases of office apart from names', async () => {
    const met =
      'South Korean Foreign Minister Park Jin met Wang Yi. The South Korean foreign minister called for talks.';
    const { entities } = await read(met, '2022-05-15');
    expect(entities.find(({ name }) => name === 'Park Jin')?.phrases).toEqual([
      'The South Korean foreign minister',
      'South Korea foreign minister',
    ]);
    expect(entities.find(({ name }) => name === 'Wang Yi')?.phrases ?? []).toEqual([]);
  });
});

describe('a pronoun', () => {
  it.each([
    ['Angela Merkel met Tony Blair. She thanked him.', 'She', ['Angela Merkel']],
    ['Angela Merkel met Tony Blair. She thanked him.', 'him', ['Tony Blair']],
    ['Norway said it would join.', 'it', ['Norway']],
    [
      'Xi Jinping and Shigeru Ishiba met in Peru, where they agreed on trade.',
      'they',
      ['Xi Jinping', 'Shigeru Ishiba'],
    ],
    ['The rebels, who hold the town, fired.', 'who', ['rebels']],
    ['It rained.', 'It', []],
  ])('%s (%s)', async (text, words, names) => {
    expect(await meantBy(text, words)).toEqual(names);
  });
});

describe('a phrase that points back', () => {
  it.each([
    ['Japan and China met. The two sides agreed.', 'The two sides', ['Japan', 'China']],
    ['Greece and Turkey argued. Both countries recalled envoys.', 'Both countries', ['Greece', 'Turkey']],
    ['Chile elected a president. The country celebrated.', 'The country', ['Chile']],
    ['The Syrian government denied it.', 'The Syrian government', ['Syria']],
    ['ASEAN met in Laos. The bloc issued a statement.', 'The bloc', ['ASEAN']],
    ['Hamas fired rockets. The group claimed success.', 'The group', ['Hamas']],
    ['Italy’s Defence Ministry spoke. The ministry gave no reason.', 'The ministry', ['Italian Defence Ministry']],
    ['Thousands of farmers marched.', 'Thousands', ['farmers']],
  ])('%s', async (text, words, names) => {
    expect(await meantBy(text, words)).toEqual(names);
  });

  it('names who holds the office in the bulletin', async () => {
    const text = 'Chinese Premier Li Qiang met the Dutch king. The Chinese premier then left.';
    expect(await meantBy(text, 'The Chinese premier')).toEqual(['Li Qiang']);
  });

  it('is not that of a deputy or of somebody who held it before', async () => {
    const text = 'Former Syrian vice president Abdul Halim Khaddam spoke. The president did not answer.';
    expect(await meantBy(text, 'The president')).not.toContain('Abdul Halim Khaddam');
  });

  it('names who is known to have held the office on the bulletin’s date', async () => {
    const text = 'The Japanese prime minister resigned.';
    expect(await meantBy(text, 'The Japanese prime minister', '2024-11-02')).toEqual(['Shigeru Ishiba']);
    expect(await meantBy(text, 'The Japanese prime minister', '2021-10-10')).toEqual(['Fumio Kishida']);
    expect(await meantBy(text, 'The Japanese prime minister')).toEqual(['Japanese prime minister']);
  });

  it('gives a counterpart the office of whose counterpart it is', async () => {
    const text = 'Japanese Foreign Minister Takeshi Iwaya met his Chinese counterpart Wang Yi.';
    expect((await entityOf(text, 'Wang Yi')).offices).toMatchObject([{ title: 'Foreign Minister', of: 'country:CHN' }]);
  });
});

describe('an entity', () => {
  it('is named by its fullest name and keeps every other', async () => {
    const text = 'Sushila Karki spoke in Kathmandu. Nepalese prime minister Karki left.';
    const { key, aliases } = await entityOf(text, 'Sushila Karki');
    expect(key).toBe('person:sushila-karki');
    expect(aliases).toEqual(expect.arrayContaining(['Karki', 'Nepalese prime minister']));
  });

  it('of an alias of a disputed place is one', async () => {
    const text = 'Japan holds the Senkaku Islands, known in China as the Diaoyu Islands.';
    expect((await entitiesOf(text)).filter((line) => line.startsWith('Place'))).toEqual(['Place Senkaku Islands']);
  });

  it('stands at the token that heads its mention, title words included', async () => {
    const { doc, mentionByHead, referents } = await read('Dutch prime minister Dick Schoof spoke to Polish troops.');
    const at = (word: string): string | undefined => {
      const mention = mentionByHead[doc.tokens.findIndex(({ text }) => text === word)];
      return mention === undefined ? undefined : referents[mention.id]?.[0]?.name;
    };
    expect(at('Schoof')).toBe('Dick Schoof');
    expect(at('troops')).toBe('Polish troops');
    expect(at('Dutch')).toBe('Netherlands');
    expect(at('spoke')).toBeUndefined();
  });
});

describe('resolving any text', () => {
  const words = fc.constantFrom(
    ...'Japan Tokyo the a president of Foreign Minister Wang Yi met , . and it they who said " government ( UN ) two sides troops Paris - led new former its U.S.-led his'.split(
      ' ',
    ),
  );

  it('keeps offsets, ids and keys in order', async () => {
    const model = await loadModel();
    const gazetteer = loadGazetteer();
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(' ');
        const doc = model.parse(text);
        const first = resolveDocument(doc, { date: '2025-01-01', gazetteer });
        first.mentions.forEach((mention, id) => {
          expect(mention.id).toBe(id);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.head).toBeGreaterThanOrEqual(mention.first);
          expect(mention.head).toBeLessThanOrEqual(mention.last);
        });
        expect(new Set(first.entities.map(({ key }) => key)).size).toBe(first.entities.length);
        for (const meant of first.referents) for (const entity of meant) expect(first.entities).toContain(entity);
        expect(resolveDocument(doc, { date: '2025-01-01', gazetteer })).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('reads an empty text, a sentence of 2,000 tokens and a long bulletin', async () => {
    expect(await read('')).toMatchObject({ mentions: [], entities: [] });
    const chain = `Norway met ${'Sweden, Denmark, '.repeat(500)}and Finland.`;
    expect((await entitiesOf(chain)).sort()).toEqual([
      'Country Denmark',
      'Country Finland',
      'Country Norway',
      'Country Sweden',
    ]);
    const long = await read('Japanese Foreign Minister Takeshi Iwaya met him. The two sides agreed. '.repeat(1500));
    expect(long.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['Takeshi Iwaya', 'Japan']));
  });
});

describe('an office', () => {
  it.each([
    [
      'The foreign ministers of Latvia and Estonia met.',
      'Latvian foreign minister',
      ['foreign minister of country:LVA'],
    ],
    [
      'The foreign ministers of Latvia and Estonia met.',
      'Estonian foreign minister',
      ['foreign minister of country:EST'],
    ],
    ['Leader of the opposition Marta Lind resigned.', 'Marta Lind', ['Leader of the opposition of nobody']],
    ['Prime Minister of Thailand Anan Sukjai resigned.', 'Anan Sukjai', ['Prime Minister of country:THA']],
    ['Head of the Chechen Republic Ramzan Kadyrov spoke.', 'Ramzan Kadyrov', ['Head of place:chechnya']],
    ['The Knesset named its speaker, Dana Weiss.', 'Dana Weiss', ['speaker of org:knesset']],
    ['Minneapolis mourned. Mayor Peter Lund resigned.', 'Peter Lund', ['Mayor of place:minneapolis']],
    ['The head of Iran’s central bank, Ali Rezaei, resigned.', 'Ali Rezaei', ['head of org:iranian-central-bank']],
    ['NATO’s secretary-general, Peter Lund, spoke.', 'Peter Lund', ['secretary-general of org:nato']],
    [
      'The chief minister of the Indian state of Kerala, Arun Nair, resigned.',
      'Arun Nair',
      ['chief minister of country:IND'],
    ],
    [
      'The head of the United States forces in Europe, Peter Lund, resigned.',
      'Peter Lund',
      ['head of org:united-states-forces'],
    ],
    [
      'Itaru Mori, chief of the Japanese national police agency, resigned.',
      'Itaru Mori',
      ['chief of org:japanese-national-police-agency'],
    ],
  ])('%s: %s', async (text, name, offices) => {
    expect(await officesOf(text, name)).toEqual(offices);
  });

  it.each(['Cubans vote for the president of Cuba.', 'Parliament set a term limit for the president of Cuba.'])(
    'is nobody’s where only the post is spoken of: %s',
    async (text) => {
      const people = (await entitiesOf(text, '2024-05-14')).filter((entity) => entity.startsWith('Person '));
      expect(people).toEqual([]);
    },
  );

  it('alone means whoever lost it, not the leader of a state that is only visited', async () => {
    const text = 'Ousted President Pavel Moroz of Ukraine turned up in Russia. The president said he would fight.';
    expect(await meantBy(text, 'The president', '2014-03-01')).toEqual(['Pavel Moroz']);
  });

  it('of a monarch belongs to no republic', async () => {
    expect(await meantBy('China protested. The King declined to comment.', 'The King')).toEqual(['King']);
  });
});

describe('those who act without a name', () => {
  it.each([
    [
      'Thai and Cambodian soldiers exchanged fire.',
      'Thai and Cambodian soldiers',
      ['Thai soldiers', 'Cambodian soldiers'],
    ],
    ['Thousands protested in Oslo.', 'Thousands', ['Thousands']],
    ['An insurgent attack killed five soldiers.', 'insurgent', ['insurgent']],
    ['Myanmar’s military announced a ceasefire.', 'Myanmar’s military', ['Myanmar military']],
    [
      'Islamic State of Iraq and the Levant militants fled.',
      'Islamic State of Iraq and the Levant militants',
      ['Islamic State of Iraq and the Levant militants'],
    ],
  ])('%s (%s)', async (text, words, names) => {
    expect(await meantBy(text, words)).toEqual(names);
  });
});

describe('a place or party named again', () => {
  it.each([
    ['Troops entered Nagorno-Karabakh. Aid reached the territory.', 'the territory', ['Nagorno-Karabakh']],
    ['She arrived in Havana. Tourists left the island.', 'the island', ['Cuba']],
    [
      'Norway, Sweden and Finland voted. Envoys left all three countries.',
      'all three countries',
      ['Norway', 'Sweden', 'Finland'],
    ],
    [
      'Thai and Lao envoys met. The Malaysian premier urged both neighbours to talk.',
      'both neighbours',
      ['Thailand', 'Laos'],
    ],
    ['Belarus detained him. Lithuania called for sanctions on the country.', 'the country', ['Belarus']],
    ['Egypt and Oman cut ties with Qatar, accusing it of lies.', 'it', ['Qatar']],
    ['South Korea returned fire after the North attacked North Korea’s border.', 'North', ['North Korea']],
    ['Belarus seized a Ryanair plane. The airline protested.', 'The airline', ['Ryanair']],
  ])('%s (%s)', async (text, words, names) => {
    expect(await meantBy(text, words)).toEqual(names);
  });
});

describe('a bulletin of 1 MB', () => {
  it('is read, each of its sentences like the first', async () => {
    const once = (await loadModel()).parse(
      'Japanese Foreign Minister Takeshi Iwaya met Wang Yi. The two sides agreed. ',
    );
    const copies = Math.ceil(1_000_000 / once.text.length);
    const { mentions, entities } = resolveDocument(repeated(once, copies), { date: null, gazetteer: loadGazetteer() });
    const { mentions: few } = resolveDocument(once, { date: null, gazetteer: loadGazetteer() });
    expect(mentions.length).toBe(few.length * copies);
    expect(entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['Takeshi Iwaya', 'Wang Yi', 'Japan']));
  }, 60_000);
});

/** The document that the model would give for the text repeated, without parsing it again and again. */
function repeated(doc: Doc, copies: number): Doc {
  const size = doc.tokens.length;
  const each = Array.from({ length: copies }, (_, at) => at);
  const moved = <T extends TokenSpan>(span: T, at: number): T => ({
    ...span,
    first: span.first + at * size,
    last: span.last + at * size,
  });
  return {
    ...doc,
    text: doc.text.repeat(copies),
    tokens: each.flatMap((at) =>
      doc.tokens.map((token) => ({
        ...token,
        i: token.i + at * size,
        head: token.head + at * size,
        start: token.start + at * doc.text.length,
        end: token.end + at * doc.text.length,
      })),
    ),
    sentences: each.flatMap((at) => doc.sentences.map((sentence) => moved(sentence, at))),
    entities: each.flatMap((at) => doc.entities.map((entity) => moved(entity, at))),
  };
}
