import type { Sink } from './sink.ts';

/** In UTF-16 units. Large enough to make system calls cheap, small against any memory. */
const BATCH = 1 << 16;

/** An interrupt is only heard between two turns of the event loop. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Writes the pieces of a report as fast as the sink takes them; stops quietly when nobody reads any further. */
export const writeReport = async (pieces: Iterable<string>, sink: Sink, signal: AbortSignal): Promise<void> => {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    if (!(await sink.write(batch))) return;
    batch = '';
    await nextTurn();
    signal.throwIfAborted();
  }
  if (batch !== '') await sink.write(batch);
};
