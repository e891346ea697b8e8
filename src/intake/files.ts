import type { Files, NoSource, Source } from './source.ts';

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
