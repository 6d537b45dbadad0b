/** What both programs of lines have in common: each line knows its place in the buffer (graph/slot.ts). */
import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { LineWriter, ShownLine } from './slot.ts';
import { Slot } from './slot.ts';
import type { EdgeAttributes, NodeAttributes } from './style.ts';

export abstract class LineProgram<Uniform extends string>
  extends EdgeProgram<Uniform, NodeAttributes, EdgeAttributes>
  implements LineWriter
{
  override process(
    _edgeIndex: number,
    offset: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    shown: EdgeDisplayData,
  ): void {
    if ('slot' in shown && shown.slot instanceof Slot) shown.slot.take(this, offset, source, target);
    const style = 'style' in shown && typeof shown.style === 'number' ? shown.style : 0;
    const { size, color } = shown;
    this.write(offset, source, target, { size, color, style, hidden: shown.hidden || source.hidden || target.hidden });
  }

  write(offset: number, source: NodeDisplayData, target: NodeDisplayData, shown: ShownLine): void {
    const start = offset * this.STRIDE;
    if (shown.hidden) this.array.fill(0, start, start + this.STRIDE);
    else this.writeShown(start, source, target, shown);
  }

  abstract writeShown(start: number, source: NodeDisplayData, target: NodeDisplayData, shown: ShownLine): void;

  /** Sigma's own way to a line, which `process` does not take. */
  override processVisibleItem(
    _edgeIndex: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    { size, color, hidden }: EdgeDisplayData,
  ): void {
    this.writeShown(start, source, target, { size, color, hidden, style: 0 });
  }
}
