/** A ZIP archive of uncompressed files, enough for a reader of office documents. */
import { crc32 } from './crc32.ts';

function header(signature: number, name: Buffer, content: Buffer, central: boolean, offset: number): Buffer {
  const fixed = Buffer.alloc(central ? 46 : 30);
  fixed.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  fixed.writeUInt16LE(20, at);
  fixed.writeUInt32LE(crc32(content), at + 10);
  fixed.writeUInt32LE(content.length, at + 14);
  fixed.writeUInt32LE(content.length, at + 18);
  fixed.writeUInt16LE(name.length, at + 22);
  if (central) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name]);
}

export function zipSync(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const local = Buffer.concat([header(0x04034b50, name, content, false, 0), content]);
    directory.push(header(0x02014b50, name, content, true, offset));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
