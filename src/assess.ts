import { isUnopened } from './diagnostics/catalogue.ts';
import { Diagnostics, diagnose } from './diagnostics/diagnostics.ts';
import { type OpenInput, openInputs } from './intake/open-inputs.ts';
import type { OpenTable } from './intake/open-table.ts';
import { type FilesRequest, InputChangedError } from './intake/source.ts';
import { checkSubmission, undecidedRules } from './judge/check-submission.ts';
import { decideOverall } from './judge/decide.ts';
import { type CountedIndicator, countedIndicators } from './judge/indicator-counts.ts';
import { judgeSubmission, subjectStates } from './judge/judge-submission.ts';
import { outerGroups, type Shown, shownOrder } from './judge/outer-groups.ts';
import type { Assessment, AssessOptions, InputFile, Refusal, ReportCommand, Result } from './model/assessment.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { judgedLevel, tableLabel } from './model/levels.ts';
import type { SubjectState } from './model/plan.ts';
import type { Ruleset } from './model/ruleset.ts';
import { readRegister } from './register/read-register.ts';
import type { Register } from './register/register.ts';
import { type LoadedRuleset, loadRuleset } from './ruleset/load-ruleset.ts';

/** Rows and bytes read so far. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface AssessRequest extends Partial<AssessOptions>, FilesRequest {
  /** Files, `FILE#SHEET` (without it all sheets that are tables), `TABLE=FILE`, folders with their subfolders, or `-` for `stdin`. */
  readonly paths: readonly string[];
  /** A bundled id, a folder or a ruleset file; default `yantian-2011`. */
  readonly rules?: string;
  /** `validate` asks only whether the submission is fit to be judged: no subjects, no verdict. */
  readonly command?: ReportCommand;
  /** Whether the records behind the findings are looked up (default true); otherwise no list of witnesses has any. */
  readonly evidence?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A submission that was read, linked and checked, its inputs held open until `close()`. */
export interface OpenSubmission {
  readonly command: ReportCommand;
  readonly ruleset: Ruleset | null;
  readonly rulesetFolder?: string;
  readonly options: AssessOptions;
  readonly year: number | null;
  readonly refusal: Refusal | null;
  readonly inputs: readonly InputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Null where nothing was read. */
  readonly read: {
    readonly register: Register;
    readonly indicators: readonly CountedIndicator[];
    readonly order: readonly Shown[];
    readonly inputs: readonly OpenInput[];
    readonly tables: readonly OpenTable[];
  } | null;
  close(): void;
}

/** What is asked of a submission besides; of the verbs on top of this one. */
export interface SubmissionRequest extends AssessRequest {
  /** The tables to be read instead of those opened: with answers that are not in the files yet. */
  readonly amend?: (tables: readonly OpenTable[]) => readonly OpenTable[];
}

/**
 * From the inputs to the verdicts, a folder for each stage: load the ruleset (`ruleset/`); open the inputs as rows
 * with places (`intake/`); read the rows as units of a year, each linked to what it lies in (`register/`); count and
 * judge the subjects and what lies around them (`judge/`). `report/` writes what comes of it. `model/` and
 * `diagnostics/` are beneath all this; `yaml/` is the parser that rulesets and inputs share, `workbook/` writes
 * spreadsheets, `build/` makes `dist/`.
 *
 * What else is done with a submission, a folder for each verb, from the same register: `plan/` finds the way out of a
 * fail; `form/` makes the forms to fill in; `audit/` asks for the blanks and writes the answers into the files;
 * `sample/` draws spot checks and reads them back; `batch/` judges the submissions of many; `saved/` reads a saved
 * report and holds it against the data (the commands `report` and `verify`); `correction/` writes a copy in which what
 * is wrong can be put right, for `validate --format xlsx`. The commands of a verb are in its `command/`; `cli/` holds
 * what commands share, `commands/` the program with `assess` and `validate`. `index.ts` is the library: what the verbs
 * say, as plain data.
 *
 * The result is plain data, and the inputs are closed. Whatever is wrong with ruleset or inputs is a result too
 * (`refusal`), never an exception; only an abort rejects, with the signal's reason.
 */
export const assess = async (request: AssessRequest): Promise<Assessment> =>
  assessBy(await loadRuleset(request.rules, request.files), request);

/** `assess` by a ruleset that was loaded before. */
export const assessBy = (loaded: LoadedRuleset, request: AssessRequest): Promise<Assessment> =>
  withSubmissionBy(loaded, request, (submission) => toAssessment(submission, request.evidence));

/** Reads a submission and holds its inputs open while it is used; an input that changes meanwhile refuses it. */
export const withSubmission = async <T>(
  request: SubmissionRequest,
  use: (submission: OpenSubmission) => T | Promise<T>,
): Promise<T> => withSubmissionBy(await loadRuleset(request.rules, request.files), request, use);

/** `withSubmission` by a ruleset that was loaded before. */
export const withSubmissionBy = async <T>(
  loaded: LoadedRuleset,
  request: SubmissionRequest,
  use: (submission: OpenSubmission) => T | Promise<T>,
): Promise<T> => {
  const submission = await openSubmissionBy(loaded, request);
  try {
    return await use(submission);
  } catch (error) {
    if (!(error instanceof InputChangedError)) throw error;
    return await use(changed(submission, error));
  } finally {
    submission.close();
  }
};

/** Reads a submission; for those who hold its inputs open until something is written, which throws `InputChangedError`. */
export const openSubmission = async (request: SubmissionRequest): Promise<OpenSubmission> =>
  openSubmissionBy(await loadRuleset(request.rules, request.files), request);

