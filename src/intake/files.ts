import type { Source } from './source.ts';

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

/** Where inputs are read from: a disk, or what stands in for one. Throws as the file system does, with its codes. */
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
  /** With `/` between its parts. */
  slashed(path: string): string;
}

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
