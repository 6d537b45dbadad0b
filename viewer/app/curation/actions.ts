/** What can be done while judging. Every judgement goes the same way: sent, followed on the page, told with a way to undo it. */
import type { Decision, JudgedAnswer } from '../../curation-contract.ts';
import { messageOf } from '../api/client.ts';
import { failed, here, waiting } from '../state/panel.ts';
import type { Store } from '../state/store.ts';
import { put } from '../state/store.ts';
import type { Producer } from '../state/view.ts';
import { counted, number } from '../text/words.ts';
import { keepAuthor } from './author.ts';
import type { Opening } from './door.ts';
import type { CurationHost } from './refresh.ts';
import { createRefresh } from './refresh.ts';
import { requests } from './requests.ts';
import {
  currentOf,
  joinLog,
  joinReview,
  type JudgingState,
  pairKey,
  progressOf,
  skip,
  unskip,
  unskipAll,
  withoutJudged,
} from './state.ts';

export const createJudgingActions = (store: Store<JudgingState>, host: CurationHost) => {
  const refresh = createRefresh(host);
  const set = (parts: Partial<JudgingState>): void => store.update(put<JudgingState>(parts));
  const say = (said: string): void => set({ said });

  const sayCurrent = (): void => {
    const state = store.get();
    const current = currentOf(state);
    const { position, total } = progressOf(state);
    if (state.open?.kind !== 'review' || state.tab !== 'queue') return;
    if (current) say(`${number(position)} of ${number(total)}: are ${current.one.name} and ${current.other.name} one?`);
    else if (state.queue.state === 'here') say('No further candidate.');
  };

  /** Reads pages until one has a pair that was not put off, or none is left. */
  const fillQueue = async (): Promise<void> => {
    for (;;) {
      const { queue } = store.get();
      const next = queue.state === 'here' ? queue.value.next : null;
      if (queue.state === 'here' && (currentOf(store.get()) !== null || next === null)) return;
      store.update(joinReview(await requests.review(next)));
    }
  };

  const loadQueue = async (): Promise<void> => {
    try {
      await fillQueue();
      sayCurrent();
    } catch (error) {
      set({ queue: failed(messageOf(error)) });
    }
  };

  /** The queue as the store has it now; what is shown stays until it is there. */
  const renewQueue = async (): Promise<void> => {
    if (store.get().queue.state === 'waiting') return;
    try {
      set({ queue: here(await requests.review(null)) });
      await fillQueue();
    } catch (error) {
      set({ queue: failed(messageOf(error)) });
    }
  };

  const loadLog = async (): Promise<void> => {
    try {
      set({ log: here(await requests.judgements(null)) });
    } catch (error) {
      set({ log: failed(messageOf(error)) });
    }
  };

  const moreLog = async (): Promise<void> => {
    const { log } = store.get();
    if (log.state !== 'here' || log.value.next === null) return;
    try {
      store.update(joinLog(await requests.judgements(log.value.next)));
    } catch (error) {
      set({ error: messageOf(error) });
    }
  };

  const followed = async (answer: JudgedAnswer): Promise<void> => {
    const { log } = store.get();
    await Promise.all([refresh(answer), renewQueue(), log.state === 'waiting' ? null : loadLog()]);
  };

  /** Sends something in the name of the person; false where it was not done, and why is told. */
  const send = async (
    work: (by: string) => Promise<JudgedAnswer>,
    words: string,
    isUndo: boolean,
    after: (answer: JudgedAnswer) => void = () => {},
  ): Promise<boolean> => {
    const { busy, by } = store.get();
    if (busy) return false;
    if (by.trim() === '') {
      set({ nameMissing: true, error: null, said: 'Say first who judges.' });
      return false;
    }
    set({ busy: true, error: null });
    try {
      const answer = await work(by.trim());
      after(answer);
      const told = `${words} ${counted(answer.bulletins, 'bulletin', 'bulletins')} written anew.`;
      set({ toast: { words: told, sequence: isUndo ? null : answer.sequence }, said: told });
      await followed(answer);
      return true;
    } catch (error) {
      set({ error: messageOf(error), said: messageOf(error) });
      return false;
    } finally {
      set({ busy: false });
    }
  };

  const judge = (
    decision: Decision,
    why: string,
    words: string,
    after?: (answer: JudgedAnswer) => void,
  ): Promise<boolean> =>
    send((by) => requests.judge(decision, { by, why: why.trim() === '' ? null : why.trim() }), words, false, after);

  const undo = (sequence: number): Promise<boolean> =>
    send(
      (by) => requests.undo(sequence, { by, why: null }),
      `Judgement ${sequence} is taken back.`,
      true,
      () => store.update((state) => ({ ...state, own: state.own.filter((each) => each !== sequence) })),
    );

  /** Judges the pair that is asked about. */
  const decide = async (kind: 'same' | 'not-same', why: string): Promise<boolean> => {
    const candidate = currentOf(store.get());
    if (candidate === null) return false;
    const { one, other } = candidate;
    const words =
      kind === 'same' ? `${one.name} and ${other.name} are one now.` : `${one.name} and ${other.name} stay two.`;
    const isDone = await judge({ kind, one: one.id, other: other.id }, why, words, (answer) => {
      const gone = new Set(answer.entities.flatMap(({ id, now }) => (now.includes(id) ? [] : [id])));
      store.update((state) => ({
        ...withoutJudged(pairKey(candidate), gone)(state),
        own: [...state.own, answer.sequence],
      }));
    });
    return isDone;
  };

  const close = (): void => set({ open: null, error: null, nameMissing: false });

  const moved = (producer: Producer<JudgingState>): void => {
    store.update(producer);
    void loadQueue();
  };

  return {
    say,
    judge,
    undo,
    decide,
    skip: (): void => moved(skip),
    unskip: (): void => moved(unskip),
    unskipAll: (): void => moved(unskipAll),
    undoOwn: (): void => {
      const last = store.get().own.at(-1);
      if (last === undefined) say('Nothing was judged from the queue yet. The history has the rest.');
      else void undo(last);
    },
    open: (open: Opening): void => {
      set({ open, error: null, nameMissing: false });
      if (store.get().allowed.state !== 'here') {
        requests.state().then(
          (allowed) => set({ allowed: here(allowed) }),
          (error: unknown) => set({ allowed: failed(messageOf(error)) }),
        );
      }
      if (open.kind === 'review' && store.get().queue.state !== 'here') {
        set({ queue: waiting });
        void loadQueue();
      } else sayCurrent();
    },
    close,
    show: (tab: JudgingState['tab']): void => {
      set({ tab, error: null });
      if (tab === 'log' && store.get().log.state !== 'here') void loadLog();
    },
    moreLog: (): void => void moreLog(),
    retryQueue: (): void => {
      set({ queue: waiting });
      void loadQueue();
    },
    retryLog: (): void => {
      set({ log: waiting });
      void loadLog();
    },
    setAuthor: (by: string): void => {
      keepAuthor(by.trim());
      set({ by, nameMissing: false });
    },
    closeToast: (): void => set({ toast: null }),
    /** The page is behind the review. */
    openBulletin: (id: string): void => {
      close();
      host.openBulletin(id);
    },
  };
};

export type JudgingActions = ReturnType<typeof createJudgingActions>;
