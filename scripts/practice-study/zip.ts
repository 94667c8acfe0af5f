/** Writing a zip file: the spreadsheet library's own compression gives files of twice the size. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, 0:00, the first moment that a zip file can name: no clock is read. */
const dosDate = 0x0021;
const version = 20;
const namesInUtf8 = 0x0800;
const deflated = 8;

/** A zip file of these parts, by path, in this order. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: 9 });
    // What the header before a part and its entry in the directory have in common: 26 bytes, without signature.
    const entry = Buffer.alloc(26);
    entry.writeUInt16LE(version, 0);
    entry.writeUInt16LE(namesInUtf8, 2);
    entry.writeUInt16LE(deflated, 4);
    entry.writeUInt16LE(dosDate, 8);
    entry.writeUInt32LE(crc32(content), 10);
    entry.writeUInt32LE(packed.length, 14);
    entry.writeUInt32LE(content.length, 18);
    entry.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), entry, name, packed);
    const place = Buffer.alloc(14); // no comment, first disk, no attributes
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([version, 0]), entry, place, name);
    offset += 4 + entry.length + name.length + packed.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}
