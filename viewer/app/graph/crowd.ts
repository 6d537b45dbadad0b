/** How much smaller everything is drawn where many entities share the drawing: they may cover so much of it and no more. */

/** Part of the drawing that the discs of all entities may cover at the opening zoom. */
const COVERED = 0.08;

/** What sizes are divided by: 1 where there is room, more among thousands. `sizes` are radii in pixels. */
export const crowdingOf = (sizes: Iterable<number>, width: number, height: number): number => {
  let area = 0;
  for (const size of sizes) area += Math.PI * size * size;
  return Math.max(1, Math.sqrt(area / Math.max(1, COVERED * width * height)));
};
