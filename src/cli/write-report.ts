import type { Sink } from './sink.ts';

/** In bytes. Large enough to make system calls cheap, small against any memory. */
const BATCH = 1 << 18;
/** UTF-8 needs this many bytes at most for a UTF-16 unit. */
const WIDEST = 3;

/** An interrupt is only heard between two turns of the event loop. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Writes the pieces of a report as fast as the sink takes them; stops quietly when nobody reads any further. Each
 * piece is encoded where it will be written from, so that no long text is put together first.
 */
export const writeReport = async (
  pieces: Iterable<string | Uint8Array>,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> => {
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const flush = async (): Promise<boolean> => {
    const isRead = filled === 0 || (await sink.write(batch.subarray(0, filled)));
    filled = 0;
    await nextTurn();
    signal.throwIfAborted();
    return isRead;
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (!(await flush()) || !(await sink.write(piece))) return;
      continue;
    }
    if (piece.length * WIDEST > BATCH - filled && !(await flush())) return;
    if (piece.length * WIDEST <= BATCH) filled += batch.write(piece, filled);
    else if (!(await sink.write(Buffer.from(piece)))) return;
  }
  await flush();
};
