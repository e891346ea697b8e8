import { OutputError } from './errors.ts';
import type { TextStream } from './io.ts';
import type { Sink } from './sink.ts';

/** What a pipe says when its reader has gone (`| head`); Windows says EOF. */
const CLOSED: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** Standard output. A reader that has seen enough is no error; one that does not read on is left once `signal` is aborted. */
export const streamSink = (stream: TextStream, signal?: AbortSignal): Sink => {
  // The callback of `write` brings the same error; without a listener it would end the process.
  stream.on('error', () => undefined);
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        const leave = () => stream.destroy?.();
        signal?.addEventListener('abort', leave, { once: true });
        stream.write(bytes, (error) => {
          signal?.removeEventListener('abort', leave);
          if (!error) return resolve(true);
          const failure = new OutputError(null, error);
          return CLOSED.has(failure.code) ? resolve(false) : reject(failure);
        });
      }),
    commit: async () => undefined,
    discard: async () => undefined,
  };
};
