/** The rows of a result: as a table, a page at a time, or as the JSON that the server sent. */
import { useState } from 'preact/hooks';
import { number } from '../text/words.ts';
import type { Cell } from './values.ts';
import { cellText, columnKind, isEntityId } from './values.ts';
import type { Finished } from './state.ts';

const PAGE = 100;

const Value = ({ value, onEntity }: { value: Cell; onEntity: (id: string) => void }) => {
  if (value === null) return <span class="quiet">null</span>;
  if (isEntityId(value)) {
    return (
      <button type="button" class="link mono" title="Open it in the graph" onClick={() => onEntity(value)}>
        {value}
      </button>
    );
  }
  return <span dir="auto">{cellText(value)}</span>;
};

export const ResultTable = ({ finished, onEntity }: { finished: Finished; onEntity: (id: string) => void }) => {
  const { columns, rows } = finished.answer;
  const [shown, setShown] = useState(PAGE);
  const meanings = new Map(finished.entry?.columns.map(({ name, meaning }) => [name, meaning]));
  const kinds = columns.map((_, index) => columnKind(rows, index));
  return (
    <>
      <table class="result-table">
        <caption class="visually-hidden">Result of the query</caption>
        <thead>
          <tr>
            <th scope="col" class="row-number">
              <span class="visually-hidden">Row</span>
            </th>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                title={meanings.get(column)}
                class={kinds[index] === 'number' ? 'numeric' : ''}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={index}>
              <td class="row-number">{number(index + 1)}</td>
              {row.map((value, column) => (
                <td key={columns[column]} class={kinds[column] === 'number' ? 'numeric' : ''}>
                  <Value value={value} onEntity={onEntity} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < rows.length && (
        <button type="button" class="button result-more" onClick={() => setShown(shown + PAGE)}>
          Show more: {number(shown)} of {number(rows.length)}
        </button>
      )}
    </>
  );
};

const MOST_RAW = 200_000;

export const ResultRaw = ({ finished }: { finished: Finished }) => {
  const { columns, rows } = finished.answer;
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
  const text = JSON.stringify(records, null, 2);
  return (
    <>
      {text.length > MOST_RAW && (
        <p class="quiet small">
          The first {number(MOST_RAW)} of {number(text.length)} characters; the CSV has everything.
        </p>
      )}
      <pre class="result-raw" dir="auto">
        {text.slice(0, MOST_RAW)}
      </pre>
    </>
  );
};
