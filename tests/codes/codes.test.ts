import { describe, expect, it } from 'vitest';
import { PREDICATES } from '../../graph/model/predicates.ts';
import { quadClassOf } from '../../graph/model/vocabulary.ts';
import { codesOf } from '../../ingest/codes/codes.ts';

describe('codesOf', () => {
  it('gives the finest code that the verb supports', () => {
    expect(codesOf('ATTACKED', 'bomb', 'occurred', 'affirmed')).toEqual({
      cameo: '183',
      plover: 'ASSAULT',
      quadClass: 4,
      goldstein: -10,
    });
    expect(codesOf('ATTACKED', 'attack', 'occurred', 'affirmed').cameo).toBe('180');
    expect(codesOf('CALLED_ON', 'demand', 'occurred', 'affirmed').cameo).toBe('100');
  });

  it('codes what is planned as intent and what is threatened as threat', () => {
    expect(codesOf('MET', 'meet', 'planned', 'affirmed').cameo).toBe('036');
    expect(codesOf('ATTACKED', 'attack', 'threatened', 'affirmed')).toMatchObject({
      cameo: '138',
      quadClass: 3,
      goldstein: -7,
    });
  });

  it('codes cooperation to come as agreement and conflict to come as a threat', () => {
    expect(codesOf('AIDED', 'send', 'planned', 'affirmed')).toMatchObject({
      cameo: '033',
      plover: 'AGREE',
      quadClass: 1,
    });
    expect(codesOf('SANCTIONED', 'impose', 'planned', 'affirmed')).toMatchObject({ cameo: '131', plover: 'THREATEN' });
    expect(codesOf('ABDUCTED', 'kidnap', 'threatened', 'affirmed')).toMatchObject({ cameo: '138', plover: 'THREATEN' });
  });

  it('codes cooperation denied as a refusal, and neither conflict denied nor what is demanded', () => {
    expect(codesOf('MET', 'meet', 'occurred', 'negated')).toMatchObject({
      cameo: '125',
      plover: 'REJECT',
      quadClass: 3,
    });
    expect(codesOf('ATTACKED', 'attack', 'occurred', 'negated').cameo).toBeNull();
    expect(codesOf('RELEASED', 'free', 'demanded', 'affirmed').plover).toBeNull();
  });

  it('has a code and a Goldstein value for every predicate that has a PLOVER class', () => {
    for (const row of PREDICATES.values()) {
      if (row.plover === null) continue;
      const codes = codesOf(row.name, '', 'occurred', 'affirmed');
      expect(codes.cameo, row.name).not.toBeNull();
      expect(codes.goldstein, row.name).not.toBeNull();
      expect(codes.plover).toBe(row.plover);
    }
  });

  it('has none for standing relations', () => {
    expect(codesOf('REPRESENTS', 'minister', 'ongoing', 'affirmed')).toEqual({
      cameo: null,
      plover: null,
      quadClass: null,
      goldstein: null,
    });
  });
});

describe('quadClassOf', () => {
  it.each([
    ['051', 1],
    ['072', 2],
    ['112', 3],
    ['130', 3],
    ['140', 4],
    ['195', 4],
  ])('puts %s into class %i', (code, quadClass) => {
    expect(quadClassOf(code)).toBe(quadClass);
  });
});
