import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redo, redoLabel, STEPS_KEPT, startHistory, step, undo, undoLabel } from '../../viewer/app/state/history.ts';

const add = (by: number) => step<number>(`add ${by}`, (value) => value + by);

describe('history', () => {
  test('law: undoing every step leads back to the start, redoing to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: STEPS_KEPT }), (steps) => {
        let history = startHistory(0);
        for (const by of steps) history = add(by)(history);
        const end = history.present;
        for (let count = 0; count < steps.length; count += 1) history = undo(history);
        expect(history.present).toBe(0);
        expect(undo(history)).toBe(history);
        for (let count = 0; count < steps.length; count += 1) history = redo(history);
        expect(history.present).toBe(end);
        expect(redo(history)).toBe(history);
      }),
    );
  });

  test('a step after an undo forgets what was undone', () => {
    const history = add(3)(undo(add(2)(add(1)(startHistory(0)))));
    expect(history.present).toBe(4);
    expect(history.future).toEqual([]);
  });

  test('labels name what would be undone and redone', () => {
    const history = undo(add(2)(add(1)(startHistory(0))));
    expect(undoLabel(history)).toBe('add 1');
    expect(redoLabel(history)).toBe('add 2');
    expect(undoLabel(startHistory(0))).toBeNull();
  });

  test('a producer that changes nothing makes no step', () => {
    const history = startHistory(1);
    expect(step<number>('nothing', (value) => value)(history)).toBe(history);
  });

  test(`no more than ${STEPS_KEPT} steps are kept`, () => {
    let history = startHistory(0);
    for (let count = 0; count < STEPS_KEPT + 20; count += 1) history = add(1)(history);
    for (let count = 0; count < STEPS_KEPT + 20; count += 1) history = undo(history);
    expect(history.present).toBe(20);
  });
});
