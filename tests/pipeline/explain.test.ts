import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../ingest/pipeline.ts';

const extractor = await createExtractor();

function explain(text: string): string {
  return extractor.explain({
    id: 'test',
    title: null,
    source: null,
    url: null,
    publishedAt: '2025-03-05',
    language: 'en',
    text,
  });
}

describe('an explanation', () => {
  it('shows the tree, whom each mention means and the rule that fired', () => {
    const words = explain('China condemned Japan. It imposed sanctions on Tokyo.');
    expect(words).toContain('condemned/VBD (nsubj: China/NNP) (dobj: Japan/NNP)');
    expect(words).toContain('mention   "China" name: China (Country)');
    expect(words).toContain('trigger   condemned, verb:condemn: gives China CRITICIZED Japan');
    expect(words).toMatch(/^chain China \(Country\): "China", "It"$/m);
  });

  it('says of a trigger that gives nothing what is missing', () => {
    expect(explain('Somewhere, the rain condemned the idea.')).toMatch(
      /verb:condemn: CRITICIZED: nobody fills subj and /,
    );
    expect(explain('Japan summoned courage.')).toMatch(/verb:summon: COMPLAINED_TO: nobody fills subj and obj/);
  });

  it('leaves what is extracted as it is', () => {
    const bulletin = { id: 'a', title: null, source: null, url: null, publishedAt: null, language: 'en' } as const;
    const before = extractor.extract({ ...bulletin, text: 'Iran attacked Iraq.' });
    extractor.explain({ ...bulletin, text: 'Iran attacked Iraq.' });
    expect(extractor.extract({ ...bulletin, text: 'Iran attacked Iraq.' })).toEqual(before);
  });
});
