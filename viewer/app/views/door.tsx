/** Saved views, whose code is fetched when their place is first shown. Nothing where no server keeps any. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { App } from '../app.ts';

type Place = ComponentType<{ app: App }>;

export const SavedViewsDoor = ({ app }: { app: App }) => {
  const [loaded, setLoaded] = useState<{ readonly place: Place } | 'failed' | null>(null);
  const load = (): void => {
    setLoaded(null);
    import('./saved-views.tsx').then(
      ({ SavedViews }) => setLoaded({ place: SavedViews }),
      () => setLoaded('failed'),
    );
  };
  useEffect(load, []);
  if (loaded === null) return <p class="quiet">Saved views are fetched…</p>;
  if (loaded === 'failed') {
    return (
      <p role="alert">
        Saved views could not be fetched. Start the server again with "bulletin-graph serve".{' '}
        <button type="button" class="quiet-button" onClick={load}>
          Retry
        </button>
      </p>
    );
  }
  return <loaded.place app={app} />;
};
