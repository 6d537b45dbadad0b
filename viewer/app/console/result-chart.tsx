/** A result as bars, lines or a timeline, with the columns to choose from; the table view has the same numbers. */
import { useState } from 'preact/hooks';
import { linear, ticks, timeTicks } from '../charts/scale.ts';
import type { Palette } from '../graph/palette.ts';
import { counted, number } from '../text/words.ts';
import type { Axes, Bars, Lines } from './chart.ts';
import { axesOf, chartOf } from './chart.ts';
import type { Finished } from './state.ts';
import { columnKind } from './values.ts';

const WIDTH = 860;
const LABELS = 220;
const ROW = 24;

const BarChart = ({ chart, axes }: { chart: Bars; axes: Axes }) => {
  const values = chart.bars.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linear([low, high], [LABELS, WIDTH - 60]);
  const height = chart.bars.length * ROW + 8;
  return (
    <svg
      class="result-svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${axes.y ?? ''} by ${axes.x}, ${counted(chart.bars.length, 'bar', 'bars')}`}
    >
      {chart.bars.map(({ label, value }, index) => {
        const y = index * ROW + 4;
        const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
        return (
          <g key={index}>
            <text class="axis-text" x={LABELS - 8} y={y + 14} text-anchor="end">
              {label.length > 34 ? `${label.slice(0, 33)}…` : label}
            </text>
            <rect class="bar-some" x={from} y={y + 2} width={Math.max(1, to - from)} height={ROW - 8} rx="2">
              <title>{`${label}: ${number(value)}`}</title>
            </rect>
            <text class="axis-text" x={to + 6} y={y + 14}>
              {number(value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

const TOP = 12;
const BOTTOM = 26;

const LineChart = ({ chart, axes, palette }: { chart: Lines; axes: Axes; palette: Palette }) => {
  const { series, inRows } = chart;
  const left = inRows ? LABELS : 56;
  const height = inRows ? series.length * 30 + TOP + BOTTOM : 320;
  const points = series.flatMap((each) => each.points);
  const [from, to] = [Math.min(...points.map(({ at }) => at)) - 0.5, Math.max(...points.map(({ at }) => at)) + 0.5];
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linear([from, to], [left, WIDTH - 16]);
  const y = linear([low, high === low ? low + 1 : high], [height - BOTTOM, TOP]);
  const { types, tones } = palette;
  const colours = [tones.cooperation, tones.conflict, types.Country, types.Organization, tones.mixed, types.Place];
  const yOf = (row: number, value: number): number => (inRows ? TOP + row * 30 + 15 : y(value));
  return (
    <svg
      class="result-svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${axes.y ?? 'When'} over ${axes.x}, ${counted(points.length, 'point', 'points')}`}
    >
      {!inRows &&
        ticks(low, high, 6).map((value) => (
          <g key={value}>
            <line
              class={value === 0 ? 'axis-zero' : 'axis-line'}
              x1={left}
              x2={WIDTH - 16}
              y1={y(value)}
              y2={y(value)}
            />
            <text class="axis-text" x={left - 8} y={y(value) + 4} text-anchor="end">
              {number(value)}
            </text>
          </g>
        ))}
      {timeTicks(from, to, 8).map(({ at, label }) => (
        <text key={label} class="axis-text" x={x(at)} y={height - 8} text-anchor="middle">
          {label}
        </text>
      ))}
      {series.map((each, row) => (
        <g key={each.name} fill={colours[inRows ? 0 : row % colours.length] ?? tones.neutral}>
          {inRows && (
            <>
              <line class="axis-line" x1={left} x2={WIDTH - 16} y1={yOf(row, 0)} y2={yOf(row, 0)} />
              <text class="axis-text" x={left - 8} y={yOf(row, 0) + 4} text-anchor="end">
                {each.name.length > 34 ? `${each.name.slice(0, 33)}…` : each.name}
              </text>
            </>
          )}
          {chart.kind === 'line' && (
            <polyline
              points={each.points.map(({ at, value }) => `${x(at)},${yOf(row, value)}`).join(' ')}
              fill="none"
              stroke={colours[row % colours.length] ?? tones.neutral}
              stroke-width="2"
            />
          )}
          {each.points.map((point, index) => (
            <circle key={index} cx={x(point.at)} cy={yOf(row, point.value)} r={inRows ? 5 : 3.5} fill-opacity="0.85">
              <title>{`${point.date}${each.name === '' ? '' : ` ${each.name}`}${inRows ? '' : `: ${number(point.value)}`} ${point.label}`}</title>
            </circle>
          ))}
        </g>
      ))}
    </svg>
  );
};

const Legend = ({ chart, palette }: { chart: Lines; palette: Palette }) => {
  const { types, tones } = palette;
  const colours = [tones.cooperation, tones.conflict, types.Country, types.Organization, tones.mixed, types.Place];
  if (chart.inRows || chart.series.length < 2) return null;
  return (
    <ul class="chart-legend">
      {chart.series.map(({ name }, index) => (
        <li key={name}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="5" fill={colours[index % colours.length]} />
          </svg>
          {name === '' ? 'without a name' : name}
        </li>
      ))}
    </ul>
  );
};

export const ResultChart = ({ finished, palette }: { finished: Finished; palette: Palette }) => {
  const { columns, rows } = finished.answer;
  const [axes, setAxes] = useState(() => axesOf(columns, rows, finished.entry?.chart ?? null));
  if (axes === null) {
    return (
      <p class="empty">No column holds numbers or dates, so there is nothing to draw. The table shows the rows.</p>
    );
  }
  const chart = chartOf(columns, rows, axes);
  const numbers = columns.filter((_, index) => columnKind(rows, index) === 'number');
  const choose = (name: 'x' | 'y', value: string): void => {
    const next = { ...axes, [name]: value === '' ? null : value };
    const isDate = columnKind(rows, columns.indexOf(next.x)) === 'date';
    setAxes({ ...next, kind: isDate ? (next.kind === 'bar' ? 'line' : next.kind) : 'bar' });
  };
  const isEmpty = chart.kind === 'bar' ? chart.bars.length === 0 : chart.series.length === 0;
  return (
    <>
      <div class="chart-columns">
        <label>
          Across{' '}
          <select value={axes.x} onChange={(event) => choose('x', event.currentTarget.value)}>
            {columns.map((column) => (
              <option key={column}>{column}</option>
            ))}
          </select>
        </label>
        {numbers.length > 0 && (
          <label>
            Value{' '}
            <select value={axes.y ?? ''} onChange={(event) => choose('y', event.currentTarget.value)}>
              {axes.y === null && <option value="">none: when only</option>}
              {numbers.map((column) => (
                <option key={column}>{column}</option>
              ))}
            </select>
          </label>
        )}
        {chart.left > 0 && <span class="quiet small">{counted(chart.left, 'row is', 'rows are')} not drawn.</span>}
      </div>
      {isEmpty && <p class="empty">These columns hold nothing to draw. Choose others, or see the table.</p>}
      {!isEmpty && chart.kind === 'bar' && <BarChart chart={chart} axes={axes} />}
      {!isEmpty && chart.kind !== 'bar' && (
        <>
          <Legend chart={chart} palette={palette} />
          <LineChart chart={chart} axes={axes} palette={palette} />
        </>
      )}
    </>
  );
};
