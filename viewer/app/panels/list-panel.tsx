/**
 * The same graph as lists, in step with the drawing: what a screen reader reads and the keyboard walks. With an entity
 * selected, or a pair read from its panel, its relations come first.
 */
import { useState } from 'preact/hooks';
import type { Palette } from '../graph/palette.ts';
import { TONE_WORDS } from '../graph/marks.ts';
import type { Bundle, Scene } from '../state/scene.ts';
import { neighboursOf } from '../state/scene.ts';
import type { Selection } from '../state/view.ts';
import { counted, isolated, number, predicateWords } from '../text/words.ts';
import { Name } from './name.tsx';
import { ToneMark, TypeIcon } from './symbols.tsx';

interface Props {
  scene: Scene;
  selection: Selection | null;
  /** An entity whose relations come first. */
  about: string | null;
  palette: Palette;
  onNode: (id: string) => void;
  onPair: (source: string, target: string) => void;
}

const ROWS = 100;

const relationWords = (bundle: Bundle): string =>
  bundle.edges
    .slice(0, 3)
    .map((edge) => `${predicateWords(edge.predicate)} ${number(edge.statements)}`)
    .join(', ') + (bundle.edges.length > 3 ? ', …' : '');

const More = ({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) =>
  shown < total ? (
    <button type="button" class="button wide" onClick={onMore}>
      Show more: {number(shown)} of {number(total)}
    </button>
  ) : null;

const Relations = ({ scene, selection, about, palette, onPair }: Props) => {
  const [rows, setRows] = useState(ROWS);
  const name = (id: string): string => scene.nodes.get(id)?.name ?? id;
  const chosen = about !== null && scene.nodes.has(about) ? about : null;
  const bundles =
    chosen === null
      ? [...scene.bundles.values()].toSorted((a, b) => b.statements - a.statements)
      : neighboursOf(scene, chosen).map(({ bundle }) => bundle);
  return (
    <section>
      <h2>
        {chosen === null ? 'Relations' : `Relations of ${isolated(name(chosen))}`}{' '}
        <span class="count">{number(bundles.length)}</span>
      </h2>
      {bundles.length === 0 && <p class="empty">None is shown. Add neighbours from its panel, or clear the filters.</p>}
      <ul>
        {bundles.slice(0, rows).map((bundle) => {
          const [a, b] =
            chosen !== null && bundle.target === chosen
              ? [bundle.target, bundle.source]
              : [bundle.source, bundle.target];
          return (
            <li key={bundle.id}>
              <button
                type="button"
                class="list-row"
                aria-current={selection?.kind === 'pair' && selection.id === bundle.id ? 'true' : undefined}
                onClick={() => onPair(a, b)}
              >
                <ToneMark tone={bundle.tone} palette={palette} />
                <span class="list-main">
                  <span>
                    {chosen === null && (
                      <>
                        <Name of={name(a)} /> –{' '}
                      </>
                    )}
                    <Name of={name(b)} />
                  </span>
                  <span class="quiet">
                    <span class="visually-hidden">{TONE_WORDS[bundle.tone]}: </span>
                    {relationWords(bundle)}
                    {bundle.negated > 0 ? `, denied ${number(bundle.negated)}` : ''}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <More shown={Math.min(rows, bundles.length)} total={bundles.length} onMore={() => setRows(rows + ROWS)} />
    </section>
  );
};

const Entities = ({ scene, selection, palette, onNode }: Props) => {
  const [rows, setRows] = useState(ROWS);
  const nodes = [...scene.nodes.values()].toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  return (
    <section>
      <h2>
        Entities <span class="count">{number(nodes.length)}</span>
      </h2>
      <ul>
        {nodes.slice(0, rows).map((node) => (
          <li key={node.id}>
            <button
              type="button"
              class="list-row"
              aria-current={selection?.kind === 'node' && selection.id === node.id ? 'true' : undefined}
              onClick={() => onNode(node.id)}
            >
              <TypeIcon type={node.type} palette={palette} size={18} />
              <span class="list-main">
                <Name of={node.name} />
                <span class="visually-hidden">
                  , {node.type}, {counted(node.statements, 'statement', 'statements')}
                </span>
              </span>
              <span class="count" aria-hidden="true">
                {number(node.statements)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <More shown={Math.min(rows, nodes.length)} total={nodes.length} onMore={() => setRows(rows + ROWS)} />
    </section>
  );
};

export const ListPanel = (props: Props) =>
  props.about !== null ? (
    <div class="lists">
      <Relations {...props} />
      <Entities {...props} />
    </div>
  ) : (
    <div class="lists">
      <Entities {...props} />
      <Relations {...props} />
    </div>
  );
