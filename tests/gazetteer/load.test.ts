import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityKey, loadGazetteer } from '../../ingest/gazetteer/index.ts';
import { fold, normalizeName, slug } from '../../ingest/gazetteer/normalize.ts';

const gazetteer = loadGazetteer();
const namedBy = (text: string): string[] => gazetteer.senses(text).map(({ kind, entry }) => `${kind} ${entry.key}`);

describe('the gazetteer', () => {
  it.each([
    ['Japan', 'name country:JPN'],
    ['Japanese', 'adjective country:JPN'],
    ['U.S.', 'name country:USA'],
    ['UK', 'name country:GBR'],
    ['Britons', 'people country:GBR'],
    ['Burma', 'name country:MMR'],
    ['Türkiye', 'name country:TUR'],
    ['Côte d’Ivoire', 'name country:CIV'],
    ['DRC', 'name country:COD'],
    ['Nigerien', 'adjective country:NER'],
    ['Nigerian', 'adjective country:NGA'],
    ['Daesh', 'name org:islamic-state'],
    ['IAEA', 'name org:international-atomic-energy-agency'],
    ['Diaoyu Islands', 'name place:senkaku-islands'],
    ['Elysee', 'name facility:elysee-palace'],
  ])('knows %s', (text, sense) => {
    expect(namedBy(text)).toContain(sense);
  });

  it.each(['us', 'turkey', 'who', 'china shop', 'ice', 'may'])('takes "%s" for no name', (text) => {
    expect(namedBy(text)).toEqual([]);
  });

  it('tells for whom a capital and a seat of power act', () => {
    expect(gazetteer.senses('Tokyo')[0]?.entry.acts).toBe('country:JPN');
    expect(gazetteer.senses('Kremlin')[0]?.entry.acts).toBe('country:RUS');
    expect(gazetteer.senses('Brussels')[0]?.entry.acts).toBe('org:european-union');
    expect(gazetteer.senses('Osaka')[0]?.entry.acts).toBeUndefined();
  });

  it('refers only to entries that it has', () => {
    const missing = [...gazetteer.entries.values()].flatMap(({ key, of, acts }) =>
      [of, acts].filter((to) => to !== undefined && !gazetteer.entries.has(to)).map((to) => `${key} -> ${to ?? ''}`),
    );
    expect(missing).toEqual([]);
    const owners = gazetteer.leaders.flatMap(({ terms }) => terms.map(({ of }) => of));
    expect(owners.filter((of) => !gazetteer.entries.has(of))).toEqual([]);
  });

  it('keeps terms of office in order', () => {
    const wrong = gazetteer.leaders.filter(({ terms }) =>
      terms.some(({ from, until }) => !/^\d{4}(-\d{2}){0,2}$/.test(from) || (until !== null && until < from)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('gives every state an adjective or none, and no two states one key', () => {
    const states = [...gazetteer.entries.values()].filter(({ type }) => type === 'Country');
    expect(states.length).toBeGreaterThan(240);
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
  });
});

describe('names', () => {
  it('are compared without accents, case, articles and possessives', () => {
    expect(normalizeName("The Élysée Palace's")).toBe('elysee palace');
    expect(entityKey('Person', 'Nicolás Maduro')).toBe('person:nicolas-maduro');
  });

  it('normalize to what normalizes to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = normalizeName(text);
        fc.pre(!/^(the|an|a) /.test(name));
        expect(normalizeName(name)).toBe(name);
        expect(slug(name)).toBe(slug(text));
      }),
    );
  });

  it('fold to what folds to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});
