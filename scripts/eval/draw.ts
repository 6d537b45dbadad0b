/** Draws a sample by a seed: the same seed and list give the same sample on every machine. */

/** `size` of `all` without replacement in the order drawn, or all of them where there are fewer. */
export function drawn<T>(all: readonly T[], size: number, seed: number): T[] {
  const rest = [...all];
  const random = mulberry32(seed);
  const taken: T[] = [];
  while (taken.length < size && rest.length > 0) taken.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return taken;
}

/** Numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
