import { describe, expect, it } from 'vitest';
import { lineOf, statementOf } from './reading.ts';

describe('polarity', () => {
  it.each([
    ['Norway did not recognize Kosovo.', 'RECOGNIZED', 'negated'],
    ['Norway has never recognized Kosovo.', 'RECOGNIZED', 'negated'],
    ['Norway refused to recognize Kosovo.', 'RECOGNIZED', 'negated'],
    ['Norway failed to recognize Kosovo.', 'RECOGNIZED', 'negated'],
    ['Norway ruled out recognizing Kosovo.', 'RECOGNIZED', 'negated'],
    ['Norway denied that it attacked Sweden.', 'ATTACKED', 'negated'],
    ['Norway recognized Kosovo.', 'RECOGNIZED', 'affirmed'],
    ['Russia denies the claim, accusing Ukraine of shelling.', 'ACCUSED', 'affirmed'],
  ])('%s', async (text, predicate, polarity) => {
    expect((await statementOf(text, predicate)).statement.polarity).toBe(polarity);
  });
});

describe('status', () => {
  it.each([
    ['Norway will recognize Kosovo.', 'RECOGNIZED', 'planned'],
    ['Norway plans to recognize Kosovo.', 'RECOGNIZED', 'planned'],
    ['Norway is set to recognize Kosovo.', 'RECOGNIZED', 'planned'],
    ['Norway may recognize Kosovo.', 'RECOGNIZED', 'possible'],
    ['Norway is considering recognizing Kosovo.', 'RECOGNIZED', 'possible'],
    ['Iran threatened to attack Iraq.', 'ATTACKED', 'threatened'],
    ['Iran urged Norway to recognize Kosovo.', 'RECOGNIZED', 'demanded'],
    ['Iran demanded that Norway recognize Kosovo.', 'RECOGNIZED', 'demanded'],
    ['Norway demanded the release of Karim Said by Iran.', 'RELEASED', 'demanded'],
    ['Iran is fighting Iraq.', 'FOUGHT', 'ongoing'],
    ['Iran attacked Iraq.', 'ATTACKED', 'occurred'],
    ['Omar Bah is accused of attacking Iraq.', 'ATTACKED', 'possible'],
    ['French President Emmanuel Macron spoke.', 'REPRESENTS', 'ongoing'],
    ['Former French President Nicolas Sarkozy spoke.', 'REPRESENTS', 'occurred'],
  ])('%s', async (text, predicate, status) => {
    expect((await statementOf(text, predicate)).statement.status).toBe(status);
  });
});

describe('attribution', () => {
  it.each([
    ['Iraq said that Iran attacked Syria.', 'Iraq'],
    ['Iran attacked Syria, Iraq said.', 'Iraq'],
    ['According to Iraq, Iran attacked Syria.', 'Iraq'],
    ['Iran attacked Syria, according to Iraq.', 'Iraq'],
    ['Iraq accused Iran of attacking Syria.', 'Iraq'],
    ['Iran claims to have attacked Syria.', 'Iran'],
    ['Iran denies attacking Syria.', 'Iran'],
  ])('%s', async (text, holder) => {
    const { extraction, statement } = await statementOf(text, 'ATTACKED');
    const said = extraction.entities.find((entity) => entity.id === statement.saidBy?.entity);
    expect([said?.name, lineOf(extraction, statement)]).toEqual([holder, 'Iran ATTACKED Syria']);
  });

  it('is null where the bulletin states it itself', async () => {
    expect((await statementOf('Iran attacked Syria.', 'ATTACKED')).statement.saidBy).toBeNull();
  });
});
