/** The head of the page for a pair of entities: who, how many statements of which relation, and how they lean. */
import type { GraphNode } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import { TONE_WORDS } from '../graph/marks.ts';
import type { Bundle } from '../state/scene.ts';
import { toneOf } from '../state/scene.ts';
import { counted, dateWords, number, predicateWords } from '../text/words.ts';
import { ToneMark, TypeIcon } from './symbols.tsx';

interface Props {
  source: GraphNode | undefined;
  target: GraphNode | undefined;
  bundle: Bundle | undefined;
  palette: Palette;
  onEntity: (id: string) => void;
}

const arrow = (symmetric: boolean, forward: boolean): string => (symmetric ? '↔' : forward ? '→' : '←');

export const PairHead = ({ source, target, bundle, palette, onEntity }: Props) => (
  <>
    <header class="pair-head">
      <h2 tabIndex={-1}>
        {[source, target].map(
          (node, index) =>
            node && (
              <button key={`${index}${node.id}`} type="button" class="entity-chip" onClick={() => onEntity(node.id)}>
                <TypeIcon type={node.type} palette={palette} /> {node.name}
              </button>
            ),
        )}
      </h2>
    </header>
    {bundle && source && (
      <table class="relations">
        <caption class="visually-hidden">Relations between the two that are shown in the graph</caption>
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">Statements</th>
            <th scope="col">Denied</th>
            <th scope="col">Sources</th>
            <th scope="col">Dates</th>
          </tr>
        </thead>
        <tbody>
          {bundle.edges.map((edge) => (
            <tr key={edge.id}>
              <th scope="row">
                <ToneMark tone={toneOf(edge.quadClass)} palette={palette} />
                <span class="visually-hidden">{TONE_WORDS[toneOf(edge.quadClass)]}: </span>
                <span class="predicate">{predicateWords(edge.predicate)}</span>{' '}
                <span class="direction" title={edge.symmetric ? 'both ways' : 'in this direction'}>
                  {arrow(edge.symmetric, edge.source === source.id)}
                </span>
              </th>
              <td>{number(edge.statements)}</td>
              <td>{edge.negated > 0 ? <strong class="not">{number(edge.negated)}</strong> : '0'}</td>
              <td>{number(edge.sources)}</td>
              <td>
                {edge.first === edge.last
                  ? dateWords(edge.first)
                  : `${dateWords(edge.first)} – ${dateWords(edge.last)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {bundle && (
      <p class="visually-hidden">
        {counted(bundle.edges.length, 'relation', 'relations')}, {counted(bundle.statements, 'statement', 'statements')}
        .
      </p>
    )}
  </>
);
