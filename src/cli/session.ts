import { fstatSync } from 'node:fs';
import type { Language } from '../model/text.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Words } from './words.ts';

/** Where text goes: a stream of the process, or a stand-in. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string | Uint8Array, done: (error?: Error | null) => void): unknown;
  /** Lets the process end although nobody reads on. */
  destroy?(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What comes in; `destroy` lets the process end although more may come. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean;
  destroy?(): unknown;
}

/** All that a run knows of the world outside the files it is given. */
export interface Io {
  readonly stdin: ByteStream;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of the tool, as in package.json. */
  readonly version: string;
  /** Milliseconds from any beginning. */
  now(): number;
  /** The time of day, for records. */
  date(): Date;
  /** Calls `listener` at the first interrupt; returns what takes it back. */
  onInterrupt(listener: () => void): () => void;
}

/** What every command of one run shares. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  readonly words: Words;
  /** Aborted with `Interrupted`. */
  readonly signal: AbortSignal;
  /** Takes the exit code of the command that ran. */
  readonly done: (code: ExitCode) => void;
}

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
