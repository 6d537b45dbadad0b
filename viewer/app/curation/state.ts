/** What judging shows: the queue with what was skipped of it, the log, who judges, and what was judged last. Producers only. */
import type { Candidate, CurationState, JudgementsPage, ReviewPage } from '../../curation-contract.ts';
import type { Asked } from '../state/panel.ts';
import { here, waiting } from '../state/panel.ts';
import type { Producer } from '../state/view.ts';
import type { Opening } from './door.ts';

interface Toast {
  readonly words: string;
  /** The judgement that can be taken back from here; null for what was just taken back. */
  readonly sequence: number | null;
}

export interface JudgingState {
  readonly allowed: Asked<CurationState>;
  readonly open: Opening | null;
  readonly tab: 'queue' | 'log';
  /** Who judges, as the log calls them. */
  readonly by: string;
  /** A judgement was wanted and nobody has said who judges. */
  readonly nameMissing: boolean;
  readonly queue: Asked<ReviewPage>;
  /** Pairs that were put off, in that order. */
  readonly skipped: readonly string[];
  /** Judgements made from the queue that stand. */
  readonly own: readonly number[];
  readonly log: Asked<JudgementsPage>;
  /** A judgement is on its way. */
  readonly busy: boolean;
  readonly error: string | null;
  readonly toast: Toast | null;
  /** The last thing said in the live region. */
  readonly said: string;
}

export const startJudging: JudgingState = {
  allowed: waiting,
  open: null,
  tab: 'queue',
  by: '',
  nameMissing: false,
  queue: waiting,
  skipped: [],
  own: [],
  log: waiting,
  busy: false,
  error: null,
  toast: null,
  said: '',
};

/** The same for a pair whichever way round it is. */
export const pairKey = ({ one, other }: Pick<Candidate, 'one' | 'other'>): string =>
  [one.id, other.id].toSorted().join('\n');

/** The candidate that is asked about; null where none is left, or none is here yet. */
export const currentOf = ({ queue, skipped }: JudgingState): Candidate | null => {
  if (queue.state !== 'here') return null;
  const isSkipped = new Set(skipped);
  return queue.value.candidates.find((candidate) => !isSkipped.has(pairKey(candidate))) ?? null;
};

export interface Progress {
  readonly position: number;
  readonly total: number;
  readonly judged: number;
  readonly skipped: number;
}

/** How far the queue is: what was judged and skipped here counts, and what is left. */
export const progressOf = ({ queue, skipped, own }: JudgingState): Progress => {
  const left = queue.state === 'here' ? queue.value.total : 0;
  const total = own.length + left;
  return {
    position: Math.min(own.length + skipped.length + 1, total),
    total,
    judged: own.length,
    skipped: Math.min(skipped.length, left),
  };
};

export const skip: Producer<JudgingState> = (state) => {
  const current = currentOf(state);
  return current === null ? state : { ...state, skipped: [...state.skipped, pairKey(current)], error: null };
};

/** The pair that was put off last is asked about again. */
export const unskip: Producer<JudgingState> = (state) =>
  state.skipped.length === 0 ? state : { ...state, skipped: state.skipped.slice(0, -1), error: null };

export const unskipAll: Producer<JudgingState> = (state) => ({ ...state, skipped: [] });

/** A further page joins; a pair that came twice is kept once. */
export const joinReview =
  (page: ReviewPage): Producer<JudgingState> =>
  (state) => {
    if (state.queue.state !== 'here') return { ...state, queue: here(page) };
    const known = new Set(state.queue.value.candidates.map(pairKey));
    const added = page.candidates.filter((candidate) => !known.has(pairKey(candidate)));
    return { ...state, queue: here({ ...page, candidates: [...state.queue.value.candidates, ...added] }) };
  };

/** At once, until the queue is read again: the pair that was judged is gone, and so is what became another entity. */
export const withoutJudged =
  (judged: string, gone: ReadonlySet<string>): Producer<JudgingState> =>
  (state) => {
    if (state.queue.state !== 'here') return state;
    const { value } = state.queue;
    const candidates = value.candidates.filter(
      (candidate) => pairKey(candidate) !== judged && !gone.has(candidate.one.id) && !gone.has(candidate.other.id),
    );
    const total = value.total - (value.candidates.length - candidates.length);
    return { ...state, queue: here({ ...value, candidates, total }) };
  };

export const joinLog =
  (page: JudgementsPage): Producer<JudgingState> =>
  (state) => {
    if (state.log.state !== 'here') return { ...state, log: here(page) };
    return { ...state, log: here({ ...page, judgements: [...state.log.value.judgements, ...page.judgements] }) };
  };
