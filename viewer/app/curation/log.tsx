/** The log of judgements, newest first: what, who, when, why, and the way to take each back or put it in force again. */
import type { ComponentChildren } from 'preact';
import type { JudgementShown } from '../../curation-contract.ts';
import { Failed, Waiting } from '../panels/statements.tsx';
import { number, predicateWords } from '../text/words.ts';
import type { JudgingActions } from './actions.ts';
import type { JudgingState } from './state.ts';

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const nameOf = ({ id, name }: { id: string; name: string | null }): string => name ?? id;

const wordsOf = ({ judged }: JudgementShown): ComponentChildren => {
  switch (judged.kind) {
    case 'same':
      return (
        <>
          <strong>{nameOf(judged.one)}</strong> is the same as <strong>{nameOf(judged.other)}</strong>
        </>
      );
    case 'not-same':
      return (
        <>
          <strong>{nameOf(judged.one)}</strong> is not <strong>{nameOf(judged.other)}</strong>
        </>
      );
    case 'reject':
      return judged.claim === null ? (
        <>Rejected the statement {judged.statement}, whose bulletin is gone</>
      ) : (
        <>
          Rejected: <strong>{judged.claim.subject}</strong>{' '}
          <span class="predicate">{predicateWords(judged.claim.predicate)}</span> <strong>{judged.claim.object}</strong>
          <q class="log-sentence" dir="auto">
            {judged.claim.sentence}
          </q>
        </>
      );
    case 'rename':
      return (
        <>
          <strong>{nameOf(judged.entity)}</strong> is called <strong>{judged.name}</strong>
        </>
      );
    case 'retype':
      return (
        <>
          <strong>{nameOf(judged.entity)}</strong> is a {judged.type}
        </>
      );
    case 'undo':
      break;
  }
  return <>Took back judgement {judged.undoes}</>;
};

const Row = ({ judgement, state, act }: { judgement: JudgementShown; state: JudgingState; act: JudgingActions }) => {
  const { sequence, by, at, why, takenBackBy } = judgement;
  const isAllowed = state.allowed.state === 'here' && state.allowed.value.judging;
  return (
    <li class={takenBackBy === null ? '' : 'log-undone'}>
      <span class="log-number">{sequence}</span>
      <div>
        <p>{wordsOf(judgement)}</p>
        <p class="quiet log-origin">
          {by} · <time dateTime={at}>{TIME.format(new Date(at))}</time>
          {why !== null && <> · “{why}”</>}
          {takenBackBy !== null && <> · taken back by {takenBackBy}</>}
        </p>
      </div>
      {isAllowed && takenBackBy === null && (
        <button
          type="button"
          class="quiet-button"
          disabled={state.busy}
          aria-label={`${judgement.judged.kind === 'undo' ? 'Put in force again what judgement' : 'Undo judgement'} ${sequence}${judgement.judged.kind === 'undo' ? ' took back' : ''}`}
          onClick={() => void act.undo(sequence)}
        >
          {judgement.judged.kind === 'undo' ? 'Redo' : 'Undo'}
        </button>
      )}
    </li>
  );
};

export const Log = ({ state, act }: { state: JudgingState; act: JudgingActions }) => {
  const { log } = state;
  if (log.state === 'waiting') return <Waiting what="the judgements" />;
  if (log.state === 'failed') return <Failed message={log.message} onRetry={act.retryLog} />;
  const { judgements, total, next } = log.value;
  if (judgements.length === 0) {
    return (
      <p class="judging-empty">
        Nobody has judged anything yet. What is judged here or on the command line is listed with who, when and why, and
        each can be taken back.
      </p>
    );
  }
  return (
    <section aria-label="Judgements">
      <ol class="log">
        {judgements.map((judgement) => (
          <Row key={judgement.sequence} judgement={judgement} state={state} act={act} />
        ))}
      </ol>
      {next !== null && (
        <button type="button" class="button" onClick={act.moreLog}>
          Show more: {number(judgements.length)} of {number(total)} are here
        </button>
      )}
    </section>
  );
};
