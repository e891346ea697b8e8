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
