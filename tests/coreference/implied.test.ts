import { describe, expect, it } from 'vitest';
import { entitiesOf, entityOf, meantBy, officesOf } from './reading.ts';

describe('a name that is introduced as another one', () => {
  it.each([
    ['Rafael Molina, also known as El Gato, fled. Police seized El Gato.', 'El Gato', 'Rafael Molina'],
    ['Germany banned the airline Mahan Air. The owner of Mahan resigned.', 'Mahan', 'Mahan Air'],
  ])('is the same entity: %s', async (text, words, name) => {
    expect(await meantBy(text, words)).toContain(name);
  });
});

describe('the state of a known office holder', () => {
  it('is meant by the words of the office where the bulletin never names it', async () => {
    const text = 'Prime Minister Justin Trudeau tests positive.';
    const state = await entityOf(text, 'Canada', '2022-06-13');
    expect(state.mentions.map((mention) => mention.text)).toEqual(['Prime Minister']);
    expect(state.aliases).not.toContain('Prime Minister');
    expect(await officesOf(text, 'Justin Trudeau', '2022-06-13')).toHaveLength(1);
  });

  it('is not guessed for somebody whom the gazetteer does not know', async () => {
    expect(await entitiesOf('Prime Minister Anna Berg tests positive.', '2022-06-13')).toEqual(['Person Anna Berg']);
  });
});

describe('names that were read as one', () => {
  it('are two where the gazetteer knows each side of "and"', async () => {
    expect(await entitiesOf('Russia struck Kharkiv and Odesa.')).not.toContain('Organization Kharkiv and Odesa');
  });
});

describe('of them, after a number', () => {
  it('are several and no body', async () => {
    const text = 'Dozens of farmers marched on the offices of Lindqvist Group. Police arrested 38 of them.';
    expect(await meantBy(text, 'them')).toEqual(['farmers']);
  });
});
