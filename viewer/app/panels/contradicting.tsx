/** What denies a statement and what it denies, with a way to each: the store's links, both of which stand. */
import type { Contradicting, Contradictings, Evidence } from '../../contract.ts';
import { bulletinName, dateWords, isolated, number } from '../text/words.ts';
import { Name } from './name.tsx';

type OnBulletin = (bulletin: string, statement: string) => void;

const Row = ({ of, onBulletin }: { of: Contradicting; onBulletin: OnBulletin }) => (
  <li>
    <blockquote class="side-words" dir="auto">
      {of.sentence}
    </blockquote>
    <p class="quiet small">
      {of.saidBy !== null && (
        <>
          said by <Name of={of.saidBy} /> ·{' '}
        </>
      )}
      {dateWords(of.date ?? of.bulletin.publishedAt)} · <Name of={of.bulletin.source ?? 'source not named'} /> ·{' '}
      <button
        type="button"
        class="link"
        aria-label={`Read it in: ${isolated(bulletinName(of.bulletin))}`}
        onClick={() => onBulletin(of.bulletin.id, of.id)}
      >
        read it there
      </button>
    </p>
  </li>
);

const Rows = ({ title, of, onBulletin }: { title: string; of: Contradictings; onBulletin: OnBulletin }) => {
  if (of.total === 0) return null;
  const shown = of.statements.length;
  return (
    <div class="contradicting" role="group" aria-label={title}>
      <p class="contradicting-head">
        {title} <span class="count">{shown < of.total ? `${number(shown)} of ${number(of.total)}` : ''}</span>
      </p>
      <ul>
        {of.statements.map((each) => (
          <Row key={each.id} of={each} onBulletin={onBulletin} />
        ))}
      </ul>
    </div>
  );
};

export const ContradictingRows = ({ statement, onBulletin }: { statement: Evidence; onBulletin: OnBulletin }) => (
  <>
    <Rows title="Contradicted by" of={statement.deniedBy} onBulletin={onBulletin} />
    <Rows title="Contradicts" of={statement.denies} onBulletin={onBulletin} />
  </>
);
