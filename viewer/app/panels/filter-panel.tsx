/** Filters that are the legend at the same time: each type with its icon, each relation with its mark, both with counts. */
import type { ComponentChildren } from 'preact';
import type { NodeType, Summary } from '../../contract.ts';
import { NodeType as NodeTypes } from '../../contract.ts';
import { TONE_WORDS } from '../graph/marks.ts';
import type { Palette } from '../graph/palette.ts';
import type { FilterCounts, Tone } from '../state/scene.ts';
import { toneOf } from '../state/scene.ts';
import type { View } from '../state/view.ts';
import { isFiltered } from '../state/view.ts';
import { number, predicateWords, typePlural } from '../text/words.ts';
import { ToneMark, TypeIcon } from './symbols.tsx';

interface Props {
  view: View;
  counts: FilterCounts;
  summary: Summary | null;
  palette: Palette;
  onType: (type: NodeType) => void;
  onPredicate: (predicate: string) => void;
  onOnly: (predicate: string) => void;
  onClear: () => void;
  /** Filters beside those of the legend. */
  children: ComponentChildren;
}

const TONES: readonly Tone[] = ['cooperation', 'conflict', 'mixed', 'neutral'];

const Types = ({ view, counts, summary, palette, onType }: Props) => {
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
            <span class="count" title="on the page, of those in the store">
              {number(counts.types.get(type) ?? 0)} of {number(totals.get(type) ?? 0)}
            </span>
          </label>
        ))}
    </fieldset>
  );
};

const Predicates = ({ view, counts, summary, palette, onPredicate, onOnly }: Props) => {
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
          <span class="count">{number(count)}</span>
        </div>
      ))}
    </fieldset>
  );
};

export const FilterPanel = (props: Props) => (
  <div class="filters">
    <section class="legend" aria-label="Legend">
      <h2>Lines</h2>
      <ul>
        {TONES.map((tone) => (
          <li key={tone}>
            <ToneMark tone={tone} palette={props.palette} /> {TONE_WORDS[tone]}
          </li>
        ))}
        <li>
          <svg class="tone-mark" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1 8h14M8 2v12" stroke="currentColor" stroke-width="2" fill="none" />
          </svg>{' '}
          Denied by somebody
        </li>
        <li>
          <svg class="tone-mark" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
            <path d="M1 6h24" stroke="currentColor" stroke-width="2" stroke-dasharray="6.4 4.6" fill="none" />
          </svg>{' '}
          Only planned, possible or demanded
        </li>
      </ul>
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
