import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../ingest/codebook/patterns.ts';
import { repairTrees } from '../../ingest/repair/repair.ts';
import { parse } from '../support/nlp.ts';

const codebook = loadCodebook();
const acts = {
  isVerbLemma: (lemma: string) => codebook.verbs.has(lemma),
  isNounLemma: (lemma: string) => codebook.nouns.has(lemma),
};

async function edges(text: string): Promise<string[]> {
  const doc = repairTrees(await parse(text), acts);
  return doc.tokens.map((token) => `${token.text} ${token.dep} ${doc.tokens[token.head]?.text ?? ''}`);
}

describe('repaired trees', () => {
  it('make the verb of a headline its root, with subject and object', async () => {
    const found = await edges(
      'A Libyan warplane bombs a Greek-operated oil tanker anchored offshore the city of Derna.',
    );
    expect(found).toEqual(expect.arrayContaining(['bombs ROOT bombs', 'warplane nsubj bombs', 'tanker dobj bombs']));
  });

  it('find the verb that a participle at the root hides', async () => {
    const found = await edges('Georgian police fire rubber bullets at a crowd trying to storm parliament in Tbilisi.');
    expect(found).toEqual(expect.arrayContaining(['fire ROOT fire', 'police nsubj fire', 'bullets dobj fire']));
  });

  it('let a second verb go on with the first, not with the noun between', async () => {
    const text =
      'Commanders oust President Hugo Chávez after violent street protests and install business leader Pedro Carmona.';
    expect(await edges(text)).toContain('install conj oust');
  });

  it.each([
    ['The group claims responsibility for both attacks.', ['claims ROOT claims', 'responsibility dobj claims']],
    ['A Palestinian man stabs a guard in Rishon Letzion.', ['stabs ROOT stabs', 'guard dobj stabs']],
    [
      'Supporters of former President Mohamed Nasheed riot in the Maldives.',
      ['riot ROOT riot', 'Supporters nsubj riot', 'Nasheed pobj of'],
    ],
    [
      "Peru has granted asylum to five Panamanian army officers holed up in a residence since last month's invasion.",
      ['officers pobj to', 'holed acl officers'],
    ],
    ['Kenya severs ties with Uganda.', ['severs ROOT severs', 'Kenya nsubj severs', 'ties dobj severs']],
    [
      'A domestic tribunal in Bangladesh sentences former home minister Asaduzzaman Khan to death.',
      ['sentences ROOT sentences', 'tribunal nsubj sentences', 'Khan dobj sentences', 'Bangladesh pobj in'],
    ],
    ['Police in Karachi arrest suspects in their inquiry.', ['arrest ROOT arrest', 'Police nsubj arrest']],
    ['North Korea test-fires missiles toward Japan.', ['fires ROOT fires', 'Korea nsubj fires', 'missiles dobj fires']],
    ['Kenya complies with the ruling.', ['complies ROOT complies', 'Kenya nsubj complies']],
    ['Officers fired at demonstrating lorry drivers.', ['drivers pobj at', 'demonstrating amod drivers']],
    [
      'Iran releases two Kuwaiti journalists accused of spying.',
      ['journalists dobj releases', 'accused acl journalists'],
    ],
    ['Russia, Ukraine hold a new round of talks.', ['Russia nsubj hold', 'Ukraine conj Russia']],
    [
      'Under a deal mediated by the United Arab Emirates, Russia and Ukraine exchanged 230 prisoners.',
      ['Russia nsubj exchanged', 'Ukraine conj Russia', 'Emirates pobj by'],
    ],
    ['Greek police fire tear gas at protesters.', ['fire ROOT fire', 'police nsubj fire', 'gas dobj fire']],
    ['A Turkish court grants bail to journalist Mehmet Altan.', ['grants ROOT grants', 'bail dobj grants']],
    ['Kenya severs ties with Uganda and recalls its ambassador.', ['severs ROOT severs', 'recalls conj severs']],
    [
      'Emmanuel Macron, invited by Viktor Orbán, attended the ceremony.',
      ['Macron nsubj attended', 'invited acl Macron'],
    ],
    [
      'Ecuador declared the Mexican ambassador persona non grata.',
      ['ambassador dobj declared', 'persona oprd declared'],
    ],
    ['FIFA suspended the Zimbabwean federation.', ['FIFA nsubj suspended']],
    ['The Red Cross operating in Iraq said forces must ensure security.', ['Cross nsubj said', 'operating acl Cross']],
    ['Rebels have kidnapped up to 16 Russian civilian advisers from a town.', ['advisers dobj kidnapped']],
  ])('%s', async (text, expected) => {
    expect(await edges(text)).toEqual(expect.arrayContaining(expected));
  });

  it('know a verb by its form where the tagger took it for a noun', async () => {
    const doc = repairTrees(await parse('Kenya re-imposes sanctions on Uganda.'), acts);
    const verb = doc.tokens.find((token) => token.head === token.i);
    expect([verb?.text, verb?.lemma, verb?.tag]).toEqual(['imposes', 're-impose', 'VBZ']);
  });

  it.each(['Russian airstrikes on Odesa and Kharkiv.', 'The long shadow of the war between Iran and Iraq.'])(
    'find no verb where there is none: %s',
    async (text) => {
      const doc = await parse(text);
      expect(repairTrees(doc, acts)).toBe(doc);
    },
  );

  it('leave a document as it is where nothing shows', async () => {
    const doc = await parse('China condemned Japan. The peace talks in Geneva ended.');
    expect(repairTrees(doc, acts)).toBe(doc);
  });
});
