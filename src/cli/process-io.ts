import type { Io } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The process as an `Io`. The streams are made when first asked for: each costs a noticeable share of a short run.
 * Signals are listened to once, so that a second Ctrl-C ends the process in the usual way.
 */
export const processIo = (version: string): Io => ({
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
  env: process.env,
  version,
  now: () => performance.now(),
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
});
