/** Where judging stands on the page: the review over everything, a form in a dialog, and the last judgement's message. */
import { render } from 'preact';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { JudgingActions } from './actions.ts';
import { createJudgingActions } from './actions.ts';
import { storedAuthor } from './author.ts';
import './curation.css';
import type { Opening } from './door.ts';
import { CorrectForm, RejectForm } from './forms.tsx';
import type { CurationHost } from './refresh.ts';
import { Review } from './review.tsx';
import { type JudgingState, startJudging } from './state.ts';
import { ToastBar } from './toast.tsx';

export interface OpenedCuration {
  open(opening: Opening): void;
  isOpen(): boolean;
}

const Place = ({ state, act, host }: { state: JudgingState; act: JudgingActions; host: CurationHost }) => {
  const { open } = state;
  const palette = host.palette();
  return (
    <>
      {open?.kind === 'review' && <Review state={state} act={act} palette={palette} />}
      {open?.kind === 'correct' && <CorrectForm entity={open.entity} state={state} act={act} palette={palette} />}
      {open?.kind === 'reject' && <RejectForm statement={open.statement} state={state} act={act} palette={palette} />}
      <ToastBar state={state} act={act} />
      <p class="visually-hidden" role="status" aria-live="polite" data-testid="judging-said">
        {state.said}
      </p>
    </>
  );
};

export const mountCuration = (page: HTMLElement, host: CurationHost): OpenedCuration => {
  const element = document.createElement('div');
  element.className = 'curation-place';
  document.body.append(element);
  const store: Store<JudgingState> = createStore({ ...startJudging, by: storedAuthor() }, queueMicrotask);
  const act = createJudgingActions(store, host);
  let before: Element | null = null;
  let wasOpen = false;
  const show = (): void => {
    const state = store.get();
    const isOpen = state.open !== null;
    // A dialog makes the rest inert by itself; the review lies over the page and has to.
    page.inert = state.open?.kind === 'review';
    render(<Place state={state} act={act} host={host} />, element);
    if (wasOpen && !isOpen && before instanceof HTMLElement) before.focus();
    wasOpen = isOpen;
  };
  store.listen(show);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || store.get().open?.kind !== 'review') return;
    event.preventDefault();
    act.close();
  });
  show();
  return {
    open(opening) {
      before = document.activeElement;
      act.open(opening);
    },
    isOpen: () => store.get().open !== null,
  };
};
