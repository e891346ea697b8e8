import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly name: string;
  /** The content in UTF-8, piece by piece. */
  readonly pieces: Iterable<string>;
}

/** 2.0: what deflate needs. */
const VERSION = 20;
const DEFLATE = 8;
/** In characters: what is packed at once. Of a million rows nothing but the packed bytes is held. */
const BLOCK = 1 << 20;
/** 1980-01-01, the first day there is: the same content is the same bytes at any time. */
const DAY = 0x0021;

interface Packed {
  readonly name: string;
  readonly blocks: readonly Buffer[];
  readonly checksum: number;
  readonly size: number;
  readonly packedSize: number;
}

const pack = ({ name, pieces }: ZipEntry): Packed => {
  const blocks: Buffer[] = [];
  let [text, checksum, size, packedSize] = ['', 0, 0, 0];
  const push = (finishFlush: number) => {
    const bytes = Buffer.from(text);
    const block = deflateRawSync(bytes, { finishFlush });
    checksum = crc32(bytes, checksum);
    size += bytes.length;
    packedSize += block.length;
    blocks.push(block);
    text = '';
  };
  for (const piece of pieces) {
    text += piece;
    // It ends at a byte without ending the stream, so that the blocks are one when they are put together.
    if (text.length >= BLOCK) push(constants.Z_SYNC_FLUSH);
  }
  push(constants.Z_FINISH);
  return { name, blocks, checksum, size, packedSize };
};

/** The fields that both headers of an entry have, from the version needed to the length of the extra field. */
const common = ({ name, checksum, size, packedSize }: Packed): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const localHeader = (entry: Packed): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), Buffer.from(entry.name, 'latin1')]);

const centralHeader = (entry: Packed, offset: number): Buffer => {
  const made = Buffer.from([VERSION, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const name = Buffer.from(entry.name, 'latin1');
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common(entry), rest, name]);
};

/** A zip file of fewer than 65,536 entries and 4 GiB, without times. */
export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const headers: Buffer[] = [];
  let offset = 0;
  const push = (...buffers: readonly Buffer[]) => {
    for (const buffer of buffers) offset += buffer.length;
    parts.push(...buffers);
  };
  for (const entry of entries) {
    const packed = pack(entry);
    headers.push(centralHeader(packed, offset));
    push(localHeader(packed), ...packed.blocks);
  }
  const start = offset;
  push(...headers);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(headers.length, 8);
  end.writeUInt16LE(headers.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...parts, end]);
};
