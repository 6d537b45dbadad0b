/** Which labels fit: greedy, most important first, none over another, and not over a node that matters more. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  /** False when the rectangle meets one that is taken, or leaves the sheet; true reserves it. */
  take(rectangle: Rectangle): boolean;
  /** Reserves without asking. */
  force(rectangle: Rectangle): void;
}

const CELL = 64;

/** What can be written on: nothing reaches over its edges, or over what covers it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly covered: readonly Rectangle[];
}

/** An empty page, kept as a grid so that a thousand labels stay cheap. Without a sheet it has no edges. */
export const createPlaced = (sheet: Sheet | null = null): Placed => {
  const grid = new Map<string, Rectangle[]>();
  const cells = (rectangle: Rectangle): string[] => {
    const keys: string[] = [];
    for (let i = Math.floor(rectangle.x / CELL); i <= Math.floor((rectangle.x + rectangle.width) / CELL); i += 1) {
      for (let j = Math.floor(rectangle.y / CELL); j <= Math.floor((rectangle.y + rectangle.height) / CELL); j += 1) {
        keys.push(`${i}:${j}`);
      }
    }
    return keys;
  };
  const force = (rectangle: Rectangle): void => {
    for (const key of cells(rectangle)) {
      const here = grid.get(key);
      if (here) here.push(rectangle);
      else grid.set(key, [rectangle]);
    }
  };
  const meets = (a: Rectangle, b: Rectangle): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const isOutside = ({ x, y, width, height }: Rectangle): boolean =>
    sheet !== null && (x < 0 || y < 0 || x + width > sheet.width || y + height > sheet.height);
  for (const rectangle of sheet?.covered ?? []) force(rectangle);
  return {
    force,
    take(rectangle) {
      if (isOutside(rectangle)) return false;
      const taken = cells(rectangle).some((key) => (grid.get(key) ?? []).some((other) => meets(rectangle, other)));
      if (!taken) force(rectangle);
      return !taken;
    },
  };
};

/** `text`, shortened with an ellipsis to at most `most` characters. */
export const shortened = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};
