/** Filters that are the legend at the same time: each type with its icon, each relation with its mark, both with counts. */
import type { ComponentChildren } from 'preact';
import type { NodeType, Summary } from '../../contract.ts';
import { NodeType as NodeTypes } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import type { FilterCounts } from '../state/scene.ts';
import { toneOf } from '../state/scene.ts';
import type { View } from '../state/view.ts';
import { isFiltered } from '../state/view.ts';
import { number, predicateWords, typePlural } from '../text/words.ts';
import { LineLegend } from './line-legend.tsx';
import { ToneMark, TypeIcon } from './symbols.tsx';

interface Props {
  view: View;
  /** Of the page, hidden or not. */
  counts: FilterCounts;
  /** Of what the filters leave. */
  passed: FilterCounts;
  summary: Summary | null;
  palette: Palette;
  onType: (type: NodeType) => void;
  onPredicate: (predicate: string) => void;
  onOnly: (predicate: string) => void;
  onClear: () => void;
  /** Filters beside those of the legend. */
  children: ComponentChildren;
}

const someOf = (some: number, all: number): string =>
  some === all ? number(all) : `${number(some)} of ${number(all)}`;

const Types = ({ view, counts, passed, summary, palette, onType }: Props) => {
  const totals = new Map(summary?.types.map(({ type, count }) => [type, count]));
  return (
    <fieldset>
      <legend>Entities</legend>
      {NodeTypes.options
        .filter((type) => (counts.types.get(type) ?? 0) > 0)
        .map((type) => (
          <label key={type} class="filter-row">
            <input type="checkbox" checked={!view.hiddenTypes.has(type)} onChange={() => onType(type)} />
            <TypeIcon type={type} palette={palette} size={18} />
            <span class="filter-name">{typePlural(type)}</span>
            <span class="count" title="shown, of those in the store">
              {number(passed.types.get(type) ?? 0)} of {number(totals.get(type) ?? 0)}
            </span>
          </label>
        ))}
    </fieldset>
  );
};

const Predicates = ({ view, counts, passed, summary, palette, onPredicate, onOnly }: Props) => {
  const quad = new Map(summary?.predicates.map(({ predicate, quadClass }) => [predicate, quadClass]));
  const rows = [...counts.predicates].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return (
    <fieldset>
      <legend>Relations</legend>
      {rows.map(([predicate, count]) => (
        <div key={predicate} class="filter-row">
          <label>
            <input
              type="checkbox"
              checked={!view.hiddenPredicates.has(predicate)}
              onChange={() => onPredicate(predicate)}
            />
            <ToneMark tone={toneOf(quad.get(predicate) ?? null)} palette={palette} />
            <span class="filter-name predicate">{predicateWords(predicate)}</span>
          </label>
          <button
            type="button"
            class="only"
            aria-label={`Only ${predicateWords(predicate)}`}
            onClick={() => onOnly(predicate)}
          >
            only
          </button>
          <span class="count" title="relations shown, of those on the page">
            {someOf(passed.predicates.get(predicate) ?? 0, count)}
          </span>
        </div>
      ))}
    </fieldset>
  );
};

export const FilterPanel = (props: Props) => (
  <div class="filters">
    <section class="legend" aria-label="Legend">
      <h2>Lines</h2>
      <LineLegend palette={props.palette} />
      <p class="quiet">Thicker: more sources. Larger: more statements.</p>
    </section>
    <button type="button" class="button wide" disabled={!isFiltered(props.view)} onClick={props.onClear}>
      {isFiltered(props.view) ? 'Clear filters' : 'No filter is set'}
    </button>
    <Types {...props} />
    {props.children}
    <Predicates {...props} />
  </div>
);
