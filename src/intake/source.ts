/** Random access to bytes; up to `length` from `offset`, fewer at the end. What is read may share memory. */
export interface Bytes {
  readonly size: number;
  /** In `into` where that has room, which is then overwritten. */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
}

/** The parts of a zip package: names differ by more than case (ECMA-376 part 2, 6.2.2.3). */
export interface Archive {
  has(part: string): boolean;
  names(): Iterable<string>;
  /** A part piece by piece, its size and checksum verified; throws `XlsxFault` where it is missing or inflates beyond `limit` bytes. */
  read(part: string, limit: number): AsyncGenerator<Uint8Array>;
}

/** The bytes of an input. */
export interface Source extends Bytes {
  /** By one reading of all of it: its SHA-256 in hexadecimal, and whether it is UTF-8 throughout. */
  survey(): { readonly sha256: string; readonly isUtf8: boolean };
  /** As a zip archive; throws `XlsxFault` where it is none. `onBytes` is told how many bytes were read. */
  openArchive(onBytes?: (bytes: number) => void): Promise<Archive>;
  close(): void;
}

/** Why there is nothing to read although something is there: no file and no pipe, or a pipe that gives too much. */
type NoSource = 'device' | 'too-large';

/** What stands in a folder; links are not followed. */
export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** The first bytes of a file and its last. */
export interface Glance {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/**
 * Where inputs and rulesets are read from: a disk, or what stands in for one. Throws as the file system does, with its
 * codes. Hashes are among it, since a machine makes them ten times faster than a program.
 */
export interface Files {
  /** What a path leads to. */
  kindOf(path: string): 'file' | 'folder' | 'other';
  list(folder: string): readonly FileEntry[];
  /** A file or a pipe, or standard input where `path` is null; pipes are held in memory. Throws the reason of `signal` once it is aborted. */
  open(path: string | null, signal: AbortSignal | undefined): Promise<Source | NoSource>;
  /** Null where it is no file, or cannot be read. Never waits, whatever it is. */
  glance(path: string): Glance | null;
  /** Null where there is none. */
  readText(path: string): string | null;
  /** The same for each way to name one file, whether it is there or not. */
  realPath(path: string): string;
  absolute(path: string): string;
  join(folder: string, name: string): string;
  /** The folder in which a file stands. */
  folderOf(path: string): string;
  /** With `/` between its parts. */
  slashed(path: string): string;
  /** Bytes in memory as those of an input. */
  fromBytes(bytes: Uint8Array): Source;
  /** SHA-256 in hexadecimal. */
  sha256(bytes: Uint8Array): string;
  /** Folders: of the rulesets that come with the program, and of what the build has made of them, null where it has not. */
  readonly bundled: { readonly rules: string; readonly built: string | null };
}

/** What a path leads to; null where nothing is there that can be seen. */
export const kindAt = (files: Files, path: string): ReturnType<Files['kindOf']> | null => {
  try {
    return files.kindOf(path);
  } catch {
    return null;
  }
};

/** The file is not the one that was opened any more. */
export class InputChangedError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} changed while it was read`);
    this.name = 'InputChangedError';
    this.path = path;
  }
}

export const inMemory = (bytes: Uint8Array): Bytes => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

/** The last part of a path. */
export const nameOf = (files: Files, path: string): string => files.slashed(path).split('/').at(-1)!;

export const equalBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, at) => byte === right[at]);

/** One after the other. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** So many arguments every engine takes. */
const AT_ONCE = 4096;

/** Each byte as the character of its number. No `TextDecoder`: one of another encoding than UTF-8 takes a start longer. */
export const asciiOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
};

/** The same in the words of the file system. */
const NO_SOURCE_CODES = { device: 'ENODEV', 'too-large': 'EFBIG' } as const satisfies Record<NoSource, string>;

/** Throws where there is nothing to read, too: `ENODEV` for a device and `EFBIG` for a pipe that gives too much. */
export const openOrThrow = async (files: Files, path: string | null, signal?: AbortSignal): Promise<Source> => {
  const source = await files.open(path, signal);
  if (typeof source === 'string') throw Object.assign(new Error(source), { code: NO_SOURCE_CODES[source] });
  return source;
};

/** All bytes of a file or a pipe. */
export const readFile = async (files: Files, path: string, signal: AbortSignal): Promise<Uint8Array> => {
  const source = await openOrThrow(files, path, signal);
  try {
    return source.read(0, source.size);
  } finally {
    source.close();
  }
};

/** What a request may say of where its inputs come from. */
export interface FilesRequest {
  /** Default: those of this machine. */
  readonly files?: Files;
  /** What `-` stands for there. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** The one way from here to a machine: whoever hands in files never takes it. */
export const filesOf = async ({ files, stdin }: FilesRequest): Promise<Files> =>
  files ?? (await import('./node/files.ts')).nodeFiles(stdin);
