/** Wrong usage; the message is in the user's language. */
export class UsageError extends Error {}

/** An output that cannot be written; `output` is null for standard output. */
export class OutputError extends Error {
  readonly output: string | null;
  /** A system error code such as ENOSPC. */
  readonly code: string;

  constructor(output: string | null, cause: unknown) {
    super(`cannot write ${output ?? 'standard output'}`, { cause });
    this.output = output;
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  }
}

/** The reason given to the abort signal when the user interrupts. */
export class Interrupted extends Error {}
