import { isUtf8 } from 'node:buffer';
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Archive, type Bytes, InputChangedError, inMemory, joinBytes, type Source } from '../source.ts';

/** A folder may hold more files than a process may have open: so many are, the others are opened again when read. */
const MOST_OPEN = 64;

/** Descriptors of what is open, that read longest ago first. */
const open = new Map<FileSource, number>();

/** Files up to so many bytes are read at once and held as long as they are kept open: whatever reads them comes back soon. */
const SMALL = 1 << 16;

class FileSource implements Source {
  readonly size: number;
  readonly #file: string;
  readonly #changed: number;
  readonly #device: number;
  readonly #inode: number;
  #held: Uint8Array | undefined;

  constructor(file: string) {
    const fd = openSync(file, 'r');
    const opened = fstatSync(fd);
    if (opened.isDirectory()) {
      closeSync(fd);
      throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    }
    this.#file = file;
    this.size = opened.size;
    this.#changed = opened.mtimeMs;
    this.#device = opened.dev;
    this.#inode = opened.ino;
    this.#keepOpen(fd);
  }

  #keepOpen(fd: number): void {
    open.delete(this);
    open.set(this, fd);
    if (open.size <= MOST_OPEN) return;
    const [oldest] = open.keys();
    oldest!.close();
  }

  #openAgain(): number {
    try {
      return openSync(this.#file, 'r');
    } catch {
      throw new InputChangedError(this.#file);
    }
  }

  #isUnchanged(fd: number): boolean {
    const { size, mtimeMs, dev, ino } = fstatSync(fd);
    return size === this.size && mtimeMs === this.#changed && dev === this.#device && ino === this.#inode;
  }

  read(offset: number, length: number, into?: Uint8Array): Uint8Array {
    const fd = open.get(this) ?? this.#openAgain();
    this.#keepOpen(fd);
    if (this.size <= SMALL) this.#held ??= this.#readFrom(fd, 0, this.size);
    const bytes = this.#held?.subarray(offset, offset + length) ?? this.#readFrom(fd, offset, length, into);
    if (!this.#isUnchanged(fd)) throw new InputChangedError(this.#file);
    return bytes;
  }

  #readFrom(fd: number, offset: number, length: number, into?: Uint8Array): Uint8Array {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const buffer = into && into.length >= wanted ? into.subarray(0, wanted) : new Uint8Array(wanted);
    let filled = 0;
    while (filled < buffer.length) {
      const got = readSync(fd, buffer, filled, buffer.length - filled, offset + filled);
      if (got === 0) throw new InputChangedError(this.#file);
      filled += got;
    }
    return buffer;
  }

  survey() {
    return survey(this);
  }

  openArchive(onBytes: (read: number) => void = () => {}) {
    return openArchive(this, onBytes);
  }

  close(): void {
    const fd = open.get(this);
    open.delete(this);
    this.#held = undefined;
    if (fd !== undefined) closeSync(fd);
  }
}

/** Throws the file system's error when it cannot be opened; reads throw `InputChangedError` once it was written to. */
export const openFile = (file: string): Source => new FileSource(file);

export const fromBytes = (bytes: Uint8Array): Source => {
  // No `Buffer`: code that reads both kinds of bytes takes twice the time.
  const held = inMemory(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return {
    ...held,
    survey: () => survey(held),
    openArchive: (onBytes = () => {}) => openArchive(held, onBytes),
    close: () => {},
  };
};

/** The zip reader is loaded only for those who need it. */
const openArchive = async (bytes: Bytes, onBytes: (read: number) => void): Promise<Archive> =>
  (await import('./archive.ts')).openArchive(bytes, onBytes);

const BLOCK = 1 << 20;

/** Only the last byte may show that it is not UTF-8. */
const survey = (bytes: Bytes): ReturnType<Source['survey']> => {
  if (bytes.size <= BLOCK) {
    const whole = bytes.read(0, bytes.size);
    return { isUtf8: isUtf8(whole), sha256: hashAtOnce('sha256', whole) };
  }
  const hash = createHash('sha256');
  let utf8 = true;
  let rest: Uint8Array = new Uint8Array();
  const room = new Uint8Array(BLOCK);
  for (let at = 0; at < bytes.size; at += BLOCK) {
    const block = bytes.read(at, BLOCK, room);
    hash.update(block);
    if (!utf8) continue;
    const joined = rest.length > 0 ? joinBytes([rest, block]) : block;
    const end = at + BLOCK >= bytes.size ? joined.length : lastCharacterEnd(joined);
    utf8 = isUtf8(joined.subarray(0, end));
    rest = Uint8Array.from(joined.subarray(end));
  }
  return { isUtf8: utf8, sha256: hash.digest('hex') };
};

/** The end of the last UTF-8 character that is certainly whole. */
const lastCharacterEnd = (bytes: Uint8Array): number => {
  let at = bytes.length;
  for (let back = 0; back < 3 && at > 0 && (bytes[at - 1]! & 0xc0) === 0x80; back++) at--;
  return at > 0 && bytes[at - 1]! >= 0xc0 ? at - 1 : bytes.length;
};
