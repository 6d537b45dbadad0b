/** Fields that every judgement has: who judges, and why; and what went wrong. */
import { useEffect, useRef } from 'preact/hooks';
import type { JudgingState } from './state.ts';

export const AuthorField = ({
  state,
  onChange,
}: {
  state: Pick<JudgingState, 'by' | 'nameMissing'>;
  onChange: (by: string) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.nameMissing) input.current?.focus();
  }, [state.nameMissing]);
  return (
    <label class={`author ${state.nameMissing ? 'author-missing' : ''}`}>
      <span>Judging as</span>
      <input
        ref={input}
        type="text"
        maxLength={100}
        autocomplete="nickname"
        placeholder="your name"
        value={state.by}
        aria-invalid={state.nameMissing}
        aria-describedby={state.nameMissing ? 'author-note' : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {state.nameMissing && (
        <span id="author-note" class="author-note">
          The log keeps who judged: give a name, then judge again.
        </span>
      )}
    </label>
  );
};

export const ReasonField = ({ value, onChange }: { value: string; onChange: (why: string) => void }) => (
  <label class="field">
    <span>
      Reason <span class="quiet">(optional, kept in the log)</span>
    </span>
    <input type="text" maxLength={2000} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
  </label>
);

export const Trouble = ({ error }: { error: string | null }) =>
  error === null ? null : (
    <p class="judging-trouble" role="alert">
      {error}
    </p>
  );
