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

  it('leave a document as it is where nothing shows', async () => {
    const doc = await parse('China condemned Japan. The peace talks in Geneva ended.');
    expect(repairTrees(doc, (lemma) => codebook.verbs.has(lemma))).toBe(doc);
  });
});
