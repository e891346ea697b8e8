import { constants, openSync } from 'node:fs';

/** In bytes: what has no size and can be read once is held in memory. */
const PIPE_LIMIT = 1 << 30;

/** All of it, or null where it is more than `limit` bytes. */
export const readWhole = async (chunks: AsyncIterable<Uint8Array>, limit = PIPE_LIMIT): Promise<Buffer | null> => {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    read.push(chunk);
  }
  return Buffer.concat(read);
};

/** A named pipe: waits for whoever writes to it, and can be aborted meanwhile. */
export async function* pipeChunks(file: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const { Socket } = process.getBuiltinModule('node:net');
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false, ...(signal && { signal }) });
  try {
    yield* socket;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    socket.destroy();
  }
}
