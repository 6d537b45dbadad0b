/** The place of the drawing with its buttons, its hint under the pointer, and what to read when there is nothing to draw. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../app.ts';
import type { Scene } from '../state/scene.ts';
import { IconButton } from './symbols.tsx';

const Empty = ({ app, scene }: { app: App; scene: Scene }) => {
  const { state } = app;
  if (state.opening === 'waiting') {
    return (
      <div class="blank" role="status">
        <span class="spinner" aria-hidden="true" /> Opening the graph…
      </div>
    );
  }
  if (state.opening === 'failed') return <div class="blank">The graph could not be opened. See the message above.</div>;
  if (state.summary?.entities === 0 && state.asOf !== null) {
    return (
      <div class="blank">
        <h2>Nothing was known yet</h2>
        <p>No bulletin of the store was published by then. Choose a later date above.</p>
      </div>
    );
  }
  if (state.summary?.entities === 0) {
    return (
      <div class="blank">
        <h2>No entity is in the store yet</h2>
        <p>Put bulletins into it, then reload this page:</p>
        <code>bulletin-graph ingest PATH</code>
      </div>
    );
  }
  if (scene.nodes.size > 0) return null;
  if (state.view.present.nodes.size === 0) {
    return (
      <div class="blank">
        <h2>Nothing is on the page</h2>
        <p>Find an entity with the search box above (press /), or undo.</p>
      </div>
    );
  }
  return (
    <div class="blank">
      <h2>The filters hide everything</h2>
      <button type="button" class="button" onClick={app.act.clearFilters}>
        Clear filters
      </button>
    </div>
  );
};

export const Canvas = ({ app, scene, children }: { app: App; scene: Scene; children: ComponentChildren }) => {
  const drawing = useRef<HTMLDivElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (drawing.current && hint.current) app.mount(drawing.current, hint.current);
  }, []);
  return (
    <div class="stage">
      <div
        ref={drawing}
        class="drawing"
        role="img"
        aria-label="The graph. The lists at the left hold the same content."
      />
      <div ref={hint} class="hint" hidden aria-hidden="true" />
      <Empty app={app} scene={scene} />
      {children}
      <div class="stage-tools" role="group" aria-label="Drawing" data-covers>
        <IconButton glyph="plus" label="Zoom in" onPress={() => app.act.zoom(1.5)} />
        <IconButton glyph="minus" label="Zoom out" onPress={() => app.act.zoom(1 / 1.5)} />
        <IconButton glyph="fit" label="Show all" onPress={app.act.fit} />
        <IconButton glyph="layout" label="Arrange again" onPress={app.act.rearrange} />
      </div>
      {app.state.laying && (
        <p class="laying" role="status">
          Arranging…
        </p>
      )}
    </div>
  );
};
