/** The buttons that lead from an entity and a statement to judging. Nothing where judgements are not taken. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Evidence, NodeType } from '../../contract.ts';
import { Glyph } from '../panels/symbols.tsx';
import type { Opening } from './door.ts';

/** Opens a form for judging; null where judgements are not taken. */
export const Judging = createContext<((opening: Opening) => void) | null>(null);

export const CorrectButton = ({ id, name, type }: { id: string; name: string; type: NodeType }) => {
  const open = useContext(Judging);
  if (open === null) return null;
  return (
    <button
      type="button"
      class="quiet-button"
      title="Its name, its type, or another entity that it is the same as"
      onClick={() => open({ kind: 'correct', entity: { id, name, type } })}
    >
      <Glyph name="judge" /> Correct…
    </button>
  );
};

export const RejectButton = ({ statement }: { statement: Evidence }) => {
  const open = useContext(Judging);
  if (open === null) return null;
  return (
    <button
      type="button"
      class="link reject-link"
      title="It was read wrongly: it is to count for nothing"
      onClick={() => open({ kind: 'reject', statement })}
    >
      Reject…
    </button>
  );
};
