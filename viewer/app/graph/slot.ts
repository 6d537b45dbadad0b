/** Where a line stands in the buffer of the program that draws it, so that it can be written anew there and nowhere else. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';

/** What a program reads of a line: what the reducer says of it. */
export type ShownLine = Pick<EdgeDisplayData, 'size' | 'color' | 'hidden'> & { readonly style: number };

export interface LineWriter {
  write(at: number, source: NodeDisplayData, target: NodeDisplayData, shown: ShownLine): void;
}

/** Filled in by the program when sigma hands it the line. */
export class Slot {
  #place: { writer: LineWriter; at: number; source: NodeDisplayData; target: NodeDisplayData } | null = null;

  take(writer: LineWriter, at: number, source: NodeDisplayData, target: NodeDisplayData): void {
    this.#place = { writer, at, source, target };
  }

  /** Writes the line as it is to be shown now; the next frame draws it so. */
  rewrite(shown: ShownLine): void {
    const place = this.#place;
    place?.writer.write(place.at, place.source, place.target, shown);
  }
}
