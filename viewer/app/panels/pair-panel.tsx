/** The whole history between two entities: relations in both directions, tone over time, and where it contradicts itself. */
import type { Evidence, PairHistory, PairRelation } from '../../contract.ts';
import { TONE_WORDS } from '../graph/marks.ts';
import type { Palette } from '../graph/palette.ts';
import { toneOf } from '../state/scene.ts';
import { bulletinName, counted, dateWords, isolated, number, predicateWords } from '../text/words.ts';
import { Name } from './name.tsx';
import { ToneMark, TypeIcon } from './symbols.tsx';

type End = PairHistory['one'];

interface HeadProps {
  ends: readonly (End | undefined)[];
  palette: Palette;
  onEntity: (id: string) => void;
}

export const PairHead = ({ ends, palette, onEntity }: HeadProps) => (
  <header class="pair-head">
    <h2 tabIndex={-1}>
      {ends.map(
        (end, index) =>
          end && (
            <button key={`${index}${end.id}`} type="button" class="entity-chip" onClick={() => onEntity(end.id)}>
              <TypeIcon type={end.type} palette={palette} /> <Name of={end.name} />
            </button>
          ),
      )}
    </h2>
  </header>
);

const arrow = ({ symmetric, forward }: PairRelation): string => (symmetric ? '↔' : forward ? '→' : '←');

const monthWords = (date: string | null): string => dateWords(date?.slice(0, 'YYYY-MM'.length) ?? null);

const direction = ({ symmetric, forward }: PairRelation, { one, other }: PairHistory): string => {
  if (symmetric) return 'both ways';
  const [from, to] = forward ? [one, other] : [other, one];
  return `from ${isolated(from.name)} to ${isolated(to.name)}`;
};

export const Relations = ({ history, palette }: { history: PairHistory; palette: Palette }) => (
  <table class="relations">
    <caption class="visually-hidden">
      Everything stated between the two: {counted(history.relations.length, 'relation', 'relations')},{' '}
      {counted(history.statements, 'statement', 'statements')}
    </caption>
    <thead>
      <tr>
        <th scope="col">Relation</th>
        <th scope="col" class="numeric">
          Statements
        </th>
        <th scope="col" class="numeric">
          Denied
        </th>
        <th scope="col" class="numeric">
          Sources
        </th>
        <th scope="col">Dates</th>
      </tr>
    </thead>
    <tbody>
      {history.relations.map((relation) => {
        const tone = toneOf(relation.quadClass);
        return (
          <tr key={`${relation.predicate} ${relation.forward}`}>
            <th scope="row">
              <ToneMark tone={tone} palette={palette} />
              <span class="visually-hidden">{TONE_WORDS[tone]}: </span>
              <span class="predicate">{predicateWords(relation.predicate)}</span>{' '}
              <span class="direction" title={direction(relation, history)} aria-hidden="true">
                {arrow(relation)}
              </span>
              <span class="visually-hidden">, {direction(relation, history)}</span>
            </th>
            <td class="numeric">{number(relation.statements)}</td>
            <td class="numeric">
              {relation.negated > 0 ? <strong class="not">{number(relation.negated)}</strong> : '0'}
            </td>
            <td class="numeric">{number(relation.sources)}</td>
            <td>
              {relation.first === relation.last
                ? dateWords(relation.first)
                : `${monthWords(relation.first)} – ${monthWords(relation.last)}`}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

const Side = ({
  word,
  count,
  statement,
  onBulletin,
}: {
  word: 'claimed' | 'denied';
  count: number;
  statement: Evidence;
  onBulletin: (bulletin: string, statement: string) => void;
}) => (
  <div class={`side side-${word}`}>
    <p class="side-head">
      <span class={`badge badge-${word}`}>
        {number(count)} {word}
      </span>
      <span class="quiet">
        {dateWords(statement.date ?? statement.bulletin.publishedAt)}
        {statement.saidBy && (
          <>
            , said by <Name of={statement.saidBy.name} />
          </>
        )}
      </span>
    </p>
    <blockquote class="side-words" dir="auto">
      {statement.sentence.text}
    </blockquote>
    <p class="quiet small">
      <Name of={statement.bulletin.source ?? 'source not named'} /> ·{' '}
      <button
        type="button"
        class="link"
        aria-label={`Read it in: ${isolated(bulletinName(statement.bulletin))}`}
        onClick={() => onBulletin(statement.bulletin.id, statement.id)}
      >
        read it there
      </button>
    </p>
  </div>
);

/** A claim beside its denial: which of the two holds is not for the program to say. */
export const Contradictions = ({
  history,
  onBulletin,
}: {
  history: PairHistory;
  onBulletin: (bulletin: string, statement: string) => void;
}) => {
  const { contradictions, contradictionsTotal } = history;
  if (contradictions.length === 0) return null;
  return (
    <section aria-label="Contradictions" class="contradictions">
      <h3>
        Claimed and denied{' '}
        <span class="count">
          {contradictions.length < contradictionsTotal
            ? `${number(contradictions.length)} of ${number(contradictionsTotal)}`
            : number(contradictionsTotal)}
        </span>
      </h3>
      <ul>
        {contradictions.map((each) => (
          <li key={`${each.predicate} ${each.forward}`} class="contradiction">
            <p class="claim">
              <Name of={each.newestClaim.subject.name} />{' '}
              <span class="predicate">{predicateWords(each.predicate)}</span>{' '}
              {each.newestClaim.object && <Name of={each.newestClaim.object.name} />}
            </p>
            <div class="sides">
              <Side word="claimed" count={each.claims} statement={each.newestClaim} onBulletin={onBulletin} />
              <Side word="denied" count={each.denials} statement={each.newestDenial} onBulletin={onBulletin} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
