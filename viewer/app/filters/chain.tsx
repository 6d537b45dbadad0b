/** The chain of filters beside the legend's: what is set, and what can be set. */
import type { App } from '../app.ts';
import type { Facets } from '../state/facets.ts';
import { facetsOf } from '../state/facets.ts';
import type { Filter } from '../state/filters.ts';
import { filterOf } from '../state/filters.ts';
import type { Scene } from '../state/scene.ts';
import { ploversOf } from '../state/store.ts';
import { dropFilter, setFilter } from '../state/view.ts';
import { number } from '../text/words.ts';
import { Part, Pick, Toggle } from './controls.tsx';
import { FILTER_NAMES } from './filter-names.ts';
import { Steps } from './steps.tsx';

const toggledIn = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

const MOST_CHOICES = 300;
const ANY = 'any';
const LEVELS = [2, 3, 5, 10];

/** At least this many of something, or any number. */
const Least = ({ app, kind, label }: { app: App; kind: 'sources' | 'degree'; label: string }) => (
  <Pick
    label={label}
    value={String(filterOf(app.state.view.present.chain, kind)?.least ?? ANY)}
    choices={[
      { value: ANY, name: 'any number' },
      ...LEVELS.map((least) => ({ value: String(least), name: `${least} or more` })),
    ]}
    onPick={(value) =>
      app.act.alter(
        `filter by ${FILTER_NAMES[kind].toLowerCase()}`,
        value === ANY ? dropFilter(kind) : setFilter({ kind, least: Number(value) }),
      )
    }
  />
);

const Statements = ({ app, facets }: { app: App; facets: Facets }) => {
  const { chain } = app.state.view.present;
  const statuses = filterOf(chain, 'status')?.kept ?? [];
  const polarity = filterOf(chain, 'polarity');
  const confidence = filterOf(chain, 'confidence')?.least ?? 0;
  const alter = (kind: Filter['kind'], filter: Filter | null): void =>
    app.act.alter(`filter by ${FILTER_NAMES[kind].toLowerCase()}`, filter ? setFilter(filter) : dropFilter(kind));
  const polar = (negated: boolean): void =>
    alter('polarity', polarity?.negated === negated ? null : { kind: 'polarity', negated });
  return (
    <Part title="What is said" open={statuses.length > 0 || polarity !== null || confidence > 0}>
      <div class="chips" role="group" aria-label="Status">
        {[...facets.statuses].map(([status, count]) => (
          <Toggle
            key={status}
            on={statuses.includes(status)}
            count={count}
            onPress={() => {
              const kept = toggledIn(statuses, status);
              alter('status', kept.length === 0 ? null : { kind: 'status', kept });
            }}
          >
            {status}
          </Toggle>
        ))}
      </div>
      <div class="chips" role="group" aria-label="Polarity">
        <Toggle on={polarity?.negated === false} count={facets.affirmed} onPress={() => polar(false)}>
          affirmed
        </Toggle>
        <Toggle on={polarity?.negated === true} count={facets.negated} onPress={() => polar(true)}>
          denied
        </Toggle>
      </div>
      <label class="pick">
        <span>Confidence at least {Math.round(100 * confidence)}%</span>
        <input
          type="range"
          min={0}
          max={95}
          step={5}
          value={100 * confidence}
          onChange={(event) => {
            const least = Number(event.currentTarget.value) / 100;
            alter('confidence', least === 0 ? null : { kind: 'confidence', least });
          }}
        />
      </label>
    </Part>
  );
};

const Speakers = ({ app, facets }: { app: App; facets: Facets }) => {
  const { chain } = app.state.view.present;
  const source = filterOf(chain, 'source');
  const holder = filterOf(chain, 'holder');
  const holderName = (id: string | null): string =>
    id === null ? 'the bulletin itself' : (app.state.traits.holders.get(id) ?? id);
  return (
    <Part title="Who says it" open={source !== null || holder !== null || filterOf(chain, 'sources') !== null}>
      <Pick
        label="Source"
        value={source ? `=${source.name}` : ANY}
        choices={[
          { value: ANY, name: 'any source' },
          ...facets.sources.slice(0, MOST_CHOICES).map(([name, count]) => ({
            value: `=${name}`,
            name: `${name === '' ? 'no source' : name} (${number(count)})`,
          })),
        ]}
        onPick={(value) =>
          app.act.alter(
            'filter by source',
            value === ANY ? dropFilter('source') : setFilter({ kind: 'source', name: value.slice(1) }),
          )
        }
      />
      <Pick
        label="Said by"
        value={holder ? `=${holder.id ?? ''}` : ANY}
        choices={[
          { value: ANY, name: 'anybody' },
          ...facets.holders
            .slice(0, MOST_CHOICES)
            .map(([id, count]) => ({ value: `=${id ?? ''}`, name: `${holderName(id)} (${number(count)})` })),
        ]}
        onPick={(value) =>
          app.act.alter(
            'filter by holder',
            value === ANY
              ? dropFilter('holder')
              : setFilter({ kind: 'holder', id: value === '=' ? null : value.slice(1) }),
          )
        }
      />
      <Least app={app} kind="sources" label="Independent sources" />
    </Part>
  );
};

const Acts = ({ app, facets }: { app: App; facets: Facets }) => {
  const kept = filterOf(app.state.view.present.chain, 'plover')?.kept ?? [];
  return (
    <Part title="Class of act (PLOVER)" open={kept.length > 0}>
      <div class="chips" role="group" aria-label="Class of act">
        {facets.plovers.map(([plover, count]) => (
          <Toggle
            key={plover}
            on={kept.includes(plover)}
            count={count}
            onPress={() => {
              const next = toggledIn(kept, plover);
              app.act.alter(
                'filter by class of act',
                next.length === 0 ? dropFilter('plover') : setFilter({ kind: 'plover', kept: next }),
              );
            }}
          >
            {plover.toLowerCase()}
          </Toggle>
        ))}
      </div>
    </Part>
  );
};

export const ChainFilters = ({ app, scene }: { app: App; scene: Scene }) => {
  const { state } = app;
  const facets = facetsOf(state.view.present, state.traits, ploversOf(state.summary));
  const { held, total } = state.traits;
  return (
    <section class="chain-filters" aria-label="Filters by statement">
      <h2>Statements</h2>
      <Steps app={app} scene={scene} />
      <Statements app={app} facets={facets} />
      <Speakers app={app} facets={facets} />
      <Acts app={app} facets={facets} />
      <Part title="How connected" open={filterOf(state.view.present.chain, 'degree') !== null}>
        <Least app={app} kind="degree" label="Neighbours" />
      </Part>
      {total > held && (
        <p class="quiet">
          Filters see the newest {number(held)} of {number(total)} statements.
        </p>
      )}
    </section>
  );
};
