/** Statements by predicate and year: a table whose cells are bars, so that it is read like one as well. */
import { useState } from 'preact/hooks';
import type { EntityHistory } from '../../contract.ts';
import { counted, number, predicateWords } from '../text/words.ts';
import type { YearTable } from './years.ts';
import { yearTable } from './years.ts';

const WIDTH = 168;
const HEIGHT = 22;
const FIRST_ROWS = 6;

const Bars = ({ table, counts }: { table: YearTable; counts: readonly number[] }) => {
  const step = WIDTH / table.years.length;
  const width = Math.max(2, Math.min(18, step - 2));
  const told = table.years
    .flatMap((year, index) => (counts[index] ? [`${year}: ${number(counts[index])}`] : []))
    .join(', ');
  return (
    <svg
      class="year-bars"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={told}
    >
      {counts.map((count, index) => {
        // A small number beside a large one is still seen.
        const height = count === 0 ? 1 : Math.max(3, (count / table.most) * HEIGHT);
        const year = table.years[index] ?? 0;
        return (
          <rect
            key={year}
            class={count === 0 ? 'bar-none' : 'bar-some'}
            x={index * step + (step - width) / 2}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx="1"
          >
            <title>{`${year}: ${number(count)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
};

interface Props {
  years: EntityHistory['years'];
  chosen: string | null;
  onPredicate: (predicate: string | null) => void;
}

export const YearRows = ({ years, chosen, onPredicate }: Props) => {
  const [all, setAll] = useState(false);
  const table = yearTable(years);
  const rest = [
    table.earlier > 0 ? `${number(table.earlier)} before ${table.years[0]}` : '',
    table.undated > 0 ? `${number(table.undated)} without a year` : '',
  ].filter((text) => text !== '');
  const shown = all ? table.rows : table.rows.slice(0, FIRST_ROWS);
  return (
    <section aria-label="Statements by year">
      <h3>Statements by year</h3>
      {table.rows.length === 0 ? (
        <p class="empty">No statement about it has a year.</p>
      ) : (
        <table class="year-rows">
          <caption class="visually-hidden">Statements by relation and year</caption>
          <thead>
            <tr>
              <th scope="col">Relation</th>
              <th scope="col">
                <span class="year-axis" style={{ width: `${WIDTH}px` }}>
                  <span>{table.years[0]}</span>
                  {table.years.length > 1 && <span>{table.years.at(-1)}</span>}
                </span>
              </th>
              <th scope="col" class="numeric">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ predicate, counts, total }) => (
              <tr key={predicate} class={chosen === predicate ? 'row-chosen' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    class="link predicate"
                    aria-pressed={chosen === predicate}
                    onClick={() => onPredicate(chosen === predicate ? null : predicate)}
                  >
                    {predicateWords(predicate)}
                  </button>
                </th>
                <td>
                  <Bars table={table} counts={counts} />
                </td>
                <td class="numeric">{number(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {table.rows.length > FIRST_ROWS && (
        <button type="button" class="quiet-button" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${counted(table.rows.length, 'relation', 'relations')}`}
        </button>
      )}
      {rest.length > 0 && <p class="quiet small">Not drawn: {rest.join(', ')}.</p>}
    </section>
  );
};
