/**
 * A whole bulletin: a bar that walks through its statements, its text with every mention and statement marked, and all its
 * claims. The statement that led here, or that is pointed at, is in the light in all three.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BulletinPage, Evidence } from '../../contract.ts';
import { NodeType } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { runsOf } from '../text/reading.ts';
import { bulletinName, counted, dateWords, number, webAddress } from '../text/words.ts';
import { RejectButton } from '../curation/judging.tsx';
import { ContradictingRows } from './contradicting.tsx';
import { MarkLegend } from './marked-text.tsx';
import { ReadingText } from './reading-text.tsx';
import { Claim } from './statement.tsx';
import { IconButton, TypeIcon } from './symbols.tsx';

interface Props {
  page: BulletinPage;
  statement: string | null;
  palette: Palette;
  onStatement: (statement: string) => void;
  onEntity: (entity: { readonly id: string }) => void;
  onBulletin: (bulletin: string, statement: string) => void;
}

const Head = ({ page }: { page: BulletinPage }) => {
  const link = webAddress(page.url);
  return (
    <header>
      <h2 tabIndex={-1} dir="auto">
        {bulletinName({ ...page, begins: page.text })}
      </h2>
      <p class="quiet">
        <bdi>{page.source ?? 'source not named'}</bdi>
        {page.title === null ? '' : ` · ${dateWords(page.publishedAt)}`}
        {link && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer noopener">
              original
            </a>
          </>
        )}
      </p>
    </header>
  );
};

/** What the colours mean: the types that are there, and the parts of a statement. */
const Legend = ({ page, palette }: Pick<Props, 'page' | 'palette'>) => {
  const there = new Set(page.mentions.map(({ type }) => type));
  if (page.mentions.length === 0 && page.evidence.length > 0) {
    return (
      <p class="quiet">
        Only the words of statements are marked: this store does not have the places of names yet. Run{' '}
        <code>bulletin-graph reextract</code> to add them.
      </p>
    );
  }
  return (
    <div class="reading-legend">
      <ul aria-label="Types of entities in this bulletin">
        {NodeType.options
          .filter((type) => there.has(type))
          .map((type) => (
            <li key={type}>
              <TypeIcon type={type} palette={palette} size={16} /> {type}
            </li>
          ))}
      </ul>
      <MarkLegend />
    </div>
  );
};

/** Says which statement is in the light, and goes to the one before and after it. */
const Walk = ({ evidence, at, onStatement, onEntity }: Pick<Props, 'onStatement' | 'onEntity'> & Walking) => {
  const shown = evidence[at];
  const go = (to: number): void => {
    const statement = evidence[(to + evidence.length) % evidence.length];
    if (statement) onStatement(statement.id);
  };
  return (
    <div class="walk" role="group" aria-label="Walk through the statements">
      <IconButton glyph="back" label="Statement before" onPress={() => go(at < 0 ? -1 : at - 1)} />
      <div class="walk-now" aria-live="polite">
        {shown ? (
          <Claim statement={shown} onEntity={onEntity} />
        ) : (
          <p class="quiet">{counted(evidence.length, 'statement was', 'statements were')} read from it</p>
        )}
      </div>
      <span class="count">{shown ? `${number(at + 1)} of ${number(evidence.length)}` : ''}</span>
      <IconButton glyph="next" label="Next statement" onPress={() => go(at + 1)} />
    </div>
  );
};
interface Walking {
  evidence: readonly Evidence[];
  /** -1: none yet. */
  at: number;
}

export const BulletinText = ({ page, statement, palette, onStatement, onEntity, onBulletin }: Props) => {
  const text = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const runs = useMemo(() => runsOf(page.text, page.mentions, page.evidence), [page]);
  useEffect(() => {
    setPointed(null);
    text.current?.querySelector('mark[data-own]')?.scrollIntoView({ block: 'center' });
  }, [statement, page]);
  const lit = pointed ?? statement;
  return (
    <>
      <Head page={page} />
      <Legend page={page} palette={palette} />
      {page.evidence.length > 0 && (
        <Walk
          evidence={page.evidence}
          at={page.evidence.findIndex(({ id }) => id === lit)}
          onStatement={onStatement}
          onEntity={onEntity}
        />
      )}
      <ReadingText
        box={text}
        runs={runs}
        palette={palette}
        lit={lit}
        chosen={statement}
        onPoint={setPointed}
        onChoose={onStatement}
        onEntity={onEntity}
      />
      <section aria-label="Statements of this bulletin">
        <h3>
          {page.evidence.length === 0
            ? 'No statement was read from it'
            : `${counted(page.evidence.length, 'statement', 'statements')}, ${counted(page.mentions.length, 'mention', 'mentions')}`}
        </h3>
        <ul class="claims">
          {page.evidence.map((each) => (
            <li
              key={each.id}
              class={each.id === lit ? 'claim-open' : ''}
              // Not on entering: what scrolls under a resting pointer is not pointed at.
              onPointerMove={() => setPointed(each.id)}
              onPointerLeave={() => setPointed(null)}
              onFocusIn={() => setPointed(each.id)}
              onFocusOut={() => setPointed(null)}
            >
              <Claim statement={each} onEntity={onEntity} />
              <div class="claim-actions">
                <button
                  type="button"
                  class="quiet-button"
                  aria-pressed={each.id === statement}
                  onClick={() => onStatement(each.id)}
                >
                  Show its words
                </button>
                <RejectButton statement={each} />
              </div>
              <ContradictingRows statement={each} onBulletin={onBulletin} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
