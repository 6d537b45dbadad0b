/** The search box: a combobox with a list of what the server found by name and alias. "/" brings the cursor here. */
import { useEffect, useRef } from 'preact/hooks';
import type { GraphNode } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { isShortcut } from '../keys.ts';
import type { SearchState } from '../state/search.ts';
import { counted, number } from '../text/words.ts';
import { Glyph, TypeIcon } from './symbols.tsx';

interface Props {
  search: SearchState;
  palette: Palette;
  isShown: (id: string) => boolean;
  onType: (text: string) => void;
  onMove: (by: number) => void;
  onChoose: (node: GraphNode) => void;
  onClose: () => void;
}

const Results = ({ search, palette, isShown, onChoose }: Props) => {
  const { found } = search;
  if (found === null || found.state === 'waiting') return <p class="search-note">Searching…</p>;
  if (found.state === 'failed') return <p class="search-note search-failed">{found.message}</p>;
  const { results, total } = found.value;
  if (results.length === 0) {
    return (
      <p class="search-note">Nothing in the store is called “{search.text}”. Try a surname or another spelling.</p>
    );
  }
  return (
    <>
      <ul id="search-results" role="listbox" aria-label="Entities found">
        {results.map((result, index) => (
          <li
            key={result.id}
            id={`search-result-${index}`}
            role="option"
            aria-selected={index === search.active}
            class="search-result"
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(result);
            }}
          >
            <TypeIcon type={result.type} palette={palette} />
            <span class="list-main">
              <span>{result.name}</span>
              <span class="quiet">
                {result.matched === result.name ? result.type : `${result.type}, also “${result.matched}”`}
                {isShown(result.id) ? '' : ' · not on the page yet'}
              </span>
            </span>
            <span class="count">{number(result.statements)}</span>
          </li>
        ))}
      </ul>
      {total > results.length && (
        <p class="search-note">
          {number(results.length)} of {counted(total, 'entity', 'entities')}; type more to narrow it down.
        </p>
      )}
    </>
  );
};

export const SearchBox = (props: Props) => {
  const { search } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (!isShortcut(event, '/') || input.current?.closest('[inert]')) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const results = search.found?.state === 'here' ? search.found.value.results : [];
  const active = results[search.active];
  const expanded = search.open && results.length > 0;
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      props.onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      props.onChoose(active);
      input.current?.blur();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      props.onClose();
      input.current?.blur();
    }
  };
  return (
    <div class="search" role="search">
      <Glyph name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Find a person, country or organization"
        aria-expanded={expanded}
        aria-controls={expanded ? 'search-results' : undefined}
        aria-activedescendant={expanded ? `search-result-${search.active}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        placeholder="Find a person, country, organization…"
        value={search.text}
        maxLength={200}
        onInput={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={keys}
        onBlur={props.onClose}
        onFocus={(event) => props.onType(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
      {search.open && (
        <div class="search-list">
          <Results {...props} />
        </div>
      )}
    </div>
  );
};
