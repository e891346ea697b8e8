/** The library face: what the commands say, as plain data that is equal to their JSON. */
import packageText from '../package.json?raw';
import { type AssessRequest, assess as assessSubmission } from './assess.ts';
import {
  type EachRequest,
  assessEach as eachSubmission,
  type RefusedSubmission,
  type SubmissionSummary,
} from './batch/assess-each.ts';
import { messageOf } from './diagnostics/message.ts';
import { joinBytes } from './intake/source.ts';
import type { Assessment } from './model/assessment.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Ruleset } from './model/ruleset.ts';
import type { Language } from './model/text.ts';
import { plan as planSubmission } from './plan/plan.ts';
import { planData, type planDocument } from './plan/report/plan-reporters.ts';
import { diagnosticEntry, reportData } from './report/json-reporter.ts';
import type { Json } from './report/json-text.ts';
import { type Format, loadReporter } from './report/reporter.ts';
import { loadRuleset as load } from './ruleset/load-ruleset.ts';
import { type DrawRequest, drawSample } from './sample/draw-sample.ts';
import { whyNotDrawn } from './sample/population.ts';
import { drawData, type drawDocument } from './sample/report/draw-report.ts';
import { readReport } from './saved/read-report.ts';
import type { Refused } from './saved/saved-file.ts';
import type { SavedReport } from './saved/saved-report.ts';
import { verificationDocument, verify as verifyReport } from './saved/verify.ts';

export { FORMATS, type Format } from './report/reporter.ts';

/** Version of streetcheck, as reports record it. */
const TOOL: string = JSON.parse(packageText).version;

/** A JSON report, version 2: `rules/schema/report.schema.json`. A refusal is one too: `refusal` says which, `diagnostics` why. */
export type Report = SavedReport;
/** A JSON plan, version 2: `rules/schema/plan.schema.json`. */
export type Plan = Json<ReturnType<typeof planDocument>>;
/** A JSON draw, version 2: `rules/schema/sample.schema.json`. */
export type Draw = Json<ReturnType<typeof drawDocument>>;
/** The answer of `verify`, version 1. */
export type Verification = ReturnType<typeof verificationDocument>;

/** Files, `FILE#SHEET`, `TABLE=FILE`, folders with their subfolders, or `-` for `stdin`. */
export type Paths = string | readonly string[];

export type ReadOptions = Omit<AssessRequest, 'paths' | 'command' | 'evidence' | 'witnesses'>;
/** `command: 'validate'` asks only whether the submission is fit to be judged; `witnesses` bounds each list (default 20, 0 for all). */
export type AssessOptions = ReadOptions & Pick<AssessRequest, 'command' | 'witnesses'>;
export type EachOptions = Omit<EachRequest, 'paths' | 'evidence'>;
export type SampleOptions = Omit<DrawRequest, 'paths' | 'evidence'>;

const listed = (paths: Paths): readonly string[] => (typeof paths === 'string' ? [paths] : paths);

const reportOf = (assessment: Assessment): Report => reportData(assessment, TOOL) as Report;

const told = (diagnostics: readonly Diagnostic[]): Report['diagnostics'] => diagnostics.map(diagnosticEntry);

/** Judges a submission. */
export const assess = async (paths: Paths, options: AssessOptions = {}): Promise<Report> =>
  reportOf(await assessSubmission({ ...options, paths: listed(paths) }));

/** What is said of one of many submissions, as in a line of `--format jsonl`, and its report. */
export interface EachResult extends Omit<SubmissionSummary, 'refusal'> {
  /** Null where the submission was judged; `first` are the first errors, each saying something else. */
  readonly refusal: (Omit<RefusedSubmission, 'first'> & { readonly first: Report['diagnostics'] }) | null;
  /** As `assess` takes it; null where the ruleset was refused: then nothing else comes. */
  readonly path: string | null;
  readonly report: Report;
}

/** Judges many submissions, one after another: each path, or each child of a folder given, is one. */
export async function* assessEach(
  paths: Paths,
  options: EachOptions = {},
): AsyncGenerator<EachResult, void, undefined> {
  for await (const { assessment, name: _, refusal, ...result } of eachSubmission({
    ...options,
    paths: listed(paths),
  })) {
    const first = told(refusal?.first ?? []);
    yield { ...result, refusal: refusal && { ...refusal, first }, report: reportOf(assessment) };
  }
}

