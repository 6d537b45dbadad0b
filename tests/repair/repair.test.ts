import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../ingest/codebook/patterns.ts';
import { repairTrees } from '../../ingest/repair/repair.ts';
import { parse } from '../support/nlp.ts';

const codebook = loadCodebook();

async function edges(text: string): Promise<string[]> {
  const doc = repairTrees(await parse(text), (lemma) => codebook.verbs.has(lemma));
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
    ['The Red Cross operating in Iraq said forces must ensure security.', ['Cross nsubj said', 'operating acl Cross']],
    ['Rebels have kidnapped up to 16 Russian civilian advisers from a town.', ['advisers dobj kidnapped']],
  ])('%s', async (text, expected) => {
    expect(await edges(text)).toEqual(expect.arrayContaining(expected));
  });

  it('leave a document as it is where nothing shows', async () => {
    const doc = await parse('China condemned Japan. The peace talks in Geneva ended.');
    expect(repairTrees(doc, (lemma) => codebook.verbs.has(lemma))).toBe(doc);
  });
});
