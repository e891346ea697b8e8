import { statSync } from 'node:fs';
import { pipeChunks, readWhole } from './read-pipe.ts';
import { fromBytes, openFile, type Source } from './source.ts';

/** Why there is nothing to read although something is there: no file and no pipe, or a pipe that gives too much. */
export type NoSource = 'device' | 'too-large';

/** The same in the words of the file system. */
export const NO_SOURCE_CODES = { device: 'ENODEV', 'too-large': 'EFBIG' } as const satisfies Record<NoSource, string>;

/**
 * A file, a pipe, or standard input where `file` is null; pipes are held in memory. Throws the file system's error
 * where nothing can be opened, and the reason of `signal` once it is aborted.
 */
export const openSource = async (
  file: string | null,
  stdin: AsyncIterable<Uint8Array> | undefined,
  signal: AbortSignal | undefined,
): Promise<Source | NoSource> => {
  const kind = file === null ? null : statSync(file);
  if (kind?.isFile() || kind?.isDirectory()) return openFile(file!);
  if (kind !== null && !kind.isFIFO() && !kind.isSocket()) return 'device';
  const chunks = file === null ? stdin : pipeChunks(file, signal);
  try {
    const bytes = chunks === undefined ? Buffer.alloc(0) : await readWhole(chunks);
    return bytes === null ? 'too-large' : fromBytes(bytes);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
};