const openSubmissionBy = async (loaded: LoadedRuleset, request: SubmissionRequest): Promise<OpenSubmission> => {
  const unread = {
    command: request.command ?? 'assess',
    ruleset: null,
    options: toOptions(request),
    year: null,
    inputs: [],
    read: null,
    close: () => {},
  } as const;
  if ('refusal' in loaded) {
    const { refusal, diagnostics, folder } = loaded;
    return { ...unread, refusal, diagnostics, ...(folder !== null && { rulesetFolder: folder }) };
  }
  try {
    return await readSubmission({ ...unread, ruleset: loaded.ruleset }, request);
  } catch (error) {
    if (!(error instanceof InputChangedError)) throw error;
    return changed({ ...unread, ruleset: loaded.ruleset, refusal: null, diagnostics: [] }, error);
  }
};

/** Of an input that is no longer what it was, nothing can be said. */
const changed = (submission: OpenSubmission, { path }: InputChangedError): OpenSubmission => ({
  ...submission,
  year: null,
  refusal: 'input',
  inputs: [],
  diagnostics: [diagnose('input.changed', { path })],
  read: null,
});

const readSubmission = async (
  unread: Omit<OpenSubmission, 'refusal' | 'diagnostics'> & { readonly ruleset: Ruleset },
  request: SubmissionRequest,
): Promise<OpenSubmission> => {
  const { command, options, ruleset } = unread;
  const diagnostics = new Diagnostics();
  const progress = progressOf(request);
  const opened = await openInputs(request, options, ruleset, diagnostics, progress);
  const { inputs, close } = opened;
  try {
    const tables = request.amend?.(opened.tables) ?? opened.tables;
    const register = await readRegister(tables, inputs.length, ruleset, { ...options, ...progress }, diagnostics);
    const indicators = countedIndicators(register);
    const order = shownOrder(register.subjects, ruleset);
    checkSubmission(indicators, register, outerGroups(order), diagnostics);
    if (command === 'validate' && !diagnostics.hasErrors) {
      const labels = undecidedRules(indicators, register).map(({ label }) => label);
      const rules = { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
      if (labels.length > 0) diagnostics.add('table.rules-undecided', { rules, own: tableLabel(judgedLevel(ruleset)) });
    }
    const files = inputs.map((input, at): InputFile => {
      const { path, shown, table, encoding, sha256 } = input;
      return { path, shown, table, encoding, sha256, ...register.counts[at]! };
    });
    const found = diagnostics.list(inputs.map(({ path }) => path));
    return {
      ...unread,
      year: register.year,
      refusal: refusalOf(found),
      inputs: files,
      diagnostics: found,
      read: { register, indicators, order, inputs, tables: opened.tables },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};

const NO_SUBJECTS: Readonly<Record<Result, number>> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };

/**
 * The answer for every subject as plain data. Without `evidence` the records behind the findings are not looked up,
 * and their lists are empty.
 */
export const toAssessment = (submission: OpenSubmission, evidence = true): Assessment => {
  const { command, ruleset, rulesetFolder, options, year, refusal, inputs, diagnostics, read } = submission;
  const judged =
    read === null || refusal !== null || command === 'validate'
      ? null
      : judgeSubmission(read.indicators, read.register, read.order, options, evidence);
  return {
    command,
    ruleset,
    ...(rulesetFolder !== undefined && { rulesetFolder }),
    options,
    year,
    refusal,
    verdict: judged === null ? null : decideOverall(judged.totals),
    totals: { subjects: judged?.totals ?? NO_SUBJECTS, ...sumOf(inputs) },
    inputs,
    subjects: judged?.subjects ?? [],
    diagnostics,
    unmatched: judged?.unmatched ?? [],
    ...(judged !== null && judged.unmatched.length > 0 && { near: judged.near() }),
  };
};

/** The subjects that decide, as they are shown, with all that a plan asks of them; none where nothing is judged. */
export const statesOf = ({ read, refusal, command, options }: OpenSubmission): readonly SubjectState[] =>
  read === null || refusal !== null || command === 'validate'
    ? []
    : subjectStates(read.indicators, read.register, read.order, options);

const toOptions = (request: AssessRequest): AssessOptions => ({
  year: request.year ?? null,
  subjects: request.subjects ?? [],
  onInvalid: request.onInvalid ?? 'refuse',
  witnesses: request.witnesses ?? 20,
  encoding: request.encoding ?? null,
});

const progressOf = ({ onProgress, signal }: AssessRequest) => {
  let rows = 0;
  let bytes = 0;
  let totalBytes = 0;
  const tell = () => onProgress?.({ rows, bytes, totalBytes });
  return {
    signal,
    onSize: (size: number) => {
      totalBytes += size;
    },
    onBytes: (read: number) => {
      bytes += read;
      // A workbook is read before its rows are known.
      tell();
    },
    onRows: (read: number) => {
      rows += read;
      tell();
    },
  };
};

const refusalOf = (diagnostics: readonly Diagnostic[]): Refusal | null => {
  if (diagnostics.some(isUnopened)) return 'input';
  return diagnostics.some(({ severity }) => severity === 'error') ? 'data' : null;
};

const sumOf = (files: readonly InputFile[]) => ({
  records: files.reduce((sum, { records }) => sum + records, 0),
  skipped: files.reduce((sum, { skipped }) => sum + skipped, 0),
});
