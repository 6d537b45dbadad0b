/** The side panel's page for an entity: names, what can be expanded with counts before, and its statements. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntityPage, NodeType } from '../../contract.ts';
import type { NeighbourChoice } from '../api/client.ts';
import type { Palette } from '../graph/palette.ts';
import type { Expansion } from '../state/expansion.ts';
import { counted, isolated, number, predicateWords, typePlural } from '../text/words.ts';
import { Glyph, TypeIcon } from './symbols.tsx';

const CAP = 50;
/** Relations that are offered at first; the panel has more to say than its neighbours. */
const FIRST_RELATIONS = 8;

interface ExpandProps {
  page: EntityPage;
  expansion: Expansion;
  palette: Palette;
  onExpand: (choice: NeighbourChoice) => void;
}

const TypeChip = ({
  type,
  count,
  palette,
  onExpand,
}: { type: NodeType; count: number } & Pick<ExpandProps, 'palette' | 'onExpand'>) => (
  <button
    type="button"
    class="chip"
    onClick={() => onExpand({ type })}
    aria-label={`Add neighbours of type ${type}, ${counted(count, 'neighbour', 'neighbours')}`}
  >
    <TypeIcon type={type} palette={palette} size={14} /> {typePlural(type)} <span class="count">{number(count)}</span>
  </button>
);

const Expand = ({ page, expansion, palette, onExpand }: ExpandProps) => {
  const { shown, left, predicates, types } = expansion;
  const [all, setAll] = useState(false);
  return (
    <section class="expand" aria-label="Neighbours">
      <h3>
        Neighbours{' '}
        <span class="count">
          {number(shown)} of {number(page.neighbours)} shown
        </span>
      </h3>
      <button type="button" class="button wide" disabled={left === 0} onClick={() => onExpand({})}>
        {left === 0
          ? 'All neighbours are shown'
          : left > CAP
            ? `Add ${CAP} of ${number(left)} more`
            : `Add ${number(left)} more`}
      </button>
      {left > 0 && (
        <>
          <p class="quiet small">Or only some of these, by relation or by type:</p>
          <div class="chips" role="group" aria-label="Add neighbours by relation">
            {(all ? predicates : predicates.slice(0, FIRST_RELATIONS)).map(({ predicate, neighbours }) => (
              <button
                key={predicate}
                type="button"
                class="chip"
                onClick={() => onExpand({ predicate })}
                aria-label={`Add neighbours by ${predicateWords(predicate)}, ${counted(neighbours, 'neighbour', 'neighbours')}`}
              >
                {predicateWords(predicate)} <span class="count">{number(neighbours)}</span>
              </button>
            ))}
            {predicates.length > FIRST_RELATIONS && (
              <button type="button" class="link more-relations" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? 'fewer' : `${number(predicates.length - FIRST_RELATIONS)} more relations`}
              </button>
            )}
          </div>
          <div class="chips" role="group" aria-label="Add neighbours by type">
            {types.map(({ type, neighbours }) => (
              <TypeChip key={type} type={type} count={neighbours} palette={palette} onExpand={onExpand} />
            ))}
          </div>
        </>
      )}
    </section>
  );
};

export const EntityHead = ({
  page,
  expansion,
  palette,
  onExpand,
  onCentre,
  onIsolate,
  onRemove,
  children,
}: ExpandProps & {
  onCentre: () => void;
  onIsolate: () => void;
  onRemove: () => void;
  /** Further buttons. */
  children: ComponentChildren;
}) => {
  const others = page.aliases.filter((alias) => alias !== page.name);
  return (
    <>
      <header class="entity-head">
        <TypeIcon type={page.type} palette={palette} size={40} />
        <div>
          <h2 tabIndex={-1} dir="auto">
            {page.name}
          </h2>
          <p class="quiet">
            {page.type} · {counted(page.statements, 'statement', 'statements')}
          </p>
        </div>
      </header>
      {others.length > 0 && <p class="aliases">Also: {others.map(isolated).join(', ')}</p>}
      <div class="row">
        <button type="button" class="quiet-button" onClick={onCentre}>
          <Glyph name="target" /> Centre
        </button>
        <button type="button" class="quiet-button" onClick={onIsolate}>
          <Glyph name="fit" /> Only its neighbourhood
        </button>
        {children}
        <button type="button" class="quiet-button" onClick={onRemove}>
          <Glyph name="trash" /> Take off the page
        </button>
      </div>
      <Expand page={page} expansion={expansion} palette={palette} onExpand={onExpand} />
    </>
  );
};
