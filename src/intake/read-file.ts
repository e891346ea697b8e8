import { NO_SOURCE_CODES, openSource } from './open-source.ts';

/** All bytes of a file or a pipe; throws as the file system does, `ENODEV` and `EFBIG` included, or the reason of `signal`. */
export const readFile = async (file: string, signal: AbortSignal): Promise<Uint8Array> => {
  const source = await openSource(file, undefined, signal);
  if (typeof source === 'string') throw Object.assign(new Error(source), { code: NO_SOURCE_CODES[source] });
  try {
    return source.read(0, source.size);
  } finally {
    source.close();
  }
};
