import { diagnose } from '../diagnostics/diagnostics.ts';
import { NO_ENCODING } from '../diagnostics/entries/reports.ts';
import { isEncodingLabel } from '../intake/encoding.ts';
import type { Assessment, InputFile, ReasonCode, ShareFinding, Subject, VetoFinding } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { jsonReporter } from '../report/json-reporter.ts';
import { type Incoming, type RulesetId, readSavedJson, SavedFileError } from './saved-file.ts';

type Saved<F extends { reason: ReasonCode }> = Omit<F, 'reason' | 'missing'> & {
  readonly reason: Text & { readonly code: F['reason'] };
};
/** `missing` stands only where there are such units. */
type SavedShare = Saved<ShareFinding> & Partial<Pick<ShareFinding, 'missing'>>;
export type SavedFinding = SavedShare | Saved<VetoFinding>;
export type SavedSubject = Omit<Subject, 'findings'> & { readonly findings: readonly SavedFinding[] };
export type SavedDiagnostic = Diagnostic & { readonly message: Text };

const VERSION = 2;

/** A JSON report as it stands in the file: it fits the published schema; whether its figures agree is not yet asked. */
export interface SavedReport
  extends Pick<Assessment, 'command' | 'options' | 'year' | 'refusal' | 'verdict' | 'totals'> {
  readonly format: 'streetcheck-report';
  readonly version: typeof VERSION;
  /** Version of streetcheck that judged. */
  readonly tool: string;
  readonly ruleset: RulesetId | null;
  readonly judged: { readonly level: string; readonly noun: Text } | null;
  readonly inputs: readonly Omit<InputFile, 'shown'>[];
  readonly subjects: readonly SavedSubject[];
  readonly diagnostics: readonly SavedDiagnostic[];
}

/** Says plainly what is not a report, or not of this version, before the schema does. */
const assertReport = (data: unknown, path: string): void => {
  const { format, version } = (data ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'streetcheck-report') throw new SavedFileError('data', diagnose('report.foreign', { path }));
  // What has parts may have any number of them: the schema says what is wrong with it.
  if (version === undefined || version === VERSION || typeof version === 'object') return;
  const params = { path, version: JSON.stringify(version), known: VERSION };
  throw new SavedFileError('data', diagnose('report.version', params));
};

/** Of a workbook an input says so instead of an encoding. */
const WORKBOOK = 'xlsx';

/** The schema knows no names of encodings, and a rerun decodes by them. */
const assertEncodings = ({ options, inputs }: SavedReport, path: string): void => {
  const named = [
    ['/options/encoding', options.encoding],
    ...inputs.map(({ encoding }, at) => [`/inputs/${at}/encoding`, encoding === WORKBOOK ? null : encoding] as const),
  ] as const;
  for (const [pointer, label] of named) {
    if (label !== null && !isEncodingLabel(label)) {
      throw new SavedFileError('data', diagnose('report.invalid', { path, pointer, problem: NO_ENCODING }));
    }
  }
};

/** Reads a saved report, `-` being standard input, and its text; throws a `SavedFileError`. */
export const readSavedReport = async (
  path: string,
  incoming: Incoming,
): Promise<{ readonly report: SavedReport; readonly text: string }> => {
  const { data, text } = await readSavedJson(path, incoming, 'report.too-large');
  assertReport(data, path);
  const { checkReport } = await import('../ruleset/check-saved.ts');
  const fault = checkReport(data);
  if (fault !== null) throw new SavedFileError('data', diagnose('report.invalid', { path, ...fault }));
  const report = data as SavedReport;
  assertEncodings(report, path);
  return { report, text };
};

/** The first line in which a report and the run that should reproduce it differ; '' where one has ended. */
export interface LineDifference {
  readonly line: number;
  readonly recorded: string;
  readonly computed: string;
}

/** The most of a line that is shown to either side of where it differs. */
const SHOWN = 1 << 12;

/** Compares a text with one that comes in pieces and is never put together; null where they are the same. */
export const firstDifference = (recorded: string, computed: Iterable<string>): LineDifference | null => {
  let at = 0;
  /** The computed text from where it differs. */
  let rest: string | null = null;
  for (const piece of computed) {
    if (rest !== null) rest += piece;
    else if (recorded.startsWith(piece, at)) at += piece.length;
    else {
      let common = 0;
      while (recorded[at + common] === piece[common]) common++;
      at += common;
      rest = piece.slice(common);
    }
    if (rest !== null && (rest.length >= SHOWN || rest.includes('\n'))) break;
  }
  if (rest === null && at === recorded.length) return null;
  const same = recorded.slice(0, at);
  let line = 1;
  for (let end = same.indexOf('\n'); end >= 0; end = same.indexOf('\n', end + 1)) line++;
  const begun = same.slice(Math.max(same.lastIndexOf('\n') + 1, at - SHOWN));
  const lineOf = (text: string) => begun + text.slice(0, SHOWN).split('\n', 1)[0];
  return { line, recorded: lineOf(recorded.slice(at)), computed: lineOf(rest ?? '') };
};

/** Where a report differs from what is written of a run. */
export const differenceFrom = (run: Assessment, tool: string, recorded: string): LineDifference | null =>
  firstDifference(recorded, jsonReporter(run, { tool, language: 'zh', width: 80 }));
