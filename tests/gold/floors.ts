/** The figures that may not be undercut, for each file of annotated bulletins. Floors only rise. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { FIGURES, type Figure } from './score.ts';

const Floors = z.record(z.enum(['dev', 'held-out']), z.record(z.enum(FIGURES), z.number().min(0).max(1)));
export type Floors = z.infer<typeof Floors>;

const PATH = new URL('./floors.json', import.meta.url);

export function readFloors(): Floors {
  return Floors.parse(JSON.parse(readFileSync(PATH, 'utf8')));
}

export function writeFloors(floors: Floors): void {
  writeFileSync(PATH, `${JSON.stringify(floors, null, 2)}\n`);
}

/** No floor is higher: some shares rest on a handful of statements, and one slip in a handful must not block a change. */
const HIGHEST = 0.97;

/**
 * The floors of one file, each raised to its present figure rounded down to .01 where that is higher, and at most to
 * {@link HIGHEST}. None is lowered, but for what stood above that bound before there was one.
 */
export function raised(
  floors: Readonly<Record<Figure, number>>,
  figures: Readonly<Record<Figure, number | null>>,
): Record<Figure, number> {
  const next = { ...floors };
  for (const figure of FIGURES) {
    // 0.29 * 100 is 28.999...: the last bits of a double must not cost a hundredth.
    const present = Math.floor((figures[figure] ?? 0) * 100 + 1e-9) / 100;
    next[figure] = Math.min(HIGHEST, Math.max(floors[figure], present));
  }
  return next;
}
