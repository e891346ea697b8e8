import { constants, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Sink } from './sink.ts';

/** In milliseconds. Opening waits for a reader where nothing can interrupt it, so a pipe without one is tried again. */
const RETRY = 20;

const openForWriting = async (file: string, signal: AbortSignal): Promise<number> => {
  for (;;) {
    signal.throwIfAborted();
    try {
      return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    await setTimeout(RETRY);
  }
};

/** A named pipe: waits for whoever reads it, to come and to read on, until `signal` is aborted. */
export const pipeSink = async (file: string, signal: AbortSignal): Promise<Sink> => {
  const fd = await openForWriting(file, signal);
  const { Socket } = process.getBuiltinModule('node:net');
  const socket = new Socket({ fd, readable: false, writable: true, signal });
  // The callback of `write` brings the same error; without a listener it would end the process.
  socket.on('error', () => undefined);
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve(true)));
      }),
    commit: () =>
      new Promise((resolve) => {
        socket.end(() => resolve());
      }),
    discard: async () => {
      socket.destroy();
    },
  };
};
