/** The entities of a result as a small drawing: laid out by the page's worker, drawn as SVG, with a list beside it. */
import { useEffect, useState } from 'preact/hooks';
import type { GraphNode } from '../../contract.ts';
import { messageOf } from '../api/client.ts';
import { ICONS } from '../graph/icons.ts';
import { startLayout } from '../graph/layout/layout.ts';
import type { Palette } from '../graph/palette.ts';
import { Failed, Waiting } from '../panels/statements.tsx';
import type { Asked } from '../state/panel.ts';
import { failed, here, waiting } from '../state/panel.ts';
import { counted, number, predicateWords } from '../text/words.ts';
import type { ConsoleActions } from './actions.ts';
import type { RowEdge } from './row-graph.ts';
import { rowGraph } from './row-graph.ts';
import type { Finished } from './state.ts';

/** More would be a hairball; the page's own drawing takes the rest. */
const MOST_DRAWN = 120;
const WIDTH = 900;
const HEIGHT = 560;
const MARGIN = 46;

interface Drawn {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly RowEdge[];
  /** x and y of each node, in its order. */
  readonly places: readonly (readonly [number, number])[];
  readonly total: number;
}

/** Positions moved and scaled into the drawing, not stretched. */
const fitted = (positions: Float64Array): [number, number][] => {
  const points = Array.from({ length: positions.length / 2 }, (_, index): [number, number] => [
    positions[index * 2] ?? 0,
    positions[index * 2 + 1] ?? 0,
  ]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(width, 1), (HEIGHT - 2 * MARGIN) / Math.max(height, 1), 2);
  return points.map(([x, y]) => [
    WIDTH / 2 + (x - left - width / 2) * scale,
    HEIGHT / 2 + (y - top - height / 2) * scale,
  ]);
};

const useDrawn = (finished: Finished, nodesOf: ConsoleActions['nodes']): [Asked<Drawn>, () => void] => {
  const [drawn, setDrawn] = useState<Asked<Drawn>>(waiting);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    let stop: (() => void) | null = null;
    const { columns, rows } = finished.answer;
    const { ids, edges } = rowGraph(columns, rows, finished.entry?.chart ?? null);
    const draw = async (): Promise<void> => {
      const nodes = await nodesOf(ids.slice(0, MOST_DRAWN));
      if (!isWanted) return;
      const known = new Set(nodes.map(({ id }) => id));
      const among = edges.filter(({ source, target }) => known.has(source) && known.has(target));
      if (nodes.length === 0) {
        setDrawn(here({ nodes, edges: [], places: [], total: 0 }));
        return;
      }
      const layout = startLayout(
        {
          nodes: nodes.map(({ id, name }) => ({ id, halfWidth: 12 + name.length * 3.2, halfHeight: 26 })),
          edges: among,
          aspect: WIDTH / HEIGHT,
        },
        (positions, done) => {
          if (done) setDrawn(here({ nodes, edges: among, places: fitted(positions), total: ids.length }));
        },
        (message) => setDrawn(failed(`The drawing could not be arranged: ${message}.`)),
      );
      stop = () => layout.stop();
    };
    setDrawn(waiting);
    draw().catch((error: unknown) => {
      if (isWanted) setDrawn(failed(messageOf(error)));
    });
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [finished, attempt]);
  return [drawn, () => setAttempt(attempt + 1)];
};

const Picture = ({ drawn, palette, onEntity }: { drawn: Drawn; palette: Palette; onEntity: (id: string) => void }) => {
  const place = new Map(drawn.nodes.map(({ id }, index) => [id, drawn.places[index] ?? [0, 0]]));
  const most = Math.max(1, ...drawn.edges.map(({ weight }) => weight));
  return (
    <svg class="result-svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="The entities of the result">
      {drawn.edges.map(({ source, target, label, weight }) => {
        const [x1, y1] = place.get(source) ?? [0, 0];
        const [x2, y2] = place.get(target) ?? [0, 0];
        return (
          <g key={`${source} ${target}`}>
            <line
              x1={x1}
              y1={y1}
              x2={x2}
              y2={y2}
              stroke={palette.tones.neutral}
              stroke-opacity="0.55"
              stroke-width={1 + 3 * (weight / most)}
            >
              <title>{predicateWords(label)}</title>
            </line>
            {drawn.edges.length <= 30 && label !== '' && (
              <text class="graph-label" x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 3} text-anchor="middle">
                {predicateWords(label).slice(0, 28)}
              </text>
            )}
          </g>
        );
      })}
      {drawn.nodes.map(({ id, name, type }) => {
        const [x, y] = place.get(id) ?? [0, 0];
        return (
          <g key={id} class="graph-node" transform={`translate(${x} ${y})`} onClick={() => onEntity(id)}>
            <title>{`${name}, ${type}`}</title>
            <circle r="11" fill={palette.types[type]} />
            <path d={ICONS[type]} fill={palette.onType} transform="translate(-6.4 -6.4) scale(.8)" />
            <text class="graph-name" y="24" text-anchor="middle">
              {name.length > 26 ? `${name.slice(0, 25)}…` : name}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

interface Props {
  finished: Finished;
  act: ConsoleActions;
}

export const ResultGraph = ({ finished, act }: Props) => {
  const [drawn, retry] = useDrawn(finished, act.nodes);
  if (drawn.state === 'waiting') return <Waiting what="the entities" />;
  if (drawn.state === 'failed') return <Failed message={drawn.message} onRetry={retry} />;
  const { nodes, edges, total } = drawn.value;
  if (nodes.length === 0) {
    return (
      <p class="empty">
        No row holds the id of an entity, so there is nothing to draw. Return it, for example <code>e.id AS id</code>.
      </p>
    );
  }
  return (
    <>
      <p class="quiet small">
        {number(nodes.length)} of {counted(total, 'entity', 'entities')}, {counted(edges.length, 'line', 'lines')};
        press one to open it in the graph.
      </p>
      <Picture drawn={drawn.value} palette={act.palette()} onEntity={act.openEntity} />
      <ul class="chips" aria-label="The entities as buttons">
        {nodes.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="chip" onClick={() => act.openEntity(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
