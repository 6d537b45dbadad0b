/** An animated WebP of still ones, each as an opaque lossy WebP of one size: the container alone, nothing is encoded again. */

export interface Frame {
  /** A whole WebP file. */
  readonly still: Buffer;
  /** Milliseconds that it stands. */
  readonly duration: number;
}

/** Put together with an endless loop. Throws for a file that is no WebP with one lossy picture. */
export function animated(frames: readonly Frame[], width: number, height: number): Buffer {
  const header = Buffer.alloc(10);
  header[0] = 0x02;
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const chunks = [
    chunk('VP8X', header),
    chunk('ANIM', Buffer.alloc(6)),
    ...frames.map(({ still, duration }) => {
      const place = Buffer.alloc(16);
      place.writeUIntLE(width - 1, 6, 3);
      place.writeUIntLE(height - 1, 9, 3);
      place.writeUIntLE(duration, 12, 3);
      // Each picture covers the one before.
      place[15] = 0x02;
      return chunk('ANMF', Buffer.concat([place, pictureOf(still)]));
    }),
  ];
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, body]);
}

/** The chunk with the picture itself. */
function pictureOf(file: Buffer): Buffer {
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (file.toString('latin1', at, at + 4) === 'VP8 ') return file.subarray(at, end);
    at = end;
  }
  throw new Error('A frame is no lossy WebP: the browser gave another format.');
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
