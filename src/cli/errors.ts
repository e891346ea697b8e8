import type { NearSubjects, Refusal } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Words } from './words.ts';

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

/** A run that comes to no report, because what it is about cannot be taken. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  readonly diagnostics: readonly Diagnostic[];

  constructor(refusal: Refusal, diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ code }) => code).join(', '));
    this.refusal = refusal;
    this.diagnostics = diagnostics;
  }
}

/** A failure told in the user's language, with its exit code. */
export class ToldError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The reason given to the abort signal when the user interrupts; a message says more than that nothing was written. */
export class Interrupted extends Error {}

/** That `--subject` names subjects which the data does not have, and which it has instead. */
export const tellUnmatched = (
  wishes: readonly string[],
  { listed, total }: NearSubjects = { listed: [], total: 0 },
  ruleset: Ruleset,
  { usage }: Words,
): string => {
  const judged = judgedLevel(ruleset);
  const there = listed.map(({ code, name }) => [code, name].filter((part) => part !== null).join(' '));
  return `${usage.subjectNotFound(wishes, judged)}${usage.subjectsThere(there, total, judged)}`;
};
