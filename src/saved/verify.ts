import type { AssessRequest } from '../assess.ts';
import { SEVERITIES } from '../diagnostics/diagnostics.ts';
import { filesOf } from '../intake/source.ts';
import type { Assessment, AssessOptions, Witnesses } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { tablesOf } from '../model/levels.ts';
import { diagnosticEntry, rulesetEntries } from '../report/json-reporter.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { compareInputs, type DataCause, inRecordedOrder, pathsOf } from './compare-inputs.ts';
import { toDiagnostics } from './read-report.ts';
import {
  type Incoming,
  orRefused,
  orTooLarge,
  type Refused,
  type RulesetId,
  SavedFileError,
  whereIsRuleset,
} from './saved-file.ts';
import {
  differenceFrom,
  firstDifference,
  type LineDifference,
  readSavedReport,
  type SavedReport,
} from './saved-report.ts';

/** What a run was asked for: the recorded options, and the command. */
type Asked = AssessOptions & Pick<Assessment, 'command'>;

export type Cause =
  | DataCause
  | { readonly kind: 'ruleset'; readonly recorded: RulesetId | null; readonly found: RulesetId | null }
  /** With this value instead of the recorded one the rest of the report is reproduced. */
  | { readonly kind: 'option'; readonly option: keyof Asked; readonly recorded: unknown; readonly reproduces: unknown }
  /** `rest` is what differs besides the version itself. */
  | { readonly kind: 'tool'; readonly recorded: string; readonly found: string; readonly rest: LineDifference | null }
  /**
   * Data, ruleset, options and tool are the same, so the report itself was altered: its content, or its layout alone.
   * Lines of a content count as reports are laid out.
   */
  | ({ readonly kind: 'report' | 'layout' } & LineDifference);

export interface Verification {
  readonly report: SavedReport;
  /** None: reproduced byte for byte. */
  readonly causes: readonly Cause[];
}

export interface VerifyRequest extends Incoming {
  /** A JSON report, or `-` for `stdin`. */
  readonly report: string;
  /** As for `assess`. */
  readonly paths: readonly string[];
  readonly rules?: string;
  /** Version of streetcheck that verifies. */
  readonly tool: string;
  readonly assess: (request: AssessRequest) => Promise<Assessment>;
}

/**
 * Judges the inputs of a saved report again with the recorded options and compares byte for byte. What differs is
 * named: data and ruleset by their hashes, the tool by its version; where those are the same, the options under which
 * the rest of the report comes out, else the report itself.
 */
export const verify = (request: VerifyRequest): Promise<Verification | Refused> =>
  orRefused(async () => {
    const saved = await readSavedReport(request.report, request);
    return { report: saved.report, causes: await causesOf(saved, request) };
  });

