import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type Archive, type Bytes, InputChangedError } from '../source.ts';
import { damaged, tooLarge, XlsxFault } from '../xlsx/fault.ts';

const PIECE = 1 << 18;
/** A workbook has some dozens of parts, with pictures some hundreds. */
const MAX_PARTS = 10_000;
/** What a sheet inflates to is mostly 5 to 30 times its size in the file. */
const MAX_RATIO = 100;
/** Below this even a part that inflates a thousandfold does no harm. */
const HARMLESS = 32 << 20;

class SourceReader extends RandomAccessReader {
  readonly #source: Bytes;
  readonly #onBytes: (bytes: number) => void;

  constructor(source: Bytes, onBytes: (bytes: number) => void) {
    super();
    this.#source = source;
    this.#onBytes = onBytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const pieces = function* (this: SourceReader) {
      for (let at = start; at < end; at += PIECE) {
        const piece = this.#source.read(at, Math.min(PIECE, end - at));
        this.#onBytes(piece.length);
        yield piece;
      }
    };
    return Readable.from(pieces.call(this), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    let read: Uint8Array;
    try {
      read = this.#source.read(position, length);
    } catch (error) {
      callback(error as Error);
      return;
    }
    buffer.set(read, offset);
    callback(null, read.length);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

/** What goes wrong in the bytes of an archive is its damage, unless the file changed meanwhile. */
const toFault = (error: unknown, part: string): unknown =>
  error instanceof XlsxFault || error instanceof InputChangedError
    ? error
    : damaged('archive', part === '' ? (error as Error).message : `${part}: ${(error as Error).message}`);

const listEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > MAX_PARTS) throw tooLarge('parts');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw damaged('repeated-part', entry.fileName);
    entries.set(name, entry);
  }
  return entries;
};

/** `Source.openArchive`. */
export const openArchive = async (source: Bytes, onBytes: (bytes: number) => void): Promise<Archive> => {
  let zip: ZipFile;
  let entries: Map<string, Entry>;
  try {
    zip = await fromRandomAccessReaderPromise(new SourceReader(source, onBytes), source.size, { autoClose: false });
    entries = await listEntries(zip);
  } catch (error) {
    throw toFault(error, '');
  }
  const inflate = async (entry: Entry): Promise<Readable> => {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    if (entry.compressionMethod === 0) return raw;
    const inflated = createInflateRaw({ chunkSize: PIECE });
    // Errors come out of the last stream.
    pipeline(raw, inflated, () => undefined);
    return inflated;
  };
  return {
    has: (part) => entries.has(part.toLowerCase()),
    names: () => entries.keys(),
    async *read(part, limit) {
      const entry = entries.get(part.toLowerCase());
      if (entry === undefined) throw damaged('missing-part', part);
      if (entry.isEncrypted() || !entry.canDecodeFileData()) throw damaged('archive', part);
      const { uncompressedSize: size, compressedSize } = entry;
      if (size > limit) throw tooLarge('part');
      if (size > HARMLESS && size > MAX_RATIO * compressedSize) throw tooLarge('ratio');
      let read = 0;
      let sum = 0;
      try {
        for await (const piece of (await inflate(entry)) as AsyncIterable<Uint8Array>) {
          read += piece.length;
          if (read > size) throw damaged('size', part);
          sum = crc32(piece, sum);
          yield piece;
        }
      } catch (error) {
        throw toFault(error, part);
      }
      if (read !== size) throw damaged('size', part);
      if (sum !== entry.crc32) throw damaged('checksum', part);
    },
  };
};
