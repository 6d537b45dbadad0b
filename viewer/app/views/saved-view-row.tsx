/** One saved view in its list: opened, renamed in place, deleted after it was asked once more. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewsAnswer } from '../../views-contract.ts';
import { dateWords, isolated } from '../text/words.ts';
import { NameField } from './name-field.tsx';

export type Saved = ViewsAnswer['views'][number];

interface RowOptions {
  readonly view: Saved;
  /** Whether this server lets it be changed. */
  readonly changeable: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

export const SavedViewRow = ({ view, changeable, onOpen, onRename, onDelete }: RowOptions) => {
  const [state, setState] = useState<'shown' | 'named' | 'asked'>('shown');
  const [name, setName] = useState(view.name);
  const field = useRef<HTMLInputElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (state === 'named') field.current?.select();
    if (state === 'asked') remove.current?.focus();
  }, [state]);
  /** Back to the list, with the keyboard where it was. */
  const back = (): void => {
    setState('shown');
    setTimeout(() => again.current?.focus(), 0);
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    back();
  };
  if (state === 'named') {
    return (
      <form
        class="saved-view-form"
        onKeyDown={onEscape}
        onSubmit={(event) => {
          event.preventDefault();
          back();
          if (name.trim() !== view.name) onRename(name.trim());
        }}
      >
        <NameField field={field} label={`New name of the view ${isolated(view.name)}`} value={name} onName={setName} />
        <button type="submit" class="quiet-button">
          Rename
        </button>
        <button type="button" class="quiet-button" onClick={back}>
          Cancel
        </button>
      </form>
    );
  }
  if (state === 'asked') {
    return (
      <div class="saved-view-form" role="group" aria-label={`Delete ${isolated(view.name)}?`} onKeyDown={onEscape}>
        <span>
          Delete <b dir="auto">{view.name}</b> for everybody?
        </span>
        <button ref={remove} type="button" class="quiet-button" onClick={onDelete}>
          Delete
        </button>
        <button type="button" class="quiet-button" onClick={back}>
          Leave it
        </button>
      </div>
    );
  }
  return (
    <>
      <button type="button" class="saved-view-name" title={`Saved ${dateWords(view.at.slice(0, 10))}`} onClick={onOpen}>
        <span dir="auto">{view.name}</span>
      </button>
      {changeable && (
        <span class="saved-view-tools">
          <button
            ref={again}
            type="button"
            class="quiet-button"
            aria-label={`Rename the view ${isolated(view.name)}`}
            onClick={() => {
              setName(view.name);
              setState('named');
            }}
          >
            Rename
          </button>
          <button
            type="button"
            class="quiet-button"
            aria-label={`Delete the view ${isolated(view.name)}`}
            onClick={() => setState('asked')}
          >
            Delete
          </button>
        </span>
      )}
    </>
  );
};
