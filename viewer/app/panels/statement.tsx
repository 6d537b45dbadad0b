/** One statement as a card: who did what to whom, the sentence with its words marked, and where it comes from. */
import type { Evidence, EvidenceArgument } from '../../contract.ts';
import { RejectButton } from '../curation/judging.tsx';
import { marksOf, segmentsOf } from '../text/marks.ts';
import { bulletinName, dateWords, isolated, predicateWords } from '../text/words.ts';
import { ContradictingRows } from './contradicting.tsx';
import { MarkedText } from './marked-text.tsx';
import { Name } from './name.tsx';

export interface StatementActions {
  onEntity: (argument: EvidenceArgument) => void;
  onBulletin: (bulletin: string, statement: string) => void;
}

const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** `subject PREDICATE object`, with `not` where it is denied. */
export const Claim = ({
  statement,
  onEntity,
}: {
  statement: Evidence;
  onEntity: (argument: EvidenceArgument) => void;
}) => {
  const { subject, object } = statement;
  return (
    <p class="claim">
      <button type="button" class="link" onClick={() => onEntity(subject)}>
        <Name of={subject.name} />
      </button>{' '}
      {statement.polarity === 'negated' && <strong class="not">not</strong>}{' '}
      <span class="predicate">{predicateWords(statement.predicate)}</span>{' '}
      {object && (
        <button type="button" class="link" onClick={() => onEntity(object)}>
          <Name of={object.name} />
        </button>
      )}
    </p>
  );
};

const Sources = ({ statement, onEntity, onBulletin }: { statement: Evidence } & StatementActions) => {
  const { bulletin, saidBy, place } = statement;
  return (
    <dl class="origin">
      <div>
        <dt>Date</dt>
        <dd>{dateWords(statement.date)}</dd>
      </div>
      <div>
        <dt>Source</dt>
        <dd>
          <Name of={bulletin.source ?? 'not named'} />
          {bulletin.publishedAt && statement.date !== bulletin.publishedAt.slice(0, 10)
            ? `, ${dateWords(bulletin.publishedAt)}`
            : ''}
          {' · '}
          <button
            type="button"
            class="link"
            onClick={() => onBulletin(bulletin.id, statement.id)}
            aria-label={`Open the bulletin: ${isolated(bulletinName(bulletin))}`}
          >
            open bulletin
          </button>
        </dd>
      </div>
      <div>
        <dt>Said by</dt>
        <dd>
          {saidBy ? (
            <button type="button" class="link" onClick={() => onEntity(saidBy)}>
              <Name of={saidBy.name} />
            </button>
          ) : (
            'the bulletin itself'
          )}
        </dd>
      </div>
      {place && (
        <div>
          <dt>Place</dt>
          <dd>
            <button type="button" class="link" onClick={() => onEntity(place)}>
              <Name of={place.name} />
            </button>
          </dd>
        </div>
      )}
      {statement.title && (
        <div>
          <dt>As</dt>
          <dd dir="auto">{statement.title}</dd>
        </div>
      )}
    </dl>
  );
};

export const StatementCard = ({ statement, onEntity, onBulletin }: { statement: Evidence } & StatementActions) => (
  <article class={`statement statement-${statement.polarity}`}>
    <Claim statement={statement} onEntity={onEntity} />
    <blockquote class="sentence" dir="auto">
      <MarkedText segments={segmentsOf(statement.sentence.text, statement.sentence.start, marksOf(statement))} />
    </blockquote>
    <Sources statement={statement} onEntity={onEntity} onBulletin={onBulletin} />
    <ContradictingRows statement={statement} onBulletin={onBulletin} />
    <div class="statement-foot">
      <span class={`badge badge-${statement.polarity}`}>{statement.polarity}</span>
      <span class="badge">{statement.status}</span>
      <span class="badge" title="How sure the program is that it read the words rightly">
        {percent(statement.confidence)} sure
      </span>
      <code class="rule" title="The rule that read this">
        {statement.rule}
      </code>
      <RejectButton statement={statement} />
    </div>
  </article>
);
