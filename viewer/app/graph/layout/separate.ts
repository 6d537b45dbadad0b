/**
 * Moves boxes apart until none overlap, or `rounds` are over: a box is a node with its label under it. Pinned boxes never
 * move. Deterministic. Pairs are found through a grid, so that ten thousand boxes stay cheap.
 */
export interface Box {
  x: number;
  y: number;
  /** Half of the width and of the height, margin included. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly pinned: boolean;
}

/** Changes x and y of the boxes in place. Returns how many overlapping pairs were seen in the last round. */
export const separate = (boxes: readonly Box[], rounds = 120): number => {
  const cell = boxes.reduce((widest, box) => Math.max(widest, box.halfWidth, box.halfHeight), 1) * 2;
  const moving = boxes.filter((box) => !box.pinned);
  const pinned: Grid = new Map();
  for (const box of boxes) if (box.pinned) put(pinned, box, cell);
  let overlaps = 0;
  for (let round = 0; round < rounds; round += 1) {
    overlaps = 0;
    for (const [a, b] of nearPairs(moving, pinned, cell)) {
      const overlapX = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
      const overlapY = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
      if (overlapX <= 0.01 || overlapY <= 0.01) continue;
      overlaps += 1;
      push(a, b, overlapX, overlapY);
    }
    if (overlaps === 0) return 0;
  }
  return overlaps;
};

/** Along the shorter way out; the share of each depends on which of the two may move. */
const push = (a: Box, b: Box, overlapX: number, overlapY: number): void => {
  const shareA = a.pinned ? 0 : b.pinned ? 1 : 0.5;
  const shareB = 1 - shareA;
  if (overlapX < overlapY) {
    const sign = a.x < b.x ? 1 : -1;
    a.x -= sign * overlapX * shareA;
    b.x += sign * overlapX * shareB;
  } else {
    const sign = a.y < b.y ? 1 : -1;
    a.y -= sign * overlapY * shareA;
    b.y += sign * overlapY * shareB;
  }
};

type Grid = Map<string, Box[]>;

const cellOf = (box: Box, cell: number): [number, number] => [Math.floor(box.x / cell), Math.floor(box.y / cell)];

const put = (grid: Grid, box: Box, cell: number): void => {
  const key = cellOf(box, cell).join(':');
  const here = grid.get(key);
  if (here) here.push(box);
  else grid.set(key, [box]);
};

/** Pairs of which at least one may move; of ten thousand pinned boxes only those near a moving one are looked at. */
const nearPairs = (moving: readonly Box[], pinned: Grid, cell: number): [Box, Box][] => {
  const grid: Grid = new Map();
  const pairs: [Box, Box][] = [];
  for (const box of moving) {
    const [column, row] = cellOf(box, cell);
    for (let i = column - 1; i <= column + 1; i += 1) {
      for (let j = row - 1; j <= row + 1; j += 1) {
        const key = `${i}:${j}`;
        for (const other of pinned.get(key) ?? []) pairs.push([other, box]);
        for (const other of grid.get(key) ?? []) pairs.push([other, box]);
      }
    }
    put(grid, box, cell);
  }
  return pairs;
};