const causesOf = async (
  { report, text }: { readonly report: SavedReport; readonly text: string },
  request: VerifyRequest,
): Promise<readonly Cause[]> => {
  const { tool } = request;
  const recorded: Asked = { ...report.options, command: report.command };
  const rules = report.ruleset === null ? request.rules : await whereIsRuleset(report.ruleset, request.rules);
  const files = await filesOf(request);
  const tables = await tablesIn(rules);
  const paths = inRecordedOrder(files, request.paths, tables, report.inputs);
  const rerun = (other: Partial<Asked> = {}) =>
    request.assess({ ...recorded, ...other, paths, ...(rules !== undefined && { rules }) });

  // A report that was saved into the folder of its inputs was not there yet when they were read.
  const own = pathsOf(files, request.paths, tables, request.report);
  const isOwn = ({ code, params }: Diagnostic) => code === SAVED_REPORT && own.has(String(params.path));
  const surroundings = [...report.diagnostics.entries()].filter(([, diagnostic]) => isSurrounding(diagnostic));
  const hasOwn = surroundings.some(([, diagnostic]) => isOwn(diagnostic));
  const opened = await rerun();
  const again = hasOwn ? opened : { ...opened, diagnostics: opened.diagnostics.filter((each) => !isOwn(each)) };
  if (differenceFrom(again, tool, text) === null) return [];
  const { refusal, ruleset, diagnostics } = again;
  const isOpened = refusal === null || refusal === 'data';
  if (!isOpened && (ruleset === null ? report.ruleset !== null : report.refusal !== refusal)) {
    throw new SavedFileError(refusal, diagnostics);
  }
  const toolCauses = (rest: LineDifference | null): readonly Cause[] =>
    report.tool === tool ? [] : [{ kind: 'tool', recorded: report.tool, found: tool, rest }];
  const known = [...compareInputs(report.inputs, again.inputs), ...rulesetCauses(report, again)];
  if (known.length > 0) return [...known, ...toolCauses(null)];

  const notes = toDiagnostics(surroundings, request.report);
  const told = (of: readonly Diagnostic[]) => JSON.stringify(of.map(diagnosticEntry));
  const isBeside = told(notes) !== told(diagnostics.filter(isSurrounding));
  const beside: readonly Cause[] = isBeside ? [{ kind: 'data', change: 'beside' }] : [];
  const content = orTooLarge(request.report, () => `${JSON.stringify(report, null, 1)}\n`);
  /** Compared as if tool, options and surroundings were those that the report records. */
  const restOf = (run: Assessment): LineDifference | null => {
    const { command, options } = report;
    const asRecorded = { ...run, command, options, diagnostics: withSurroundings(run.diagnostics, notes) };
    return differenceFrom(asRecorded, report.tool, content);
  };
  const rest = restOf(again);
  if (rest === null) {
    const causes = [...beside, ...toolCauses(null)];
    if (causes.length > 0) return causes;
    const layout = firstDifference(text, [content]);
    if (layout === null) throw new Error('a report differs from a run and has the same content and layout');
    return [{ kind: 'layout', ...layout }];
  }
  for (const other of impliedOptions(report, recorded, again)) {
    if (restOf(await rerun(other)) === null) return [...beside, ...optionCauses(recorded, other), ...toolCauses(null)];
  }
  const altered: readonly Cause[] = report.tool === tool ? [{ kind: 'report', ...rest }] : toolCauses(rest);
  return [...beside, ...altered];
};

/** The tables of a ruleset; none of one that cannot be used, which is told when it is. */
const tablesIn = async (rules: string | undefined): Promise<readonly string[]> => {
  const loaded = await loadRuleset(rules);
  return 'refusal' in loaded ? [] : tablesOf(loaded.ruleset);
};

const rulesetCauses = ({ ruleset: recorded }: SavedReport, { ruleset }: Assessment): readonly Cause[] => {
  const { ruleset: found } = rulesetEntries(ruleset);
  return recorded?.sha256 === found?.sha256 ? [] : [{ kind: 'ruleset', recorded, found }];
};

const optionCauses = (recorded: Asked, other: Partial<Asked>): readonly Cause[] =>
  (Object.keys(other) as readonly (keyof Asked)[]).map((option) => ({
    kind: 'option',
    option,
    recorded: recorded[option],
    reproduces: other[option],
  }));

const SAVED_REPORT = 'input.saved-report';

/** What is said of the files that lie beside the inputs, or were given twice: it says nothing about the data itself. */
const SURROUNDINGS: ReadonlySet<string> = new Set([
  ...['input.passed-over', 'input.other-files', 'input.given-twice'],
  SAVED_REPORT,
]);

const isSurrounding = ({ code }: Diagnostic): boolean => SURROUNDINGS.has(code);

/** `diagnostics` with other ones on the surroundings, where a run lists them: by severity, and found before the others. */
const withSurroundings = (
  diagnostics: readonly Diagnostic[],
  surroundings: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const others = diagnostics.filter((diagnostic) => !isSurrounding(diagnostic));
  const rankOf = ({ place, severity }: Diagnostic) =>
    place === null ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return [...surroundings, ...others].sort((a, b) => rankOf(a) - rankOf(b));
};