/** The way out of every fail; a report where nothing could be judged. */
export const plan = async (paths: Paths, options: ReadOptions = {}): Promise<Plan | Report> =>
  planData(await planSubmission({ ...options, paths: listed(paths) }), TOOL) as Plan | Report;

/** Draws units for a spot check, which anyone with the same data and seed draws again; a report where nothing could be drawn. */
export const sample = async (
  paths: Paths,
  { language = 'en', ...options }: SampleOptions & { readonly language?: Language },
): Promise<Draw | Report> => {
  const loaded = await load(options.rules, options.files);
  const why = 'ruleset' in loaded ? whyNotDrawn(loaded.ruleset, options, language) : null;
  if (why !== null) throw new RangeError(why);
  return drawData(await drawSample({ ...options, paths: listed(paths) }, loaded), TOOL) as Draw | Report;
};

/** A report as if it came from a pipe. */
async function* piped(report: Report): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(report, null, 1)}\n`);
}

const refused = ({ diagnostics }: Refused, language: Language): Error =>
  new Error(diagnostics.map((diagnostic) => messageOf(diagnostic, language)).join('\n'));

export interface RenderOptions {
  readonly language: Language;
  /** Columns of text (default 80). */
  readonly width?: number;
  readonly color?: boolean;
  /** A folder or file of the ruleset, where the report was not made with a bundled one. */
  readonly rules?: string;
}

/** Writes a report as `assess --format` does; rejects one that was altered. Only a workbook (`xlsx`) comes in bytes. */
export function render(report: Report, format: 'xlsx', options: RenderOptions): Promise<Uint8Array>;
export function render(report: Report, format: Exclude<Format, 'xlsx'>, options: RenderOptions): Promise<string>;
export async function render(report: Report, format: Format, options: RenderOptions): Promise<string | Uint8Array> {
  const { language, width = 80, color = false, rules } = options;
  const read = await readReport({ path: '-', stdin: piped(report), ...(rules !== undefined && { rules }) });
  if ('refusal' in read) throw refused(read, language);
  const context = { tool: read.tool, language, width, color };
  if (format === 'xlsx') return joinBytes([...(await loadReporter(format))(read.assessment, context)]);
  return [...(await loadReporter(format))(read.assessment, context)].join('');
}

/** Judges the data of a report again and says what differs: data, ruleset, options, tool, or the report itself. */
export const verify = async (
  report: Report,
  paths: Paths,
  { language = 'en', ...options }: Pick<ReadOptions, 'rules' | 'signal'> & { readonly language?: Language } = {},
): Promise<Verification> => {
  const own = { report: '-', stdin: piped(report), paths: listed(paths), tool: TOOL, assess: assessSubmission };
  const verified = await verifyReport({ ...own, ...options });
  if ('refusal' in verified) throw refused(verified, language);
  return verificationDocument(verified);
};

/** What a ruleset says: its source, its levels, outermost first, and its rules with their clauses. */
export type RulesetFacts = Pick<
  Ruleset,
  'id' | 'label' | 'version' | 'sha256' | 'source' | 'from' | 'slidBack' | 'levels' | 'rules'
>;

export type LoadedRuleset =
  | { readonly ruleset: RulesetFacts }
  | {
      readonly refusal: 'input' | 'ruleset';
      readonly diagnostics: readonly Json<ReturnType<typeof diagnosticEntry>>[];
    };

/** Loads and checks a ruleset: a bundled id (default `yantian-2011`), a folder or a file. */
export const loadRuleset = async (where?: string): Promise<LoadedRuleset> => {
  const loaded = await load(where);
  if ('refusal' in loaded) return { refusal: loaded.refusal, diagnostics: told(loaded.diagnostics) };
  const { id, label, version, sha256, source, from, slidBack, levels, rules } = loaded.ruleset;
  const dated = { ...(from !== undefined && { from }), ...(slidBack !== undefined && { slidBack }) };
  return { ruleset: { id, label, version, sha256, source, ...dated, levels, rules } };
};
