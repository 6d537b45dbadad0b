/** The date as of which the graph is shown: the field in the bar of time, and the banner that says so, with the way back. */
import { useState } from 'preact/hooks';
import type { App } from '../app.ts';
import { counted, dateWords } from '../text/words.ts';

export const AsOfField = ({ app }: { app: App }) => {
  const { asOf } = app.state;
  const [date, setDate] = useState(asOf ?? '');
  if (!app.hasServer) return null;
  return (
    <form
      class="as-of-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (date !== '') app.act.showAsOf(date);
      }}
    >
      <label>
        As of{' '}
        <input
          type="date"
          max="9999-12-31"
          required
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet-button" title="Show the graph as it was known on this date">
        Show
      </button>
    </form>
  );
};

export const AsOfBanner = ({ app }: { app: App }) => {
  const { asOf, summary } = app.state;
  if (asOf === null) return null;
  return (
    <div class="as-of-banner" role="status" data-testid="as-of">
      <p>
        <strong>As known on {dateWords(asOf)}</strong>
        {summary ? `, from ${counted(summary.bulletins, 'bulletin', 'bulletins')} published by then` : ' …'}
      </p>
      <AsOfField app={app} />
      <button type="button" class="button" onClick={() => app.act.showAsOf(null)}>
        Back to now
      </button>
    </div>
  );
};
