/** Undo and redo over any immutable state: a past, a present and a future, at most 100 steps back. */
import type { Producer } from './view.ts';

export const STEPS_KEPT = 100;

interface Step<S> {
  readonly state: S;
  /** What the step that led away from this state did, for the announcement and the button's title. */
  readonly label: string;
}

export interface History<S> {
  readonly past: readonly Step<S>[];
  readonly present: S;
  readonly future: readonly Step<S>[];
}

export const startHistory = <S>(present: S): History<S> => ({ past: [], present, future: [] });

/** Applies a producer as one step; a producer that changes nothing makes no step. */
export const step =
  <S>(label: string, producer: Producer<S>): Producer<History<S>> =>
  (history) => {
    const present = producer(history.present);
    if (present === history.present) return history;
    const past = [...history.past, { state: history.present, label }].slice(-STEPS_KEPT);
    return { past, present, future: [] };
  };

/** Changes the present without a step: for a gesture that goes on, whose beginning was one. */
export const revise =
  <S>(producer: Producer<S>): Producer<History<S>> =>
  (history) => {
    const present = producer(history.present);
    return present === history.present ? history : { ...history, present };
  };

export const undo = <S>(history: History<S>): History<S> => {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.state,
    future: [{ state: history.present, label: last.label }, ...history.future],
  };
};

export const redo = <S>(history: History<S>): History<S> => {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, { state: history.present, label: next.label }], present: next.state, future };
};

export const undoLabel = <S>(history: History<S>): string | null => history.past.at(-1)?.label ?? null;
export const redoLabel = <S>(history: History<S>): string | null => history.future[0]?.label ?? null;
