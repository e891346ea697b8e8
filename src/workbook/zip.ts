import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';

/** The content of an entry, packed: of a million rows nothing but the packed bytes is held. */
export interface Packed extends Pick<ZipInputFile, 'crc' | 'size' | 'compression'> {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
}

export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly name: string;
  readonly content: Packed;
}

/** In characters: what is packed at once. */
const BLOCK = 1 << 20;
/** The first day there is, of any place: the same content is the same bytes at any time. */
const DAY = new Date(1980, 0, 1);

/** Packs text as it comes, so that several entries can be written in one pass over what they are made of. */
export class Packer {
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  readonly #entry = new ZipDeflate('');
  readonly #encoder = new TextEncoder();
  #pieces: string[] = [];
  #length = 0;

  constructor() {
    this.#entry.ondata = (error, block) => {
      if (error !== null) throw error;
      this.#blocks.push(block);
    };
  }

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length >= BLOCK) this.#push(false);
  }

  end(): Packed {
    this.#push(true);
    const { crc, size, compression } = this.#entry;
    return { blocks: this.#blocks, crc, size, compression };
  }

  #push(isLast: boolean): void {
    this.#entry.push(this.#encoder.encode(this.#pieces.join('')), isLast);
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

/** A zip file of fewer than 65,536 entries and 4 GiB, without times, piece by piece. */
export function* zip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const { name, content } of entries) {
    const { blocks, ...packed } = content;
    const entry: ZipInputFile = { ...packed, filename: name, mtime: DAY };
    archive.add(entry);
    for (const [at, block] of blocks.entries()) entry.ondata!(null, block, at === blocks.length - 1);
    yield* pieces;
    pieces = [];
  }
  archive.end();
  yield* pieces;
}
