/**
 * What both programs of lines have in common. Sigma makes and runs them; what they draw comes from graph/lines.ts, in the
 * graph's own units, so that no buffer is filled anew when the view is framed anew.
 */
import { EdgeProgram } from 'sigma/rendering';
import type { Line } from './lines.ts';
import { screenOf } from './screen.ts';
import type { NodeAttributes } from './style.ts';

export abstract class LineProgram<Uniform extends string> extends EdgeProgram<Uniform, NodeAttributes> {
  room(lines: number): void {
    const before = this.array;
    super.reallocate(lines);
    if (this.array !== before) this.array.set(before.subarray(0, this.array.length));
  }

  /** `colour` as `floatColor` packs it. */
  write(line: Line, colour: number): void {
    const start = line.at * this.STRIDE;
    if (line.hidden) this.array.fill(0, start, start + this.STRIDE);
    else this.writeShown(start, line, colour);
  }

  abstract writeShown(start: number, line: Line, colour: number): void;

  /** From the graph's units to WebGL's, as a matrix in columns; and one pixel of the page in the graph's units. */
  protected placing(): { readonly matrix: Float32Array; readonly pixel: number } {
    const { origin, right, up, scale } = screenOf(this.renderer);
    const { width, height } = this.renderer.getDimensions();
    const [x, y] = [2 / width, -2 / height];
    const matrix = [right.x * x, right.y * y, 0, up.x * x, up.y * y, 0, origin.x * x - 1, origin.y * y + 1, 1];
    return { matrix: new Float32Array(matrix), pixel: 1 / scale };
  }

  // Sigma's graph has no edges, and so nothing to say of them.
  override reallocate(): void {}
  override process(): void {}
  override processVisibleItem(): void {}
}
