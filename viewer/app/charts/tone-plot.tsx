/** Tone over time of a pair: mean Goldstein value by month, above the line cooperation, below it conflict. With a table. */
import type { PairHistory, ToneMonth } from '../../contract.ts';
import { MARKS } from '../graph/marks.ts';
import type { Palette } from '../graph/palette.ts';
import { counted, dateWords, number } from '../text/words.ts';
import { linear, monthOf, timeTicks } from './scale.ts';

const WIDTH = 388;
const HEIGHT = 168;
const LEFT = 26;
const RIGHT = 10;
const TOP = 12;
const BOTTOM = 24;

/** Room of one label under the plot. */
const LABEL = 58;

/** Those that have room beside the one before. */
const apart = <T extends { readonly at: number }>(ticks: readonly T[]): T[] =>
  ticks.reduce<T[]>((kept, tick) => {
    const last = kept.at(-1);
    return last && tick.at - last.at < LABEL ? kept : [...kept, tick];
  }, []);

/** A label at the edge stays inside. */
const anchorAt = (x: number): 'start' | 'middle' | 'end' =>
  x > WIDTH - RIGHT - 20 ? 'end' : x < LEFT + 20 ? 'start' : 'middle';

const sided = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;

const summary = (tone: readonly ToneMonth[]): string => {
  const [first] = tone;
  const last = tone.at(-1);
  if (!first || !last) return '';
  const span = first === last ? dateWords(first.month) : `${dateWords(first.month)} to ${dateWords(last.month)}`;
  const lowest = tone.reduce((a, b) => (b.goldstein < a.goldstein ? b : a));
  const highest = tone.reduce((a, b) => (b.goldstein > a.goldstein ? b : a));
  return (
    `Tone by month, ${span}: highest ${sided(highest.goldstein)} in ${dateWords(highest.month)}, ` +
    `lowest ${sided(lowest.goldstein)} in ${dateWords(lowest.month)}.`
  );
};

const Plot = ({ tone, palette }: { tone: readonly ToneMonth[]; palette: Palette }) => {
  const months = tone.map(({ month }) => monthOf(month) ?? 0);
  const [from, to] = [Math.min(...months) - 1, Math.max(...months) + 1];
  const x = linear([from, to], [LEFT, WIDTH - RIGHT]);
  const y = linear([-10, 10], [HEIGHT - BOTTOM, TOP]);
  const most = Math.max(...tone.map(({ statements }) => statements));
  const points = tone.map((each, index) => ({
    ...each,
    x: x(months[index] ?? 0),
    y: y(each.goldstein),
    size: 5 + 5 * Math.sqrt(each.statements / most),
  }));
  return (
    <svg class="tone-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary(tone)}>
      <rect class="tone-up" x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={y(0) - TOP} />
      <rect class="tone-down" x={LEFT} y={y(0)} width={WIDTH - LEFT - RIGHT} height={HEIGHT - BOTTOM - y(0)} />
      {[10, 5, 0, -5, -10].map((value) => (
        <g key={value}>
          <line
            class={value === 0 ? 'axis-zero' : 'axis-line'}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(value)}
            y2={y(value)}
          />
          <text class="axis-text" x={LEFT - 5} y={y(value) + 3.5} text-anchor="end">
            {sided(value)}
          </text>
        </g>
      ))}
      {apart(timeTicks(from, to, 5).map(({ at, label }) => ({ label, at: x(at) }))).map(({ at, label }) => (
        <text key={label} class="axis-text" x={at} y={HEIGHT - 7} text-anchor={anchorAt(at)}>
          {label}
        </text>
      ))}
      <text class="tone-word" x={WIDTH - RIGHT - 5} y={TOP + 12} text-anchor="end">
        cooperation
      </text>
      <text class="tone-word" x={WIDTH - RIGHT - 5} y={HEIGHT - BOTTOM - 5} text-anchor="end">
        conflict
      </text>
      <polyline class="tone-line" points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
      {points.map((point) => {
        const side = point.goldstein < 0 ? 'conflict' : 'cooperation';
        return (
          <path
            key={point.month}
            d={MARKS[side] ?? ''}
            fill={palette.tones[side]}
            class="tone-point"
            transform={`translate(${point.x} ${point.y}) scale(${point.size / 8}) translate(-8 -8)`}
          >
            <title>{`${dateWords(point.month)}: ${sided(point.goldstein)}, ${counted(point.statements, 'statement', 'statements')}`}</title>
          </path>
        );
      })}
    </svg>
  );
};

export const TonePlot = ({ history, palette }: { history: PairHistory; palette: Palette }) => {
  const { tone, toneUndated } = history;
  return (
    <section aria-label="Tone over time">
      <h3>
        Tone over time <span class="count">mean Goldstein value by month</span>
      </h3>
      {tone.length === 0 ? (
        <p class="empty">Nothing affirmed between the two has both a month and a Goldstein value.</p>
      ) : (
        <>
          <Plot tone={tone} palette={palette} />
          <details class="tone-table">
            <summary>The same as a table</summary>
            <table class="relations">
              <caption class="visually-hidden">Tone by month</caption>
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  <th scope="col" class="numeric">
                    Tone
                  </th>
                  <th scope="col" class="numeric">
                    Statements
                  </th>
                  <th scope="col" class="numeric">
                    Cooperation
                  </th>
                  <th scope="col" class="numeric">
                    Conflict
                  </th>
                </tr>
              </thead>
              <tbody>
                {tone.map((each) => (
                  <tr key={each.month}>
                    <th scope="row">{dateWords(each.month)}</th>
                    <td class="numeric">{sided(each.goldstein)}</td>
                    <td class="numeric">{number(each.statements)}</td>
                    <td class="numeric">{number(each.cooperation)}</td>
                    <td class="numeric">{number(each.conflict)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
      <p class="quiet small">
        −10 conflict, +10 cooperation; affirmed statements only
        {toneUndated > 0 ? `; ${counted(toneUndated, 'statement', 'statements')} without a month left out` : ''}.
      </p>
    </section>
  );
};
