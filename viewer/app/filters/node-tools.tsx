/** What can be done with one entity in the drawing beside reading about it: pin, hide, widen what is kept. */
import type { App } from '../app.ts';
import { Glyph } from '../panels/symbols.tsx';

export const NodeTools = ({ app, id }: { app: App; id: string }) => {
  const pinned = app.state.view.present.pinned.has(id);
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => app.act.isolate(id, 2)}>
        <Glyph name="fit" /> Two steps around it
      </button>
      <button type="button" class="quiet-button" aria-pressed={pinned} onClick={() => app.act.pin(id)}>
        <Glyph name="pin" /> {pinned ? 'Pinned' : 'Pin'}
      </button>
      <button type="button" class="quiet-button" onClick={() => app.act.hide(id)}>
        <Glyph name="hide" /> Hide
      </button>
    </>
  );
};
