/** Views that people named: kept in the store for everybody who opens it; opened, renamed and deleted here. */
import { useEffect, useState } from 'preact/hooks';
import type { ViewsAnswer } from '../../views-contract.ts';
import { messageOf } from '../api/client.ts';
import type { App } from '../app.ts';
import { isolated } from '../text/words.ts';
import { NameField } from './name-field.tsx';
import { requests } from './requests.ts';
import { type Saved, SavedViewRow } from './saved-view-row.tsx';
import './saved-views.css';

export const SavedViews = ({ app }: { app: App }) => {
  const [answer, setAnswer] = useState<ViewsAnswer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [name, setName] = useState('');
  /** The name that is taken, while it is asked whether its view is replaced. */
  const [taken, setTaken] = useState<string | null>(null);
  const follow = async (asked: Promise<ViewsAnswer>, said: string | null): Promise<boolean> => {
    try {
      setAnswer(await asked);
      setTrouble(null);
      if (said !== null) app.act.say(said);
      return true;
    } catch (error) {
      setTrouble(messageOf(error));
      return false;
    }
  };
  const read = (): void => void follow(requests.all(), null);
  useEffect(read, []);
  const save = async (replace: boolean): Promise<void> => {
    const wanted = name.trim();
    if (!replace && answer?.views.some((view) => view.name === wanted)) {
      setTaken(wanted);
      return;
    }
    setTaken(null);
    const saved = app.act.codeNow().then((code) => requests.save(wanted, code, replace));
    if (await follow(saved, `Saved the view ${isolated(wanted)}.`)) setName('');
  };
  const open = async ({ id, name: opened }: Saved): Promise<void> => {
    try {
      app.act.openCode(await requests.code(id));
      setTrouble(null);
      app.act.say(`The view ${isolated(opened)} opens.`);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  const isSaving = answer !== null && answer.message === null;
  return (
    <>
      {answer !== null && answer.message !== null && (
        <p class="quiet">Views can be opened here and not saved. {answer.message}</p>
      )}
      {isSaving && (
        <form
          class="saved-view-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
          <NameField
            label="Name for this view"
            placeholder="name for this view"
            value={name}
            onName={(typed) => {
              setName(typed);
              setTaken(null);
            }}
          />
          <button type="submit" class="button">
            Save
          </button>
        </form>
      )}
      {taken !== null && (
        <div class="saved-view-form" role="alert">
          <span>
            A view is called <b dir="auto">{taken}</b> already.
          </span>
          <button type="button" class="quiet-button" onClick={() => void save(true)}>
            Replace it
          </button>
          <button type="button" class="quiet-button" onClick={() => setTaken(null)}>
            Leave it
          </button>
        </div>
      )}
      {trouble !== null && (
        <div class="saved-view-form" role="alert">
          <span>{trouble}</span>
          <button type="button" class="quiet-button" onClick={read}>
            Read the list again
          </button>
        </div>
      )}
      {answer !== null && answer.views.length > 0 && (
        <ul class="saved-views" aria-label="Saved views">
          {answer.views.map((view) => (
            <li key={view.id}>
              <SavedViewRow
                view={view}
                changeable={isSaving}
                onOpen={() => void open(view)}
                onRename={(next) =>
                  void follow(requests.rename(view.id, next), `The view is now called ${isolated(next)}.`)
                }
                onDelete={() => void follow(requests.remove(view.id), `Deleted the view ${isolated(view.name)}.`)}
              />
            </li>
          ))}
        </ul>
      )}
      {isSaving && answer.views.length === 0 && (
        <p class="quiet">None yet. A saved view is kept in the store, for everybody who opens it.</p>
      )}
    </>
  );
};
