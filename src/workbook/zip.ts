import { constants, crc32, deflateRawSync } from 'node:zlib';

/** The content of an entry, packed: of a million rows nothing but the packed bytes is held. */
export interface Packed {
  readonly blocks: readonly Buffer[];
  readonly checksum: number;
  readonly size: number;
  readonly packedSize: number;
}

export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly name: string;
  readonly content: Packed;
}

/** 2.0: what deflate needs. */
const VERSION = 20;
const DEFLATE = 8;
/** In characters: what is packed at once. */
const BLOCK = 1 << 20;
/** 1980-01-01, the first day there is: the same content is the same bytes at any time. */
const DAY = 0x0021;

/** Packs text as it comes, so that several entries can be written in one pass over what they are made of. */
export class Packer {
  readonly #blocks: Buffer[] = [];
  #pieces: string[] = [];
  #length = 0;
  #checksum = 0;
  #size = 0;
  #packedSize = 0;

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    // It ends at a byte without ending the stream, so that the blocks are one when they are put together.
    if (this.#length >= BLOCK) this.#push(constants.Z_SYNC_FLUSH);
  }

  end(): Packed {
    this.#push(constants.Z_FINISH);
    return { blocks: this.#blocks, checksum: this.#checksum, size: this.#size, packedSize: this.#packedSize };
  }

  #push(finishFlush: number): void {
    const bytes = Buffer.from(this.#pieces.join(''));
    const block = deflateRawSync(bytes, { finishFlush });
    this.#checksum = crc32(bytes, this.#checksum);
    this.#size += bytes.length;
    this.#packedSize += block.length;
    this.#blocks.push(block);
    this.#pieces = [];
    this.#length = 0;
  }
}

/** The pieces of a text in UTF-8, packed. */
export const pack = (pieces: Iterable<string>): Packed => {
  const packer = new Packer();
  for (const piece of pieces) packer.add(piece);
  return packer.end();
};

/** The fields that both headers of an entry have, from the version needed to the length of the extra field. */
const common = ({ name, content: { checksum, size, packedSize } }: ZipEntry): Buffer => {
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

const localHeader = (entry: ZipEntry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), Buffer.from(entry.name, 'latin1')]);

const centralHeader = (entry: ZipEntry, offset: number): Buffer => {
  const made = Buffer.from([VERSION, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const name = Buffer.from(entry.name, 'latin1');
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common(entry), rest, name]);
};

/** A zip file of fewer than 65,536 entries and 4 GiB, without times, piece by piece. */
export function* zip(entries: readonly ZipEntry[]): Generator<Buffer> {
  const headers: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    headers.push(centralHeader(entry, offset));
    const header = localHeader(entry);
    yield header;
    yield* entry.content.blocks;
    offset += header.length + entry.content.packedSize;
  }
  const directory = Buffer.concat(headers);
  yield directory;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(headers.length, 8);
  end.writeUInt16LE(headers.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}
