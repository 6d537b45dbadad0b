/**
 * Opens the query console, whose code (editor included) is fetched at the first opening only. While it is open the page
 * behind it takes no input; closing gives the cursor back to where it was.
 */
import type { ConsoleHost } from './actions.ts';
import type { OpenedConsole } from './console.tsx';

export interface DoorOptions {
  readonly page: HTMLElement;
  readonly host: Omit<ConsoleHost, 'close'>;
  readonly onLoading: (isLoading: boolean) => void;
  /** The code could not be fetched. */
  readonly onTrouble: () => void;
}

/** Null where there is no console (no-door.ts). */
export interface Door {
  open(): void;
  isOpen(): boolean;
  repaint(): void;
}

export const createDoor = ({ page, host, onLoading, onTrouble }: DoorOptions): Door | null => {
  let place: HTMLElement | null = null;
  let opened: OpenedConsole | null = null;
  let before: Element | null = null;

  const show = (element: HTMLElement): void => {
    before = document.activeElement;
    element.hidden = false;
    opened?.repaint();
    page.inert = true;
    element.querySelector<HTMLElement>('.editor')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus();
  };

  const close = (): void => {
    if (place === null) return;
    place.hidden = true;
    page.inert = false;
    if (before instanceof HTMLElement) before.focus();
  };

  const load = async (): Promise<void> => {
    const { mountConsole } = await import('./console.tsx');
    if (place !== null) return;
    const element = document.createElement('div');
    element.className = 'console-place';
    document.body.append(element);
    place = element;
    show(element);
    opened = mountConsole(element, { ...host, close });
  };

  return {
    open() {
      if (place !== null) {
        if (place.hidden) show(place);
        return;
      }
      onLoading(true);
      load()
        .catch(onTrouble)
        .finally(() => onLoading(false));
    },
    isOpen: () => place !== null && !place.hidden,
    repaint: () => opened?.repaint(),
  };
};
