import { describe, expect, it } from 'vitest';
import { ParserState } from '../../ingest/nlp/parser-state.ts';

function stateOf(length: number): ParserState {
  const state = new ParserState();
  state.start(length);
  return state;
}

describe('ParserState', () => {
  it('moves words from the buffer to the stack', () => {
    const state = stateOf(3);
    state.shift();
    state.shift();
    expect([state.stack(0), state.stack(1), state.stack(2)]).toEqual([1, 0, -1]);
    expect([state.buffer(0), state.buffer(1), state.bufferLength]).toEqual([2, -1, 1]);
  });

  it('puts a reduced word without a head back on the buffer, not to be shifted again until something hangs on it', () => {
    const state = stateOf(3);
    state.shift();
    state.shift();
    state.reduce();
    expect([state.buffer(0), state.buffer(1), state.bufferLength, state.depth]).toEqual([1, 2, 2, 1]);
    expect(state.isUnshiftable(1)).toBe(true);
    state.leftArc(7);
    expect(state.isUnshiftable(1)).toBe(false);
    expect([state.heads[0], state.labels[0], state.depth]).toEqual([1, 7, 0]);
  });

  it('drops the last word of the stack even without a head', () => {
    const state = stateOf(1);
    state.shift();
    state.reduce();
    expect(state.isFinal).toBe(true);
  });

  it('gives a word a new head in place of the old one, whose child it no longer is', () => {
    const state = stateOf(3);
    state.shift();
    state.rightArc(1);
    expect([state.heads[1], state.newestRight(0)]).toEqual([0, 1]);
    state.leftArc(2);
    expect([state.heads[1], state.labels[1]]).toEqual([2, 2]);
    expect([state.newestRight(0), state.newestLeft(2)]).toEqual([-1, 1]);
  });

  it('knows the newest child on each side', () => {
    const state = stateOf(4);
    state.shift();
    state.rightArc(1);
    state.reduce();
    state.rightArc(1);
    expect([state.newestRight(0), state.newestLeft(0)]).toEqual([2, -1]);
  });

  it('starts anew with what a longer document left', () => {
    const state = stateOf(5);
    state.shift();
    state.breakSentence();
    state.rightArc(1);
    state.start(3);
    expect([state.depth, state.bufferLength, state.isSentenceStart(2), state.newestRight(0)]).toEqual([
      0,
      3,
      false,
      -1,
    ]);
  });
});
