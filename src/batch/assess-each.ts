import { type AssessRequest, assessBy, type Progress } from '../assess.ts';
import { filesOf } from '../intake/files.ts';
import type { Assessment } from '../model/assessment.ts';
import { tablesOf } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type LoadedRuleset, loadRuleset } from '../ruleset/load-ruleset.ts';
import { type FoundSubmissions, findSubmissions } from './find-submissions.ts';
import type { Submission } from './name-submissions.ts';
import { type SubmissionSummary, summarise } from './summarise.ts';
import { tablesOfOne } from './tables-of-one.ts';

/** What a batch is judged by and with; each of its submissions is judged with the same. */
export interface EachRequest extends Omit<AssessRequest, 'command' | 'onProgress'> {
  readonly onProgress?: (progress: EachProgress) => void;
}

/** How many submissions are done, and how far the one at hand is. */
interface EachProgress extends Progress {
  readonly done: number;
  readonly submissions: number;
}

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
  /** Those of the ruleset, as in TABLE=FILE. */
  readonly tables: readonly string[];
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
    const tell = ({ rows, bytes, totalBytes }: Progress) =>
      onProgress?.({ rows, bytes, totalBytes, done, submissions: all.length });
    const paths = submission === null ? [] : [submission.path];
    const assessment = await assessBy(loaded, { ...request, paths, onProgress: tell });
    const { path = null, name = null } = submission ?? {};
    yield { path, name, ...summarise(assessment), assessment };
  }
}

/** Loads the ruleset, once for all, and finds the submissions. */
export const openBatch = async (request: EachRequest): Promise<Batch> => {
  const loaded = await loadRuleset(request.rules, request.files);
  const tables = 'refusal' in loaded ? [] : tablesOf(loaded.ruleset);
  const found =
    'refusal' in loaded
      ? { submissions: [], passedOver: [] }
      : await findSubmissions(await filesOf(request), request.paths, tables, ...tablesOfOne(loaded.ruleset, request));
  const ruleset = 'refusal' in loaded ? null : loaded.ruleset;
  return { ...found, ruleset, tables, results: () => resultsOf(loaded, found, request) };
};

/**
 * Judges many submissions, one after another: each PATH, or each child of a folder given, is one. What is wrong with
 * one is its own result and leaves the others alone. Nothing of a submission is held when the next one is read.
 */
export async function* assessEach(request: EachRequest): AsyncGenerator<SubmissionResult, void, undefined> {
  yield* (await openBatch(request)).results();
}
