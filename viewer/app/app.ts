/** What every panel gets: the state as it is now, and everything that can be done. Built anew by main.tsx, never kept. */
import type { GraphNode } from '../contract.ts';
import type { Actions } from './actions.ts';
import type { Palette } from './graph/palette.ts';
import type { PanelReading } from './reading.ts';
import type { Scene } from './state/scene.ts';
import type { AppState, Theme } from './state/store.ts';

export interface App {
  readonly state: AppState;
  readonly act: Actions & {
    centre(id: string): void;
    zoom(factor: number): void;
    fit(): void;
  };
  readonly read: PanelReading;
  readonly search: {
    type(text: string): void;
    move(by: number): void;
    choose(node: GraphNode): void;
    close(): void;
  };
  /** The scene as if no filter were set: what a panel tells about. */
  wholeScene(): Scene;
  palette(): Palette;
  setTheme(theme: Theme): void;
  setSide(side: AppState['side']): void;
  closeNotice(): void;
  /** Called once, when the drawing's place and its hint are on the page. */
  mount(drawing: HTMLElement, hint: HTMLElement): void;
}
