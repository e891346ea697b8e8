import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** 2.0: what deflate needs. */
const VERSION = 20;
const DEFLATE = 8;
/** 1980-01-01, the first day there is: the same content is the same bytes at any time. */
const DAY = 0x0021;

interface Packed extends ZipEntry {
  readonly packed: Buffer;
  readonly offset: number;
}

/** The fields that both headers of an entry have, from the version needed to the length of the extra field. */
const common = ({ name, bytes, packed }: Omit<Packed, 'offset'>): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const localHeader = (entry: Omit<Packed, 'offset'>): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), Buffer.from(entry.name, 'latin1')]);

const centralHeader = (entry: Packed): Buffer => {
  const made = Buffer.from([VERSION, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  const name = Buffer.from(entry.name, 'latin1');
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common(entry), rest, name]);
};

/** A zip file of fewer than 65,536 entries and 4 GiB, without times. */
export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const packed: Packed[] = [];
  let offset = 0;
  const push = (...buffers: readonly Buffer[]) => {
    for (const buffer of buffers) offset += buffer.length;
    parts.push(...buffers);
  };
  for (const entry of entries) {
    const whole = { ...entry, packed: deflateRawSync(entry.bytes, { level: 9 }), offset };
    packed.push(whole);
    push(localHeader(whole), whole.packed);
  }
  const start = offset;
  for (const entry of packed) push(centralHeader(entry));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...parts, end]);
};
