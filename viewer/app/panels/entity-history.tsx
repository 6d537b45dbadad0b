/** What has become of an entity over time: its offices, and the bulletins that mention it. */
import { useState } from 'preact/hooks';
import type { EntityHistory, Office } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import type { EntityPanel } from '../state/panel.ts';
import { brief, bulletinName, counted, dateWords, number } from '../text/words.ts';
import { Name } from './name.tsx';
import { Failed, Waiting } from './statements.tsx';
import { TypeIcon } from './symbols.tsx';

const FIRST_OFFICES = 5;

const span = ({ first, last, until }: Office): string => {
  if (until !== null)
    return `${first === null || first === until ? 'until' : `${dateWords(first)} –`} ${dateWords(until)}`;
  if (first === null || last === null || first === last) return dateWords(last ?? first);
  return `${dateWords(first)} – ${dateWords(last)}`;
};

interface OfficeProps {
  office: Office;
  palette: Palette;
  onEntity: (id: string) => void;
}

const OfficeRow = ({ office, palette, onEntity }: OfficeProps) => {
  const other = (
    <button type="button" class="link" onClick={() => onEntity(office.other.id)}>
      <Name of={office.other.name} />
    </button>
  );
  return (
    <li class="office">
      <TypeIcon type={office.other.type} palette={palette} size={18} />
      <span class="list-main">
        {office.side === 'holds' ? (
          <span>
            <span class="office-title">{office.title ?? 'Representative'}</span> <span class="quiet">of</span> {other}
          </span>
        ) : (
          <span>
            {other}, <span class="office-title">{office.title ?? 'representative'}</span>
          </span>
        )}
        <span class="quiet">
          {span(office)}
          {office.until !== null && <span class="badge office-ended">ended</span>} ·{' '}
          {counted(office.statements, 'statement', 'statements')}
        </span>
      </span>
    </li>
  );
};

interface OfficesProps {
  history: EntityHistory;
  palette: Palette;
  onEntity: (id: string) => void;
}

/** Nothing at all where there is no office: most entities have none. */
export const Offices = ({ history, palette, onEntity }: OfficesProps) => {
  const [all, setAll] = useState(false);
  const { offices, officesTotal } = history;
  if (offices.length === 0) return null;
  const shown = all ? offices : offices.slice(0, FIRST_OFFICES);
  return (
    <section aria-label="Offices">
      <h3>
        Offices{' '}
        <span class="count">
          {shown.length < officesTotal ? `${number(shown.length)} of ${number(officesTotal)}` : number(officesTotal)}
        </span>
      </h3>
      <ul class="offices">
        {shown.map((office) => (
          <OfficeRow
            key={`${office.side} ${office.other.id} ${office.title ?? ''}`}
            office={office}
            palette={palette}
            onEntity={onEntity}
          />
        ))}
      </ul>
      {offices.length > FIRST_OFFICES && (
        <button type="button" class="quiet-button" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${number(offices.length)}`}
        </button>
      )}
      <p class="quiet small">
        Dates at which the office is stated. One has ended by the day from which it is stated to be somebody else’s, or
        a former one.
      </p>
    </section>
  );
};

interface MentionsProps {
  panel: EntityPanel;
  onBulletin: (id: string) => void;
  onMore: () => void;
  onRetry: () => void;
}

export const Mentions = ({ panel, onBulletin, onMore, onRetry }: MentionsProps) => {
  const { mentions, moreMentions } = panel;
  if (mentions.state === 'waiting') return <Waiting what="its bulletins" />;
  if (mentions.state === 'failed') return <Failed message={mentions.message} onRetry={onRetry} />;
  const { bulletins, total, next } = mentions.value;
  return (
    <section aria-label="Bulletins">
      <h3>
        Bulletins that mention it{' '}
        <span class="count">
          {bulletins.length < total ? `${number(bulletins.length)} of ${number(total)}` : number(total)}
        </span>
      </h3>
      {total === 0 && <p class="empty">No bulletin of the store mentions it any more.</p>}
      <ul class="mentions">
        {bulletins.map((bulletin) => (
          <li key={bulletin.id}>
            <button type="button" class="mention" onClick={() => onBulletin(bulletin.id)}>
              <span class="mention-title" dir="auto">
                {brief(bulletinName(bulletin))}
              </span>
              <span class="quiet">
                {bulletin.title === null ? '' : `${dateWords(bulletin.publishedAt)} · `}
                <Name of={bulletin.source ?? 'source not named'} /> ·{' '}
                {counted(bulletin.mentions, 'mention', 'mentions')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {moreMentions.state === 'failed' && <Failed message={moreMentions.message} onRetry={onMore} />}
      {moreMentions.state === 'waiting' && <Waiting what="more bulletins" />}
      {next !== null && moreMentions.state === 'here' && (
        <button type="button" class="quiet-button" onClick={onMore}>
          Show {number(Math.min(20, total - bulletins.length))} more
        </button>
      )}
    </section>
  );
};
