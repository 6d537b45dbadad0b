/** A whole bulletin: its text with every statement's words marked, the one that led here brightest, and all its claims. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { BulletinPage, EvidenceArgument } from '../../contract.ts';
import { marksOf, segmentsOf } from '../text/marks.ts';
import { counted, dateWords, webAddress } from '../text/words.ts';
import { MarkedText, MarkLegend } from './marked-text.tsx';
import { Claim } from './statement.tsx';

interface Props {
  page: BulletinPage;
  statement: string | null;
  onStatement: (statement: string) => void;
  onEntity: (argument: EvidenceArgument) => void;
}

export const BulletinText = ({ page, statement, onStatement, onEntity }: Props) => {
  const text = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segmentsOf(page.text, 0, page.evidence.flatMap(marksOf)), [page]);
  useEffect(() => {
    text.current?.querySelector('mark[data-own]')?.scrollIntoView({ block: 'center' });
  }, [statement, page]);
  const link = webAddress(page.url);
  return (
    <>
      <header>
        <h2 tabIndex={-1} dir="auto">
          {page.title ?? 'Bulletin without a title'}
        </h2>
        <p class="quiet">
          {page.source ?? 'source not named'} · {dateWords(page.publishedAt)}
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
      <MarkLegend />
      <div ref={text} class="bulletin-text" dir="auto">
        <MarkedText segments={segments} statement={statement} onStatement={onStatement} />
      </div>
      <section aria-label="Statements of this bulletin">
        <h3>{counted(page.evidence.length, 'statement was', 'statements were')} read from it</h3>
        <ul class="claims">
          {page.evidence.map((each) => (
            <li key={each.id} class={each.id === statement ? 'claim-open' : ''}>
              <Claim statement={each} onEntity={onEntity} />
              <button
                type="button"
                class="quiet-button"
                aria-pressed={each.id === statement}
                onClick={() => onStatement(each.id)}
              >
                Show its words
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
