/** What every panel gets: the state as it is now, and everything that can be done. Built anew by main.tsx, never kept. */
import type { GraphNode } from '../contract.ts';
import type { Actions } from './actions.ts';
import type { Exploring } from './exploring.ts';
import type { Past } from './past.ts';
import type { PathFinding } from './path-finding.ts';
import type { Palette } from './graph/palette.ts';
import type { PanelReading } from './reading.ts';
import type { Scene } from './state/scene.ts';
import type { AppState, Theme } from './state/store.ts';

export interface App {
  readonly state: AppState;
  readonly act: Actions &
    Exploring &
    Past &
    PathFinding & {
      readonly centre: (id: string) => void;
      readonly zoom: (factor: number) => void;
      readonly fit: () => void;
    };
  readonly read: PanelReading;
  readonly search: {
    readonly type: (text: string) => void;
    readonly move: (by: number, count: number) => void;
    readonly choose: (node: GraphNode) => void;
    readonly close: () => void;
    /** Entities that were found lately, newest first. */
    readonly recent: () => readonly GraphNode[];
  };
  /** The scene as if no filter were set: what a panel tells about. */
  readonly wholeScene: () => Scene;
  /** What is drawn. */
  readonly scene: () => Scene;
  readonly palette: () => Palette;
  readonly setTheme: (theme: Theme) => void;
  readonly setSide: (side: AppState['side']) => void;
  readonly setTimeline: (open: boolean) => void;
  readonly closeNotice: () => void;
  /** Whether a server is there: it knows the graph as of other dates, and makes files. */
  readonly hasServer: boolean;
  /** Opens the review of what may be one; null where no server keeps judgements. */
  readonly openReview: (() => void) | null;
  /** Null where no server runs queries. */
  readonly openConsole: (() => void) | null;
  /** Called once, when the drawing's place and its hint are on the page. */
  readonly mount: (drawing: HTMLElement, hint: HTMLElement) => void;
}
