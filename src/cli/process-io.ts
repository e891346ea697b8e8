import { fstatSync } from 'node:fs';
import type { Io, TextStream } from './session.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const isPipe = (fd: number): boolean => {
  try {
    const found = fstatSync(fd);
    return found.isFIFO() || found.isSocket();
  } catch {
    // A closed one is told when it is written to.
    return false;
  }
};

/** Node's own stream cannot be destroyed, so that a pipe that nobody reads would keep the process from ending. */
const pipeStream = (fd: number): TextStream => {
  const { Socket } = process.getBuiltinModule('node:net');
  return new Socket({ fd, readable: false, writable: true });
};

/**
 * The process as an `Io`. The streams are made when first asked for: each costs a noticeable share of a short run.
 * Signals are listened to once, so that a second Ctrl-C ends the process in the usual way.
 */
export const processIo = (version: string): Io => {
  let stdout: TextStream | undefined;
  return {
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      stdout ??= isPipe(1) ? pipeStream(1) : process.stdout;
      return stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    version,
    // Not of `performance`, which Node loads when first asked for.
    now: () => process.uptime() * 1000,
    date: () => new Date(),
    onInterrupt(listener) {
      const stop = () => {
        for (const signal of SIGNALS) process.off(signal, heard);
      };
      const heard = () => {
        // Not at once: a prompt's own listener that finds no other would end the process there and then.
        setImmediate(stop);
        listener();
      };
      for (const signal of SIGNALS) process.on(signal, heard);
      return stop;
    },
  };
};
