import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stored as it is instead of deflated. */
  readonly stored?: boolean;
  /** The size it is said to inflate to, where that is a lie. */
  readonly size?: number;
  /** The checksum that is written, where that is a lie. */
  readonly checksum?: number;
  /** Packed bytes, where they were made elsewhere. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
}

/** A zip archive. All times are the same, so that its bytes are. */
export const zip = (parts: readonly ZipPart[], comment = ''): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    bytes,
    stored = false,
    size = bytes.length,
    checksum = crc32(bytes),
    packed,
    flags = 0x800,
  } of parts) {
    const data = packed ?? (stored ? bytes : deflateRawSync(bytes));
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(label.length, 22);
    const header = Buffer.from([0x50, 0x4b, 3, 4]);
    local.push(header, common, label, Buffer.from(data));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, label);
    offset += 4 + common.length + label.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length % 65536, 8);
  end.writeUInt16LE(parts.length % 65536, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...local, directory, end, Buffer.from(comment)]);
};
