/**
 * The search box: a combobox with a list of what was found lately, or by name and alias on the server, with what was typed
 * marked. "/" and Ctrl+K (Cmd+K) bring the cursor here.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { GraphNode } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { isShortcut } from '../keys.ts';
import type { SearchState } from '../state/search.ts';
import { matchedParts } from '../text/matches.ts';
import { brief, counted, number } from '../text/words.ts';
import { Glyph, TypeIcon } from './symbols.tsx';

interface Props {
  search: SearchState;
  palette: Palette;
  /** What to offer before anything is typed. */
  recent: readonly GraphNode[];
  isShown: (id: string) => boolean;
  onType: (text: string) => void;
  onMove: (by: number, count: number) => void;
  onChoose: (node: GraphNode) => void;
  onClose: () => void;
}

/** A name with what was typed marked in it. */
const Found = ({ name, typed }: { name: string; typed: string }) => (
  <bdi>
    {matchedParts(brief(name), typed).map(({ text, isMatch }, at) =>
      isMatch ? (
        <mark key={at} class="match">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </bdi>
);

type Choice = GraphNode & { readonly matched?: string };

const ChoiceRow = ({
  choice,
  index,
  search,
  palette,
  isShown,
  onChoose,
}: { choice: Choice; index: number } & Pick<Props, 'search' | 'palette' | 'isShown' | 'onChoose'>) => {
  const { id, name, type, statements, matched = name } = choice;
  return (
    <li
      id={`search-result-${index}`}
      role="option"
      aria-selected={index === search.active}
      class="search-result"
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose(choice);
      }}
    >
      <TypeIcon type={type} palette={palette} />
      <span class="list-main">
        <span>
          <Found name={name} typed={search.text} />
        </span>
        <span class="quiet">
          {type}
          {matched !== name && (
            <>
              , also “<Found name={matched} typed={search.text} />”
            </>
          )}
          {isShown(id) ? '' : ' · not on the page yet'}
        </span>
      </span>
      <span class="count">{number(statements)}</span>
    </li>
  );
};

/** What can be chosen now: entities of before, or what was found. */
const choicesOf = ({ search, recent }: Props): readonly Choice[] => {
  if (search.text.trim() === '') return recent;
  return search.found?.state === 'here' ? search.found.value.results : [];
};

const Results = (props: Props) => {
  const { search } = props;
  const { found } = search;
  const isRecent = search.text.trim() === '';
  const choices = choicesOf(props);
  if (!isRecent) {
    if (found === null || found.state === 'waiting') return <p class="search-note">Searching…</p>;
    if (found.state === 'failed') return <p class="search-note search-failed">{found.message}</p>;
    if (choices.length === 0) {
      return (
        <p class="search-note">
          Nothing in the store is called “<bdi>{search.text}</bdi>”. Try a surname or another spelling.
        </p>
      );
    }
  }
  const total = found?.state === 'here' ? found.value.total : 0;
  return (
    <>
      {isRecent && <p class="search-note">Found lately</p>}
      <ul id="search-results" role="listbox" aria-label={isRecent ? 'Entities found lately' : 'Entities found'}>
        {choices.map((choice, index) => (
          <ChoiceRow key={choice.id} choice={choice} index={index} {...props} />
        ))}
      </ul>
      {!isRecent && total > choices.length && (
        <p class="search-note">
          {number(choices.length)} of {counted(total, 'entity', 'entities')}; type more to narrow it down.
        </p>
      )}
    </>
  );
};

/** Whether a dialog or the console is in front of the box. */
const isBehind = (input: HTMLInputElement | null): boolean =>
  input?.closest('[inert]') !== null || document.querySelector('dialog[open]') !== null;

export const SearchBox = (props: Props) => {
  const { search } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      if ((!isPalette && !isShortcut(event, '/')) || isBehind(input.current)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const choices = choicesOf(props);
  const active = choices[search.active];
  const expanded = search.open && choices.length > 0;
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      props.onMove(event.key === 'ArrowDown' ? 1 : -1, choices.length);
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
      {search.open && (expanded || search.text.trim() !== '') && (
        <div class="search-list">
          <Results {...props} />
        </div>
      )}
    </div>
  );
};
