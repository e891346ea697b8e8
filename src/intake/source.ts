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

/** Throws the file system's error when it cannot be opened; reads throw `InputChangedError` once it was written to. */
export const openFile = (file: string): Source => {
  const fd = openSync(file, 'r');
  const opened = fstatSync(fd);
  if (opened.isDirectory()) {
    closeSync(fd);
    throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  }
  const { size, mtimeMs } = opened;
  return {
    size,
    read: (offset, length, into) => {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = into && into.length >= wanted ? into.subarray(0, wanted) : Buffer.allocUnsafe(wanted);
      let filled = 0;
      while (filled < buffer.length) {
        const got = readSync(fd, buffer, filled, buffer.length - filled, offset + filled);
        if (got === 0) throw new InputChangedError(file);
        filled += got;
      }
      const now = fstatSync(fd);
      if (now.size !== size || now.mtimeMs !== mtimeMs) throw new InputChangedError(file);
      return buffer;
    },
    close: () => closeSync(fd),
  };
};

export const fromBytes = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
  close: () => {},
});
