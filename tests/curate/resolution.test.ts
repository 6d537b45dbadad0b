/** What a log of judgements amounts to is a function of the judgements in force, and keeps apart what was judged apart. */
import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Judgement } from '../../graph/curate/judgement.ts';
import { apartness, canonicalId, inForce, resolve } from '../../graph/curate/resolution.ts';

const number = (decisions: readonly Decision[]): Judgement[] =>
  decisions.map((decision, index) => ({ ...decision, by: 'ada', at: '2025-01-01', why: null, sequence: index + 1 }));
const same = (one: string, other: string): Decision => ({ kind: 'same', one, other });
const notSame = (one: string, other: string): Decision => ({ kind: 'not-same', one, other });
const undo = (undoes: number): Decision => ({ kind: 'undo', undoes });
const groups = (...decisions: Decision[]) => [...resolve(number(decisions)).groups];

describe('a log of judgements', () => {
  it('joins what is the same, under the first entity of the earliest judgement', () => {
    expect(groups(same('b', 'a'), same('d', 'c'), same('c', 'a'))).toEqual([['b', ['b', 'a', 'd', 'c']]]);
  });

  it('keeps apart what is not the same, also through a third', () => {
    expect(groups(same('a', 'b'), same('b', 'c'), notSame('a', 'c'))).toEqual([['a', ['a', 'b']]]);
  });

  it('takes the latest judgement on a pair', () => {
    expect(groups(same('a', 'b'), notSame('b', 'a'))).toEqual([]);
    expect(groups(notSame('a', 'b'), same('b', 'a'))).toEqual([['b', ['b', 'a']]]);
  });

  it('is without what was taken back, and with what the taking back of that put in force again', () => {
    expect(groups(same('a', 'b'), undo(1))).toEqual([]);
    expect(groups(same('a', 'b'), undo(1), undo(2))).toEqual([['a', ['a', 'b']]]);
    expect(groups(same('a', 'b'), undo(1), undo(2), undo(3))).toEqual([]);
  });

  it('gives the latest name and type to the entity that stays', () => {
    const { names, types } = resolve(
      number([
        { kind: 'rename', entity: 'b', name: 'Old' },
        same('a', 'b'),
        { kind: 'rename', entity: 'b', name: 'New' },
        { kind: 'retype', entity: 'a', type: 'Place' },
      ]),
    );
    expect([...names]).toEqual([['a', 'New']]);
    expect([...types]).toEqual([['a', 'Place']]);
  });

  const id = constantFrom('a', 'b', 'c', 'd', 'e');
  const decision = oneof(
    record({ kind: constantFrom('same' as const, 'not-same' as const), one: id, other: id }),
    record({ kind: constantFrom('undo' as const), undoes: integer({ min: 1, max: 8 }) }),
  );
  // An undoing stands after what it undoes.
  const log = array(decision, { maxLength: 12 }).map((all) =>
    number(all.filter((one, index) => one.kind !== 'undo' || one.undoes <= index)).filter(
      (one) => one.kind !== 'undo' || one.undoes < one.sequence,
    ),
  );

  it('never has in one group two entities that the latest judgement on them keeps apart', () => {
    assert(
      property(log, (judgements) => {
        const resolution = resolve(judgements);
        const latest = new Map<string, Judgement>();
        for (const judgement of inForce(judgements)) {
          if (judgement.kind === 'same' || judgement.kind === 'not-same') {
            latest.set([judgement.one, judgement.other].sort().join(), judgement);
          }
        }
        for (const judgement of latest.values()) {
          if (judgement.kind !== 'not-same' || judgement.one === judgement.other) continue;
          const { one, other } = judgement;
          expect(canonicalId(resolution, one)).not.toBe(canonicalId(resolution, other));
          expect(apartness(judgements)(one, other)).not.toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is what the judgements in force alone amount to', () => {
    assert(
      property(log, (judgements) => {
        expect(resolve(inForce(judgements))).toEqual(resolve(judgements));
      }),
      { numRuns: 500 },
    );
  });
});
