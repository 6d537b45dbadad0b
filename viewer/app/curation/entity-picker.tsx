/** Finds the other entity of a pair by name, in the whole store. */
import { useEffect, useState } from 'preact/hooks';
import type { GraphNode, SearchResults } from '../../contract.ts';
import { client, messageOf } from '../api/client.ts';
import type { Palette } from '../graph/palette.ts';
import { TypeIcon } from '../panels/symbols.tsx';
import type { Asked } from '../state/panel.ts';
import { failed, here, waiting } from '../state/panel.ts';
import { counted, number } from '../text/words.ts';

const SEARCH_AFTER = 150;
const RESULTS = 6;

interface Props {
  palette: Palette;
  /** The entity that the other one is looked for. */
  without: string;
  chosen: GraphNode | null;
  onChoose: (node: GraphNode | null) => void;
}

const Found = ({ found, without, palette, chosen, onChoose }: Props & { found: Asked<SearchResults> }) => {
  if (found.state === 'waiting') return <p class="search-note">Searching…</p>;
  if (found.state === 'failed') return <p class="search-note search-failed">{found.message}</p>;
  const results = found.value.results.filter(({ id }) => id !== without);
  if (results.length === 0) return <p class="search-note">Nobody else in the store is called so.</p>;
  return (
    <ul class="picker" aria-label="Entities found">
      {results.map(({ id, name, type, statements }) => (
        <li key={id}>
          <button
            type="button"
            class="picker-row"
            aria-pressed={chosen?.id === id}
            onClick={() => onChoose({ id, name, type, statements })}
          >
            <TypeIcon type={type} palette={palette} />
            <span class="list-main">
              <span>{name}</span>
              <span class="quiet">
                {type} · {counted(statements, 'statement', 'statements')}
              </span>
            </span>
          </button>
        </li>
      ))}
      {found.value.total > found.value.results.length && (
        <li class="search-note">{number(found.value.total)} fit; type more to narrow it down.</li>
      )}
    </ul>
  );
};

export const EntityPicker = (props: Props) => {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Asked<SearchResults> | null>(null);
  useEffect(() => {
    if (text.trim() === '') {
      setFound(null);
      return undefined;
    }
    let isOver = false;
    const show = (answer: Asked<SearchResults>): void => {
      if (!isOver) setFound(answer);
    };
    const timer = setTimeout(() => {
      setFound(waiting);
      client.search(text, RESULTS).then(
        (results) => show(here(results)),
        (error: unknown) => show(failed(messageOf(error))),
      );
    }, SEARCH_AFTER);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <>
      <label class="field">
        <span>Same as…</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          placeholder="Find another entity"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            props.onChoose(null);
          }}
        />
      </label>
      {found !== null && <Found {...props} found={found} />}
    </>
  );
};
