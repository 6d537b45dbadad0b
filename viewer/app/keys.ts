/** Keys of the whole page: single letters count only where nobody is typing. */

/** Whether what was pressed goes into a field or an editor; an editor in a shadow root counts as well. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select')),
    );

/** Whether it is this key alone, pressed where nobody is typing. */
export const isShortcut = (event: KeyboardEvent, key: string): boolean =>
  event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isTyping(event);
