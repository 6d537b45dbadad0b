/**
 * The way into judging, whose code is fetched when somebody first judges or reviews. Asks once whether this server takes
 * judgements; where it does not, the page has no buttons for them, and the review says why.
 */
import type { Evidence, NodeType } from '../../contract.ts';
import type { CurationHost } from './refresh.ts';
import type { OpenedCuration } from './place.tsx';
import { requests } from './requests.ts';

/** What is opened: the queue and the log, or the form for one entity or statement. */
export type Opening =
  | { readonly kind: 'review' }
  | {
      readonly kind: 'correct';
      readonly entity: { readonly id: string; readonly name: string; readonly type: NodeType };
    }
  | { readonly kind: 'reject'; readonly statement: Evidence };

export interface DoorOptions {
  readonly page: HTMLElement;
  readonly host: CurationHost;
  readonly onLoading: (isLoading: boolean) => void;
  /** The code could not be fetched. */
  readonly onTrouble: (retry: () => void) => void;
}

/** Null where there is no server to judge through (no-door.ts). */
export interface CurationDoor {
  readonly open: (opening: Opening) => void;
  /** Whether it lies over the page, which then takes no keys. */
  isOpen(): boolean;
  /** Whether this server takes judgements; false where it does not say so. */
  isAllowed(): Promise<boolean>;
}

export const createCurationDoor = ({ page, host, onLoading, onTrouble }: DoorOptions): CurationDoor | null => {
  let opened: Promise<OpenedCuration> | null = null;
  let place: OpenedCuration | null = null;

  const load = async (): Promise<OpenedCuration> => {
    const { mountCuration } = await import('./place.tsx');
    place = mountCuration(page, host);
    return place;
  };

  const open = (opening: Opening): void => {
    onLoading(true);
    opened ??= load();
    opened
      .then((loaded) => loaded.open(opening))
      .catch(() => {
        opened = null;
        onTrouble(() => open(opening));
      })
      .finally(() => onLoading(false));
  };

  return {
    open,
    isOpen: () => place?.isOpen() ?? false,
    isAllowed: () =>
      requests.state().then(
        ({ judging }) => judging,
        // What else the page asks of a server that does not answer is told.
        () => false,
      ),
  };
};