/** What a saved report and a run both say. */
interface Content extends Pick<Assessment, 'year' | 'refusal' | 'verdict' | 'diagnostics'> {
  readonly inputs: readonly { readonly encoding: string }[];
  readonly subjects: readonly {
    readonly scope: string;
    readonly code: string | null;
    readonly name: string | null;
    readonly findings: readonly { readonly witnesses: Witnesses }[];
  }[];
}

interface Evidence {
  /** What the option shows in. */
  readonly shown: unknown;
  /** The values that it speaks for, the likeliest first. */
  readonly values: readonly unknown[];
}

/** At most this many runs are made to find the options of a report. */
const TRIALS = 32;

/** What a report tells of the options that it was made with; `level` is the one that is judged. */
const evidenceOf = (
  { year, refusal, verdict, diagnostics, inputs, subjects }: Content,
  level: string | undefined,
): Readonly<Record<keyof Asked, Evidence>> => {
  const lists = subjects.flatMap(({ findings }) => findings.map(({ witnesses }) => witnesses));
  const longest = lists.reduce((most, { failing, unknown }) => Math.max(most, failing.length, unknown.length), 0);
  const omits = lists.some(({ omitted }) => omitted.failing + omitted.unknown > 0);
  const judged = subjects.flatMap(({ scope, code, name }) => (scope === level ? [code ?? name ?? ''] : []));
  const years = diagnostics
    .filter(({ code }) => code.startsWith('year.'))
    .map(({ code, params }) => ({ code, params }));
  const encodings = inputs.map(({ encoding }) => encoding);
  return {
    command: { shown: verdict === null, values: refusal === null ? [verdict === null ? 'validate' : 'assess'] : [] },
    witnesses: { shown: [longest, omits], values: [omits ? longest : 0] },
    subjects: { shown: judged, values: [[], judged.filter((name) => name !== '')] },
    year: {
      shown: [year, years],
      values: [year, null, ...years.map(({ params }) => params.year)].filter(isYear),
    },
    onInvalid: {
      shown: [refusal, diagnostics.map(({ code, severity }) => `${code} ${severity}`)],
      values: ['refuse', 'unknown'],
    },
    // A workbook has its own, which no option gives.
    encoding: { shown: encodings, values: [null, ...new Set(encodings.filter((encoding) => encoding !== 'xlsx'))] },
  };
};

const isYear = (value: unknown): boolean => value === null || typeof value === 'number';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Options other than the recorded ones that the content of a report speaks for where a run of those comes to another,
 * the likeliest first: every choice of values for some of them, fewest changes first.
 */
const impliedOptions = (report: SavedReport, recorded: Asked, again: Content): readonly Partial<Asked>[] => {
  const level = report.judged?.level;
  const [told, computed] = [evidenceOf(report, level), evidenceOf(again, level)];
  let choices: readonly Partial<Asked>[] = [{}];
  for (const option of Object.keys(told) as readonly (keyof Asked)[]) {
    const { shown, values } = told[option];
    if (same(shown, computed[option].shown)) continue;
    const others = values.filter((value) => !same(value, recorded[option])).slice(0, TRIALS);
    choices = [...choices, ...choices.flatMap((choice) => others.map((value) => ({ ...choice, [option]: value })))];
  }
  const size = (choice: Partial<Asked>) => Object.keys(choice).length;
  return choices
    .slice(1)
    .sort((a, b) => size(a) - size(b))
    .slice(0, TRIALS);
};

/** The answer for scripts. */
export const verificationDocument = ({ report: { tool, ruleset }, causes }: Verification) => ({
  format: 'streetcheck-verification' as const,
  version: 1 as const,
  reproduced: causes.length === 0,
  report: { tool, ruleset },
  causes,
});
