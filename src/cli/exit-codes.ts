import { countWarnings } from '../diagnostics/diagnostics.ts';
import type { Assessment, Refusal, Result } from '../model/assessment.ts';

/** Every exit code there is; 64 and above follow sysexits(3), 130 is 128 + SIGINT. */
export const EXIT = {
  pass: 0,
  fail: 1,
  /** None fails, at least one is unknown, or nothing applies at all. */
  undecided: 2,
  usage: 64,
  invalidData: 65,
  noInput: 66,
  bug: 70,
  cannotWrite: 73,
  invalidRuleset: 78,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** From the worst: a batch ends with the first of these that one of its submissions ends with. */
const WORST_FIRST: readonly ExitCode[] = [EXIT.noInput, EXIT.invalidData, EXIT.fail, EXIT.undecided, EXIT.pass];

export const worstOf = (a: ExitCode, b: ExitCode): ExitCode =>
  WORST_FIRST.find((code) => code === a || code === b) ?? a;

export const OF_REFUSAL = {
  data: EXIT.invalidData,
  input: EXIT.noInput,
  ruleset: EXIT.invalidRuleset,
} as const satisfies Record<Refusal, ExitCode>;

export const isRefused = (code: ExitCode): boolean => Object.values<ExitCode>(OF_REFUSAL).includes(code);

const OF_VERDICT = {
  pass: EXIT.pass,
  fail: EXIT.fail,
  unknown: EXIT.undecided,
  'not-applicable': EXIT.undecided,
} as const satisfies Record<Result, ExitCode>;

/**
 * `validate` asks only whether the submission is fit to be judged: whatever is not refused is, unless there are more
 * warnings than `maxWarnings`.
 */
export const exitCodeOf = (
  { command, refusal, verdict, diagnostics }: Assessment,
  maxWarnings = Number.POSITIVE_INFINITY,
): ExitCode => {
  if (refusal) return OF_REFUSAL[refusal];
  if (countWarnings(diagnostics) > maxWarnings) return EXIT.invalidData;
  return command === 'validate' ? EXIT.pass : OF_VERDICT[verdict ?? 'not-applicable'];
};
