import type { Language } from '../model/text.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Words } from './words.ts';

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
