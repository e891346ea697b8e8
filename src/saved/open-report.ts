import { diagnose } from '../diagnostics/diagnostics.ts';
import { NO_ENCODING } from '../diagnostics/entries/reports.ts';
import { isEncodingLabel } from '../intake/encoding.ts';
import { type FilesRequest, filesOf, openOrThrow } from '../intake/files.ts';
import type { Source } from '../intake/source.ts';
import type { Assessment, InputFile, ReasonCode, ShareFinding, Subject, VetoFinding } from '../model/assessment.ts';
import type { Text } from '../model/text.ts';
import type { CheckReportPart } from '../ruleset/check-report.ts';
import { type ReportParts, readReportParts } from './report-parts.ts';
import type { SavedDiagnostic } from './saved-diagnostics.ts';
import { SavedReportError } from './saved-report-error.ts';

/** What a report says of the run, before its subjects. */
export interface ReportHead
  extends Pick<Assessment, 'command' | 'options' | 'year' | 'refusal' | 'verdict' | 'totals'> {
  /** Version of streetcheck that judged. */
  readonly tool: string;
  readonly ruleset: { readonly id: string; readonly version: string; readonly sha256: string } | null;
  readonly judged: { readonly level: string; readonly noun: Text } | null;
  readonly inputs: readonly Omit<InputFile, 'shown'>[];
}

type Saved<F extends { reason: ReasonCode }> = Omit<F, 'reason' | 'missing'> & {
  readonly reason: { readonly code: F['reason'] };
};
/** `missing` stands only where there are such units. */
type SavedShare = Saved<ShareFinding> & Partial<Pick<ShareFinding, 'missing'>>;
export type SavedFinding = SavedShare | Saved<VetoFinding>;
export type SavedSubject = Omit<Subject, 'findings'> & { readonly findings: readonly SavedFinding[] };

/** A saved report that fits the published schema; whether its figures agree with each other is not yet asked. */
export interface SavedReport {
  readonly source: Source;
  readonly head: ReportHead;
  /** Read from the source anew at each call, and held against the schema until all of them fitted once. */
  subjects(): Iterable<SavedSubject>;
  diagnostics(): Iterable<SavedDiagnostic>;
}

const VERSION = 2;
/** More than the nation has (41,352 in 2023): each is held against the schema and judged again. */
const MOST_SUBJECTS = 50_000;

const assertFits = (data: unknown, check: CheckReportPart, at: string, path: string): void => {
  const fault = check(data);
  if (fault !== null) {
    const { pointer, problem } = fault;
    throw new SavedReportError(diagnose('report.invalid', { path, pointer: at + pointer, problem }));
  }
};

/** Of a workbook an input says so instead. */
const WORKBOOK = 'xlsx';

/** The schema knows no names of encodings, and a rerun decodes by them. */
const assertEncodings = ({ options, inputs }: ReportHead, path: string): void => {
  const named = [
    ['/options/encoding', options.encoding],
    ...inputs.map(({ encoding }, at) => [`/inputs/${at}/encoding`, encoding === WORKBOOK ? null : encoding] as const),
  ] as const;
  for (const [pointer, label] of named) {
    if (label !== null && !isEncodingLabel(label)) {
      throw new SavedReportError(diagnose('report.invalid', { path, pointer, problem: NO_ENCODING }));
    }
  }
};

/** Says plainly what is not a report, or not of this version, before the schema does. */
const assertReport = (head: unknown, path: string): void => {
  const { format, version } = (head ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'streetcheck-report') throw new SavedReportError(diagnose('report.foreign', { path }));
  if (version !== undefined && version !== VERSION) {
    const params = { path, version: JSON.stringify(version), known: VERSION };
    throw new SavedReportError(diagnose('report.version', params));
  }
};

/** Where a report may come from besides a file: standard input, or a pipe, which is waited for until `signal` is aborted. */
export interface Incoming extends FilesRequest {
  readonly signal?: AbortSignal;
}

const sourceOf = async (path: string, incoming: Incoming): Promise<Source> => {
  try {
    return await openOrThrow(await filesOf(incoming), path === '-' ? null : path, incoming.signal);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    // Standard input and pipes fail with the reason of an interrupt.
    if (code === undefined) throw error;
    throw new SavedReportError(diagnose('report.unreadable', { path, cause: code }));
  }
};

const checkedParts = async (source: Source, path: string): Promise<Omit<SavedReport, 'source'>> => {
  const parts: ReportParts = readReportParts(source, path);
  assertReport(parts.head, path);
  const { compileReportChecks } = await import('../ruleset/check-report.ts');
  const checks = compileReportChecks();
  assertFits(parts.head, checks.whole, '', path);
  const subjects = Object.values((parts.head as ReportHead).totals.subjects).reduce((sum, count) => sum + count, 0);
  if (subjects > MOST_SUBJECTS) {
    throw new SavedReportError(diagnose('report.too-many-subjects', { path, subjects, most: MOST_SUBJECTS }));
  }
  assertEncodings(parts.head as ReportHead, path);
  const fitting = new Set<string>();
  function* checked(list: 'subjects' | 'diagnostics', check: CheckReportPart): Iterable<unknown> {
    // A source that was written to since is refused when it is read.
    if (fitting.has(list)) {
      yield* parts[list]();
      return;
    }
    let index = 0;
    for (const part of parts[list]()) {
      assertFits(part, check, `/${list}/${index++}`, path);
      yield part;
    }
    fitting.add(list);
  }
  return {
    head: parts.head as ReportHead,
    subjects: () => checked('subjects', checks.subject) as Iterable<SavedSubject>,
    diagnostics: () => checked('diagnostics', checks.diagnostic) as Iterable<SavedDiagnostic>,
  };
};

/** Opens a saved report, `-` being standard input; throws a `SavedReportError`. Its source is for the caller to close. */
export const openReport = async (path: string, incoming: Incoming = {}): Promise<SavedReport> => {
  const source = await sourceOf(path, incoming);
  try {
    return { source, ...(await checkedParts(source, path)) };
  } catch (error) {
    source.close();
    throw error;
  }
};
