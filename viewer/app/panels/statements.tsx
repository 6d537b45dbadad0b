/** Statements of an entity or a pair: chips to choose a predicate, groups, how many of how many, and the next page. */
import type { Asked, EntityPanel, PairPanel, Statements } from '../state/panel.ts';
import { groupByPredicate } from '../state/panel.ts';
import { counted, number, predicateWords } from '../text/words.ts';
import { MarkLegend } from './marked-text.tsx';
import type { StatementActions } from './statement.tsx';
import { StatementCard } from './statement.tsx';

export const Waiting = ({ what }: { what: string }) => (
  <p class="waiting" role="status">
    <span class="spinner" aria-hidden="true" /> Fetching {what}…
  </p>
);

export const Failed = ({ message, onRetry }: { message: string; onRetry: () => void }) => (
  <div class="failed" role="alert">
    <p>{message}</p>
    <button type="button" class="button" onClick={onRetry}>
      Retry
    </button>
  </div>
);

interface Props extends StatementActions {
  panel: EntityPanel | PairPanel;
  /** Each predicate with the number of its statements in the whole store. */
  predicates: readonly { predicate: string; count: number }[];
  onPredicate: (predicate: string | null) => void;
  onMore: () => void;
  onRetry: () => void;
}

const Groups = ({ shown, props }: { shown: Statements; props: Props }) => {
  const totals = new Map(props.predicates.map(({ predicate, count }) => [predicate, count]));
  return (
    <>
      {groupByPredicate(shown.evidence).map(([predicate, evidence]) => {
        const total = Math.max(totals.get(predicate) ?? 0, evidence.length);
        return (
          <section key={predicate} class="group">
            <h4>
              {predicateWords(predicate)}{' '}
              <span class="count">
                {total > evidence.length ? `${number(evidence.length)} of ${number(total)}` : number(total)}
              </span>
            </h4>
            {evidence.map((statement) => (
              <StatementCard
                key={statement.id}
                statement={statement}
                onEntity={props.onEntity}
                onBulletin={props.onBulletin}
              />
            ))}
          </section>
        );
      })}
    </>
  );
};

const More = ({ shown, more, props }: { shown: Statements; more: Asked<null>; props: Props }) => {
  if (shown.next === null) return null;
  if (more.state === 'waiting') return <Waiting what="more statements" />;
  if (more.state === 'failed') return <Failed message={more.message} onRetry={props.onMore} />;
  const left = shown.total - shown.evidence.length;
  return (
    <button type="button" class="button wide" onClick={props.onMore}>
      Show {number(Math.min(50, left))} more of {number(left)}
    </button>
  );
};

export const StatementList = (props: Props) => {
  const { panel, predicates } = props;
  const { statements } = panel;
  const heading =
    statements.state !== 'here'
      ? ''
      : statements.value.evidence.length < statements.value.total
        ? `${number(statements.value.evidence.length)} of ${number(statements.value.total)}`
        : number(statements.value.total);
  return (
    <section aria-label="Statements">
      <h3>
        Statements <span class="count">{heading}</span>
      </h3>
      {predicates.length > 1 && (
        <div class="chips" role="group" aria-label="Statements of one relation">
          <button
            type="button"
            class="chip"
            aria-pressed={panel.predicate === null}
            onClick={() => props.onPredicate(null)}
          >
            All
          </button>
          {predicates.map(({ predicate, count }) => (
            <button
              key={predicate}
              type="button"
              class="chip"
              aria-pressed={panel.predicate === predicate}
              onClick={() => props.onPredicate(predicate)}
            >
              {predicateWords(predicate)} <span class="count">{number(count)}</span>
            </button>
          ))}
        </div>
      )}
      {statements.state === 'waiting' && <Waiting what="statements" />}
      {statements.state === 'failed' && <Failed message={statements.message} onRetry={props.onRetry} />}
      {statements.state === 'here' && statements.value.total === 0 && (
        <p class="empty">No statement of this kind is in the store.</p>
      )}
      {statements.state === 'here' && statements.value.total > 0 && (
        <>
          <MarkLegend />
          <Groups shown={statements.value} props={props} />
          <p class="visually-hidden" role="status">
            {counted(statements.value.evidence.length, 'statement', 'statements')} shown.
          </p>
          <More shown={statements.value} more={panel.more} props={props} />
        </>
      )}
    </section>
  );
};
