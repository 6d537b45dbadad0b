/** Who judges: a name that the person gives once, kept by this browser. */

const KEY = 'bulletin-graph-judge';

/** A browser that keeps nothing for this page asks again at every visit. */
const tolerant = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
};

export const storedAuthor = (): string => tolerant(() => localStorage.getItem(KEY)) ?? '';

export const keepAuthor = (name: string): void => {
  tolerant(() => localStorage.setItem(KEY, name));
};
