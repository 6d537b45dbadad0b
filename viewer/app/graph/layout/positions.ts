/**
 * Where entities stand before any layout, and where new ones go: a seed from the id alone (so that the same store always
 * looks the same), and rings round the entity that was expanded. Units are those of the layout: about one pixel each.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A number in [0, 1) that depends on the text alone (FNV-1a with a final mix). */
export const unit = (text: string): number => {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

/** A point in a disc of `radius`. */
export const seedPoint = (id: string, radius: number): Point => {
  const angle = unit(id) * 2 * Math.PI;
  const distance = Math.sqrt(unit(`${id}~`)) * radius;
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
};

const RING_STEP = 90;
const RING_SPACING = 70;

/**
 * Points for `count` new entities on rings round `centre`, beginning in the widest gap that the `occupied` points leave,
 * so that they grow into free space.
 */
export const ringPoints = (centre: Point, count: number, occupied: readonly Point[]): Point[] => {
  const points: Point[] = [];
  const start = widestGap(centre, occupied);
  for (let ring = 1; points.length < count; ring += 1) {
    const radius = ring * RING_STEP;
    const room = Math.max(6, Math.floor((2 * Math.PI * radius) / RING_SPACING));
    const here = Math.min(room, count - points.length);
    for (let place = 0; place < here; place += 1) {
      // Out from the gap's middle, left and right in turn.
      const side = place % 2 === 0 ? 1 : -1;
      const angle = start + side * Math.ceil(place / 2) * ((2 * Math.PI) / room);
      points.push({ x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius });
    }
  }
  return points;
};

/** The middle, in radians, of the widest angle round `centre` in which no near point stands. */
const widestGap = (centre: Point, occupied: readonly Point[]): number => {
  const near: number[] = [];
  for (const point of occupied) {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    if ((x !== 0 || y !== 0) && x * x + y * y < (4 * RING_STEP) ** 2) near.push(Math.atan2(y, x));
  }
  // Numbers sort themselves; a function that compares them would be most of the work among thousands.
  const angles = Float64Array.from(near).sort();
  const [first] = angles;
  if (first === undefined) return 0;
  let best = 0;
  let middle = 0;
  angles.forEach((angle, index) => {
    const next = angles[index + 1] ?? first + 2 * Math.PI;
    if (next - angle > best) {
      best = next - angle;
      middle = angle + best / 2;
    }
  });
  return middle;
};
