/** The filters that are set, in the order in which they work, each with what it leaves. */
import type { App } from '../app.ts';
import { Name } from '../panels/name.tsx';
import { IconButton } from '../panels/symbols.tsx';
import type { Filter } from '../state/filters.ts';
import type { Scene } from '../state/scene.ts';
import { isoDay } from '../state/traits.ts';
import { dropFilter, moveFilter } from '../state/view.ts';
import { counted, dateWords } from '../text/words.ts';
import { FILTER_NAMES } from './filter-names.ts';

const told = (filter: Filter, app: App): string => {
  switch (filter.kind) {
    case 'period':
      return `${dateWords(isoDay(filter.period.from))} – ${dateWords(isoDay(filter.period.to))}`;
    case 'compare':
      return `from ${dateWords(isoDay(filter.before.from))} to ${dateWords(isoDay(filter.after.to))}`;
    case 'status':
      return filter.kept.join(', ');
    case 'polarity':
      return filter.negated ? 'denied' : 'affirmed';
    case 'confidence':
      return `at least ${Math.round(100 * filter.least)}%`;
    case 'source':
      return filter.name === '' ? 'no source' : filter.name;
    case 'holder':
      return filter.id === null ? 'the bulletin itself' : (app.state.traits.holders.get(filter.id) ?? filter.id);
    case 'plover':
      return filter.kept.join(', ').toLowerCase();
    case 'sources':
    case 'degree':
    default:
      return `at least ${filter.least}`;
  }
};

export const Steps = ({ app, scene }: { app: App; scene: Scene }) => {
  const { chain } = app.state.view.present;
  if (chain.length === 0) return null;
  return (
    <ol class="chain" aria-label="Filters in order">
      {chain.map((filter, at) => {
        const left = scene.counts[at + 1];
        const name = FILTER_NAMES[filter.kind];
        return (
          <li key={filter.kind}>
            <p>
              <strong>{name}</strong> <Name of={told(filter, app)} />
            </p>
            {left && (
              <p class="count">
                leaves {counted(left.entities, 'entity', 'entities')},{' '}
                {counted(left.relations, 'relation', 'relations')},{' '}
                {counted(left.statements, 'statement', 'statements')}
              </p>
            )}
            <div class="chain-tools">
              {at > 0 && (
                <IconButton
                  glyph="up"
                  label={`${name}: filter earlier`}
                  onPress={() => app.act.alter(`move ${name} up`, moveFilter(filter.kind, -1))}
                />
              )}
              <IconButton
                glyph="close"
                label={`Remove the filter ${name}`}
                onPress={() => app.act.alter(`no filter by ${name}`, dropFilter(filter.kind))}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
};
