import { type AssessRequest, assessBy, type Progress } from '../assess.ts';
import { countErrors, countWarnings } from '../diagnostics/diagnostics.ts';
import { filesOf } from '../intake/source.ts';
import type { Assessment, Finding, Refusal, Result, Totals } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type LoadedRuleset, loadRuleset } from '../ruleset/load-ruleset.ts';
import { type FoundSubmissions, findSubmissions, type Submission } from './find-submissions.ts';

/** What a batch is judged by and with; each of its submissions is judged with the same. */
export interface EachRequest extends Omit<AssessRequest, 'command' | 'onProgress'> {
  readonly onProgress?: (progress: EachProgress) => void;
}

/** How many submissions are done, and how far the one at hand is. */
interface EachProgress extends Progress {
  readonly done: number;
  readonly submissions: number;
}

/** A subject and the rules that made its verdict what it is: those that fail, or those that are unknown. */
export interface SubjectRules {
  readonly code: string | null;
  readonly name: string | null;
  readonly rules: readonly string[];
}

/** Why a submission was not judged. */
export interface RefusedSubmission {
  readonly kind: Refusal;
  /** How many there are. */
  readonly errors: number;
  /** The first of them, at most five, each saying something else. */
  readonly first: readonly Diagnostic[];
}

/** What a batch says of one submission, as plain data. */
export interface SubmissionSummary {
  readonly year: number | null;
  readonly verdict: Result | null;
  /** Null where the submission was judged. */
  readonly refusal: RefusedSubmission | null;
  readonly totals: Totals;
  readonly warnings: number;
  /** The subjects that fail, by code, each with the rules that it fails. */
  readonly failing: readonly SubjectRules[];
  /** The subjects that are unknown, by code, each with the rules that are. */
  readonly unknown: readonly SubjectRules[];
  /** Of the subjects asked for, those that the submission does not name; with no other it has no verdict. */
  readonly unmatched: readonly string[];
}

const FIRST = 5;

const rulesWith = (findings: readonly Finding[], result: Result): readonly string[] =>
  findings.filter((each) => each.obligation === 'required' && each.result === result).map(({ rule }) => rule);

/** Two mistakes in a column of 540 rows are two. */
const firstErrors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const first = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, severity, text, params } = diagnostic;
    if (severity !== 'error') continue;
    const said = JSON.stringify([code, text, params]);
    if (!first.has(said)) first.set(said, diagnostic);
    if (first.size === FIRST) break;
  }
  return [...first.values()];
};

/** The answer in short. */
const summarise = (assessment: Assessment): SubmissionSummary => {
  const { year, verdict, refusal, totals, diagnostics, options, unmatched } = assessment;
  const isAsked = options.subjects.length === 0 || unmatched.length < options.subjects.length;
  const judged = assessment.ruleset?.levels.find((level) => level.judged)?.id;
  const rulesOf = (result: Result): SubjectRules[] =>
    assessment.subjects
      .filter((subject) => subject.scope === judged && subject.verdict === result)
      .map(({ code, name, findings }) => ({ code, name, rules: rulesWith(findings, result) }));
  return {
    year,
    verdict: isAsked ? verdict : null,
    refusal:
      refusal === null ? null : { kind: refusal, errors: countErrors(diagnostics), first: firstErrors(diagnostics) },
    totals,
    warnings: countWarnings(diagnostics),
    failing: rulesOf('fail'),
    unknown: rulesOf('unknown'),
    unmatched,
  };
};

/** What is found of one submission. */
export interface SubmissionResult extends SubmissionSummary {
  /** As `assess` takes it; null where the ruleset was refused: then nothing else comes. */
  readonly path: string | null;
  /** Of its own in the batch, fit to be that of a file. */
  readonly name: string | null;
  /** To be rendered with any reporter. */
  readonly assessment: Assessment;
}

/** A batch of which the submissions are known and none is read. */
export interface Batch extends FoundSubmissions {
  /** Null where it was refused. */
  readonly ruleset: Ruleset | null;
  results(): AsyncGenerator<SubmissionResult, void, undefined>;
}

async function* resultsOf(
  loaded: LoadedRuleset,
  { submissions }: FoundSubmissions,
  { onProgress, ...request }: EachRequest,
): AsyncGenerator<SubmissionResult, void, undefined> {
  const all: readonly (Submission | null)[] = 'refusal' in loaded ? [null] : submissions;
  for (const [done, submission] of all.entries()) {
    request.signal?.throwIfAborted();
    const tell = (progress: Progress) => onProgress?.({ ...progress, done, submissions: all.length });
    const paths = submission === null ? [] : [submission.path];
    const assessment = await assessBy(loaded, { ...request, paths, onProgress: tell });
    const { path = null, name = null } = submission ?? {};
    yield { path, name, ...summarise(assessment), assessment };
  }
}

/** Loads the ruleset, once for all, and finds the submissions. */
export const openBatch = async (request: EachRequest): Promise<Batch> => {
  const loaded = await loadRuleset(request.rules, request.files);
  const ruleset = 'refusal' in loaded ? null : loaded.ruleset;
  const found =
    ruleset === null
      ? { submissions: [], passedOver: [] }
      : await findSubmissions(await filesOf(request), request.paths, ruleset, request);
  return { ...found, ruleset, results: () => resultsOf(loaded, found, request) };
};

/**
 * Judges many submissions, one after another: each PATH, or each child of a folder given, is one. What is wrong with
 * one is its own result and leaves the others alone. Nothing of a submission is held when the next one is read.
 */
export async function* assessEach(request: EachRequest): AsyncGenerator<SubmissionResult, void, undefined> {
  yield* (await openBatch(request)).results();
}
