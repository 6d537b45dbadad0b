/** The review over the whole page: the queue of pairs that may be one, and the log. Answers to single keys. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Palette } from '../graph/palette.ts';
import { isShortcut } from '../keys.ts';
import { Failed, Waiting } from '../panels/statements.tsx';
import { Glyph, IconButton } from '../panels/symbols.tsx';
import { counted, number } from '../text/words.ts';
import type { JudgingActions } from './actions.ts';
import { CandidateView, questionOf } from './candidate.tsx';
import { AuthorField, Trouble } from './fields.tsx';
import { Log } from './log.tsx';
import { currentOf, type JudgingState, pairKey, progressOf } from './state.ts';

interface Props {
  state: JudgingState;
  act: JudgingActions;
  palette: Palette;
}

const isAllowed = ({ allowed }: JudgingState): boolean => allowed.state === 'here' && allowed.value.judging;

const Progress = ({ state }: { state: JudgingState }) => {
  const { position, total, judged, skipped } = progressOf(state);
  return (
    <div class="progress">
      <p>
        <strong data-testid="progress">
          {number(position)} of {number(total)}
        </strong>
        <span class="quiet">
          {judged > 0 ? ` · ${number(judged)} judged` : ''}
          {skipped > 0 ? ` · ${number(skipped)} skipped` : ''}
        </span>
      </p>
      <progress max={Math.max(1, total)} value={judged + skipped} aria-label="Pairs looked at" />
    </div>
  );
};

const Done = ({ state, act }: Props) => {
  const { judged, skipped } = progressOf(state);
  const homonyms = state.queue.state === 'here' ? state.queue.value.homonyms : 0;
  return (
    <div class="judging-empty">
      <h3>{judged + skipped === 0 ? 'Nothing to review' : 'That was the last one'}</h3>
      <p>
        {judged + skipped === 0
          ? 'No two entities of this store look as if they were one and have not been judged.'
          : `${counted(judged, 'pair', 'pairs')} judged, ${number(skipped)} skipped.`}
        {homonyms > 0 &&
          ` ${counted(homonyms, 'pair', 'pairs')} with like names ${homonyms === 1 ? 'is' : 'are'} not asked about: of different states.`}
      </p>
      {skipped > 0 && (
        <button type="button" class="button" onClick={act.unskipAll}>
          Look at the skipped again
        </button>
      )}
    </div>
  );
};

const Decide = ({ state, act, why, onWhy }: Props & { why: string; onWhy: (why: string) => void }) => {
  const { busy, skipped, own } = state;
  return (
    <div class="decide">
      <label class="decide-why">
        <span class="visually-hidden">Reason, optional</span>
        <input
          type="text"
          maxLength={2000}
          placeholder="Reason (optional)"
          value={why}
          onInput={(event) => onWhy(event.currentTarget.value)}
        />
      </label>
      <div class="decide-buttons" role="group" aria-label="Judge this pair">
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-keyshortcuts="s"
          onClick={() => void act.decide('same', why)}
        >
          Same <kbd aria-hidden="true">s</kbd>
        </button>
        <button
          type="button"
          class="button button-other"
          disabled={busy}
          aria-keyshortcuts="n"
          onClick={() => void act.decide('not-same', why)}
        >
          Not the same <kbd aria-hidden="true">n</kbd>
        </button>
        <button type="button" class="quiet-button" disabled={busy} aria-keyshortcuts="k" onClick={act.skip}>
          Skip <kbd aria-hidden="true">k</kbd>
        </button>
        {skipped.length > 0 && (
          <button type="button" class="quiet-button" disabled={busy} aria-keyshortcuts="b" onClick={act.unskip}>
            Back <kbd aria-hidden="true">b</kbd>
          </button>
        )}
        {own.length > 0 && (
          <button type="button" class="quiet-button" disabled={busy} aria-keyshortcuts="u" onClick={act.undoOwn}>
            Undo <kbd aria-hidden="true">u</kbd>
          </button>
        )}
      </div>
    </div>
  );
};

const Queue = (props: Props) => {
  const { state, act, palette } = props;
  const current = currentOf(state);
  const key = current === null ? '' : pairKey(current);
  const [why, setWhy] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const scrolled = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setWhy('');
    scrolled.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isShortcut(event, 'u')) act.undoOwn();
      else if (isShortcut(event, 'b')) act.unskip();
      else if (current === null || !isAllowed(state)) return;
      else if (isShortcut(event, 's')) void act.decide('same', why);
      else if (isShortcut(event, 'n')) void act.decide('not-same', why);
      else if (isShortcut(event, 'k')) act.skip();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
  if (state.queue.state === 'waiting') {
    return <Waiting what="the pairs: all names of the store are compared, which takes a while in a large one" />;
  }
  if (state.queue.state === 'failed') return <Failed message={state.queue.message} onRetry={act.retryQueue} />;
  return (
    <>
      <div class="queue" ref={scrolled} tabIndex={0} role="region" aria-label="Pair to judge">
        {current === null ? (
          <Done {...props} />
        ) : (
          <>
            <Progress state={state} />
            <h3 ref={heading} tabIndex={-1}>
              {questionOf(current)}
            </h3>
            <CandidateView candidate={current} palette={palette} onBulletin={act.openBulletin} />
          </>
        )}
        <Trouble error={state.error} />
      </div>
      {current !== null && isAllowed(state) && <Decide {...props} why={why} onWhy={setWhy} />}
    </>
  );
};

const Closed = ({ state }: { state: JudgingState }) => {
  const { allowed } = state;
  if (allowed.state === 'failed') return <p class="judging-off">{allowed.message}</p>;
  if (allowed.state === 'waiting' || allowed.value.message === null) return null;
  return (
    <p class="judging-off" role="note">
      <strong>For reading only.</strong> {allowed.value.message}
    </p>
  );
};

export const Review = (props: Props) => {
  const { state, act } = props;
  const tab = (id: JudgingState['tab'], name: string) => (
    <button type="button" aria-pressed={state.tab === id} onClick={() => act.show(id)}>
      {name}
    </button>
  );
  return (
    <div class="review" role="dialog" aria-modal="true" aria-label="Review">
      <header class="review-bar">
        <h2>
          <Glyph name="review" /> Review
        </h2>
        <div class="tabs" role="group" aria-label="What to show">
          {tab('queue', 'Queue')}
          {tab('log', 'History')}
        </div>
        {isAllowed(state) && <AuthorField state={state} onChange={act.setAuthor} />}
        <IconButton glyph="close" label="Close the review (Escape)" onPress={act.close} />
      </header>
      <Closed state={state} />
      {state.tab === 'queue' ? (
        <Queue {...props} />
      ) : (
        <div class="queue" tabIndex={0} role="region" aria-label="History">
          <Log state={state} act={act} />
          <Trouble error={state.error} />
        </div>
      )}
    </div>
  );
};
