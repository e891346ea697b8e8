import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Random access to the bytes of an input, as they are or converted to UTF-8 in memory. */
export interface Source {
  readonly size: number;
  /** Up to `length` bytes from `offset`, fewer at the end; in `into` where that has room, which is then overwritten. */
  read(offset: number, length: number, into?: Buffer): Buffer;
  close(): void;
}

/** The file is not the one that was opened any more. */
export class InputChangedError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} changed while it was read`);
    this.name = 'InputChangedError';
    this.path = path;
  }
}

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
  #held: Buffer | undefined;

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

  read(offset: number, length: number, into?: Buffer): Buffer {
    const fd = open.get(this) ?? this.#openAgain();
    this.#keepOpen(fd);
    if (this.size <= SMALL) this.#held ??= this.#readFrom(fd, 0, this.size);
    const bytes = this.#held?.subarray(offset, offset + length) ?? this.#readFrom(fd, offset, length, into);
    if (!this.#isUnchanged(fd)) throw new InputChangedError(this.#file);
    return bytes;
  }

  #readFrom(fd: number, offset: number, length: number, into?: Buffer): Buffer {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const buffer = into && into.length >= wanted ? into.subarray(0, wanted) : Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < buffer.length) {
      const got = readSync(fd, buffer, filled, buffer.length - filled, offset + filled);
      if (got === 0) throw new InputChangedError(this.#file);
      filled += got;
    }
    return buffer;
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

export const fromBytes = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
  close: () => {},
});
