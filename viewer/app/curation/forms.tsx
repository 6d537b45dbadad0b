/** The forms for one entity (its name, its type, what it is the same as) and for one statement, each in a dialog. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Evidence, GraphNode } from '../../contract.ts';
import { NodeType } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { IconButton } from '../panels/symbols.tsx';
import { predicateWords } from '../text/words.ts';
import type { JudgingActions } from './actions.ts';
import { EntityPicker } from './entity-picker.tsx';
import { AuthorField, ReasonField, Trouble } from './fields.tsx';
import type { Opening } from './door.ts';
import type { JudgingState } from './state.ts';

interface FormProps {
  state: JudgingState;
  act: JudgingActions;
  palette: Palette;
}

const Dialog = ({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="judging-dialog"
      aria-labelledby="judging-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id="judging-title" dir="auto">
          {title}
        </h2>
        <IconButton glyph="close" label="Close (Escape)" onPress={onClose} />
      </header>
      {children}
    </dialog>
  );
};

type Entity = Extract<Opening, { kind: 'correct' }>['entity'];

export const CorrectForm = ({ entity, state, act, palette }: FormProps & { entity: Entity }) => {
  const [name, setName] = useState(entity.name);
  const [type, setType] = useState<NodeType>(entity.type);
  const [other, setOther] = useState<GraphNode | null>(null);
  const [why, setWhy] = useState('');
  const { busy } = state;
  const closing = async (work: Promise<boolean>): Promise<void> => {
    if (await work) act.close();
  };
  const pair = other === null ? null : { one: entity.id, other: other.id };
  return (
    <Dialog title={`Correct ${entity.name}`} onClose={act.close}>
      <div class="judging-body">
        <AuthorField state={state} onChange={act.setAuthor} />
        <form
          class="judging-part"
          onSubmit={(event) => {
            event.preventDefault();
            void closing(
              act.judge({ kind: 'rename', entity: entity.id, name }, why, `It is called ${name.trim()} now.`),
            );
          }}
        >
          <label class="field">
            <span>Name</span>
            <input
              type="text"
              required
              maxLength={300}
              dir="auto"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button" disabled={busy || name.trim() === '' || name.trim() === entity.name}>
            Rename
          </button>
        </form>
        <form
          class="judging-part"
          onSubmit={(event) => {
            event.preventDefault();
            void closing(
              act.judge({ kind: 'retype', entity: entity.id, type }, why, `${entity.name} is a ${type} now.`),
            );
          }}
        >
          <label class="field">
            <span>Type</span>
            <select value={type} onChange={(event) => setType(NodeType.parse(event.currentTarget.value))}>
              {NodeType.options.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" class="button" disabled={busy || type === entity.type}>
            Change the type
          </button>
        </form>
        <div class="judging-part judging-same">
          <EntityPicker palette={palette} without={entity.id} chosen={other} onChoose={setOther} />
          {other !== null && pair !== null && (
            <div class="judging-pair">
              <p>
                Are <strong>{entity.name}</strong> and <strong>{other.name}</strong> one?
              </p>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() =>
                  void closing(
                    act.judge({ kind: 'same', ...pair }, why, `${entity.name} and ${other.name} are one now.`),
                  )
                }
              >
                They are the same
              </button>
              <button
                type="button"
                class="button button-other"
                disabled={busy}
                onClick={() =>
                  void closing(
                    act.judge({ kind: 'not-same', ...pair }, why, `${entity.name} and ${other.name} stay two.`),
                  )
                }
              >
                They are not
              </button>
            </div>
          )}
        </div>
        <ReasonField value={why} onChange={setWhy} />
        <Trouble error={state.error} />
        <p class="quiet">
          What was read stays in the store. Every judgement can be taken back, and outlives reading again.
        </p>
      </div>
    </Dialog>
  );
};

export const RejectForm = ({ statement, state, act }: FormProps & { statement: Evidence }) => {
  const [why, setWhy] = useState('');
  const { subject, object, predicate } = statement;
  const reject = async (): Promise<void> => {
    const words = `${subject.name} ${predicateWords(predicate)}${object ? ` ${object.name}` : ''}: rejected.`;
    if (await act.judge({ kind: 'reject', statement: statement.id }, why, words)) act.close();
  };
  return (
    <Dialog title="Reject this statement?" onClose={act.close}>
      <form
        class="judging-body"
        onSubmit={(event) => {
          event.preventDefault();
          void reject();
        }}
      >
        <p class="claim">
          <strong>{subject.name}</strong> {statement.polarity === 'negated' && <strong class="not">not</strong>}{' '}
          <span class="predicate">{predicateWords(predicate)}</span> {object && <strong>{object.name}</strong>}
        </p>
        <blockquote class="sentence" dir="auto">
          {statement.sentence.text}
        </blockquote>
        <p class="quiet">
          It counts for nothing any more: not for this relation, nor for its events. Rejecting says that it was read
          wrongly, not that it is untrue; it can be taken back.
        </p>
        <AuthorField state={state} onChange={act.setAuthor} />
        <ReasonField value={why} onChange={setWhy} />
        <Trouble error={state.error} />
        <div class="judging-ends">
          <button type="submit" class="button" disabled={state.busy}>
            Reject
          </button>
          <button type="button" class="quiet-button" onClick={act.close}>
            Keep it
          </button>
        </div>
      </form>
    </Dialog>
  );
};
