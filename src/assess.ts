import { isUnopened } from './diagnostics/catalogue.ts';
import { Diagnostics, diagnose } from './diagnostics/diagnostics.ts';
import type { FilesRequest } from './intake/files.ts';
import { type OpenInput, openInputs } from './intake/open-inputs.ts';
import type { OpenTable } from './intake/open-table.ts';
import { InputChangedError } from './intake/source.ts';
import { checkSubmission, undecidedRules } from './judge/check-submission.ts';
import { decideOverall } from './judge/decide.ts';
import { countedIndicators } from './judge/indicator-counts.ts';
import { judgeSubmission } from './judge/judge-submission.ts';
import { outerGroups, shownOrder } from './judge/outer-groups.ts';
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

export interface AssessRequest extends Partial<Omit<AssessOptions, 'subjects'>>, FilesRequest {
  /** Names or codes of the subjects that are shown and decide; none = all. */
  readonly street?: readonly string[];
  /** Files, `FILE#SHEET` (without it all sheets that are tables), `TABLE=FILE`, folders with their subfolders, or `-` for `stdin`. */
  readonly paths: readonly string[];
  /** A bundled id, a folder or a ruleset file; default `yantian-2011`. */
  readonly rules?: string;
  /** `validate` asks only whether the submission is fit to be judged: no subjects, no verdict. */
  readonly command?: ReportCommand;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the stages on top of this one put into it. */
export interface AssessHooks {
  /** The tables to be read instead of those opened: with answers that are not in the files yet. */
  readonly amend?: (tables: readonly OpenTable[]) => readonly OpenTable[];
}

/** An assessment that holds its inputs open for the second look at witnesses. */
export interface OpenAssessment extends Assessment {
  /** The deciding subjects with all that a plan asks of them; whole only with `witnesses: 0`. */
  states(): Iterable<SubjectState>;
  /** What was read, to be looked up again until `close()`; null where nothing was. */
  readonly register: Register | null;
  /** The inputs that were read, and their tables. */
  readonly opened: { readonly inputs: readonly OpenInput[]; readonly tables: readonly OpenTable[] } | null;
  close(): void;
}

const NO_SUBJECTS: Readonly<Record<Result, number>> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };

/**
 * From the inputs to the verdicts, a folder for each stage: load the ruleset (`ruleset/`); open the inputs as rows
 * with places (`intake/`); read the rows as the units of a year, each with the subject it belongs to (`register/`), which
 * are counted as they come; judge the subjects and what lies around them (`judge/`). `report/` writes what comes of it. `model/` and
 * `diagnostics/` are beneath all this; `yaml/` is the parser that rulesets and inputs share, `workbook/` writes
 * spreadsheets, `build/` makes `dist/`.
 *
 * What else is done with a submission, a folder for each verb, on top of this function: `plan/` finds the way out of a
 * fail; `form/` makes the forms to fill in; `audit/` asks for the blanks and writes the answers into the files;
 * `sample/` draws spot checks and reads them back; `batch/` judges the submissions of many; `saved/` reads a saved
 * report and holds it against the data; `correction/` gives back what is wrong, to be put right. Their commands are in
 * their `command/` folders; `cli/` holds what commands share, `commands/` the program.
 *
 * Whatever is wrong with ruleset or inputs is a result too (`refusal`), never an exception; only an abort rejects,
 * with the signal's reason. Subjects are made on demand from the open inputs, so call `close()` when the report is
 * written; an input that changes meanwhile throws `InputChangedError`.
 */
export const assess = async (request: AssessRequest & AssessHooks): Promise<OpenAssessment> =>
  assessBy(await loadRuleset(request.rules), request);

/** `assess` by a ruleset that was loaded before. */
export const assessBy = async (
  loaded: LoadedRuleset,
  request: AssessRequest & AssessHooks,
): Promise<OpenAssessment> => {
  const { command = 'assess' } = request;
  const options = toOptions(request);
  if ('refusal' in loaded) {
    const refused = unjudged(command, loaded.refusal, null, options, [], loaded.diagnostics);
    return loaded.folder === null ? refused : { ...refused, rulesetFolder: loaded.folder };
  }

  const { ruleset } = loaded;
  try {
    return await assessInputs(request, command, options, ruleset);
  } catch (error) {
    if (!(error instanceof InputChangedError)) throw error;
    return unjudged(command, 'input', ruleset, options, [], [diagnose('input.changed', { path: error.path })]);
  }
};

const assessInputs = async (
  request: AssessRequest & AssessHooks,
  command: ReportCommand,
  options: AssessOptions,
  ruleset: Ruleset,
): Promise<OpenAssessment> => {
  const diagnostics = new Diagnostics();
  const progress = progressOf(request);
  const { inputs, tables: opened, close } = await openInputs(request, options, ruleset, diagnostics, progress);
  try {
    const tables = request.amend?.(opened) ?? opened;
    const register = await readRegister(tables, inputs.length, ruleset, { ...options, ...progress }, diagnostics);
    const { year } = register;
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
    const refusal = refusalOf(found);
    if (refusal !== null || command === 'validate') {
      const refused = unjudged(command, refusal, ruleset, options, files, found, year);
      return { ...refused, register, opened: { inputs, tables: opened }, close };
    }
    const judged = judgeSubmission(indicators, register, order, options);
    return {
      command,
      ruleset,
      options,
      year,
      refusal,
      verdict: decideOverall(judged.totals),
      totals: { subjects: judged.totals, ...sumOf(files) },
      inputs: files,
      subjects: judged.subjects,
      states: judged.states,
      diagnostics: found,
      unmatched: judged.unmatched,
      ...(judged.unmatched.length > 0 && { near: judged.near() }),
      register,
      opened: { inputs, tables: opened },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};

const toOptions = (request: AssessRequest): AssessOptions => ({
  year: request.year ?? null,
  subjects: request.street ?? [],
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

const unjudged = (
  command: ReportCommand,
  refusal: Refusal | null,
  ruleset: Ruleset | null,
  options: AssessOptions,
  inputs: readonly InputFile[],
  diagnostics: readonly Diagnostic[],
  year: number | null = null,
): OpenAssessment => ({
  command,
  ruleset,
  options,
  year,
  refusal,
  verdict: null,
  totals: { subjects: NO_SUBJECTS, ...sumOf(inputs) },
  inputs,
  subjects: () => [],
  states: () => [],
  diagnostics,
  unmatched: [],
  register: null,
  opened: null,
  close: () => {},
});
