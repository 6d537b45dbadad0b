/** What was judged last, with the way to take it back: stays a while, and as long as somebody is at it. */
import { useEffect, useState } from 'preact/hooks';
import { Glyph, IconButton } from '../panels/symbols.tsx';
import type { JudgingActions } from './actions.ts';
import type { JudgingState } from './state.ts';

/** Milliseconds. */
const STAYS = 20_000;

export const ToastBar = ({ state, act }: { state: JudgingState; act: JudgingActions }) => {
  const { toast } = state;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || held) return undefined;
    const timer = setTimeout(act.closeToast, STAYS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  if (toast === null) return null;
  const { sequence } = toast;
  return (
    <section
      class="toast"
      aria-label="Last judgement"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <p>{toast.words}</p>
      {sequence !== null && (
        <button type="button" class="toast-undo" disabled={state.busy} onClick={() => void act.undo(sequence)}>
          <Glyph name="undo" /> Undo
        </button>
      )}
      <IconButton glyph="close" label="Close the message" onPress={act.closeToast} />
    </section>
  );
};
