/** What the page is, how to read the drawing, and the keys: a dialog that "?" opens. */
import { useEffect, useRef } from 'preact/hooks';
import { NodeType } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { isShortcut } from '../keys.ts';
import { LineLegend } from './line-legend.tsx';
import { IconButton, TypeIcon } from './symbols.tsx';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'find somebody or something; Ctrl K does so from anywhere'],
  [['q'], 'query console: Cypher over the whole graph'],
  [['r'], 'review: entities that may be one, and the history of judgements'],
  [['s', 'n', 'k', 'u'], 'in the review: same, not the same, skip, undo'],
  [['?'], 'this help'],
  [['Tab'], 'from one control to the next; Lists at the left holds every entity and relation of the drawing'],
  [['Enter'], 'open what the cursor is on'],
  [['Esc'], 'close the panel, a list or a dialog'],
  [['Ctrl', 'Z'], 'undo; with Shift redo'],
  [['Ctrl', 'Enter'], 'in the console: run the query'],
  [['Ctrl', 'Space'], 'in the console: complete a word'],
];

const Reading = ({ palette }: { palette: Palette }) => (
  <section aria-labelledby="help-reading">
    <h3 id="help-reading">How to read the drawing</h3>
    <ul class="help-legend">
      {NodeType.options.map((type) => (
        <li key={type}>
          <TypeIcon type={type} palette={palette} size={20} /> {type}
        </li>
      ))}
    </ul>
    <LineLegend palette={palette} />
    <p>
      A line stands for everything that is stated between two entities; it is thicker with more independent sources. An
      entity is larger with more statements. When two periods are compared, a + on a line means that it is new, a − that
      it is gone, a ± that it has changed.
    </p>
  </section>
);

export const Help = ({ palette }: { palette: Palette }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (!isShortcut(event, '?') || dialog.current?.closest('[inert]')) return;
      event.preventDefault();
      if (!dialog.current?.open) dialog.current?.showModal();
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <IconButton glyph="help" label="Help (?)" onPress={() => dialog.current?.showModal()} />
      <dialog
        ref={dialog}
        class="help"
        aria-labelledby="help-title"
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          if (event.target === dialog.current) close();
        }}
      >
        <div class="help-body" tabIndex={0} role="region" aria-label="Help text">
          <header>
            <h2 id="help-title">What this page shows</h2>
            <IconButton glyph="close" label="Close the help" onPress={close} />
          </header>
          <p>
            Who did what to whom, as news bulletins state it. Every line leads back to the exact words that it was read
            from, with their date and source and who says so. These are claims, not facts: where one bulletin affirms
            what another denies, both are shown.
          </p>
          <Reading palette={palette} />
          <section aria-labelledby="help-doing">
            <h3 id="help-doing">What to do with it</h3>
            <ul class="help-list">
              <li>
                <strong>Find</strong> a name in the box above; whoever is not drawn yet is brought there.
              </li>
              <li>
                <strong>Press an entity</strong> for its names, offices, statements by year and bulletins; press it
                twice, or use its panel, to add neighbours.
              </li>
              <li>
                <strong>Press a line</strong> for everything between two: directions, tone over time, what is both
                affirmed and denied, and the sentences.
              </li>
              <li>
                <strong>Open a bulletin</strong> from any statement to read it whole, with all its statements marked.
              </li>
              <li>
                <strong>Filter</strong> at the left; the counts say what is hidden. Everything can be undone.
              </li>
              <li>
                <strong>Query</strong> opens the console: a library of questions, or Cypher of your own.
              </li>
            </ul>
          </section>
          <section aria-labelledby="help-keys">
            <h3 id="help-keys">Keys</h3>
            <dl class="help-keys">
              {KEYS.map(([keys, meaning]) => (
                <div key={meaning}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </dialog>
    </>
  );
};
