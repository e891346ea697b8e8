import type { ByteStream } from './io.ts';

const abortOf = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });

/** The chunks of `stream`; throws the reason of `signal` even while none comes. */
export async function* untilAborted(stream: ByteStream, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  const aborted = abortOf(signal);
  // An abort after the last chunk is the concern of whoever works then.
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy?.();
  }
}
