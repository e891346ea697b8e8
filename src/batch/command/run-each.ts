import { progressLine, stdinFor } from '../../cli/assess-for-report.ts';
import { describeDiagnostic, Interrupted, RefusedError, UsageError } from '../../cli/errors.ts';
import { EXIT, type ExitCode, exitCodeOf, isRefused, worstOf } from '../../cli/exit-codes.ts';
import { isNamed, outputOf, type Target } from '../../cli/pair-outputs.ts';
import { contextOf, type Look } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { fileSink, nextTurn, type Sink, say, streamSink, writeReport } from '../../cli/sinks.ts';
import { diagnose } from '../../diagnostics/diagnostics.ts';
import type { AssessOptions } from '../../model/assessment.ts';
import { judgedLevel, tablesOf } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { type Format, loadReporter } from '../../report/reporter.ts';
import { type Batch, openBatch, type SubmissionResult } from '../assess-each.ts';
import { type BatchLines, jsonLines, tableLines } from '../report/batch-report.ts';
import { makeFolder, refuseOutputs } from './refuse-outputs.ts';

/** In milliseconds: so long may lines wait to be written together, and an interrupt to be heard. */
const PATIENCE = 20;

interface Options extends Look, Partial<Omit<AssessOptions, 'subjects'>> {
  readonly subjects?: readonly string[];
  readonly rules?: string;
}

/** What stands in one file, or on standard output, of all submissions, on its way there. */
interface OpenLines extends BatchLines {
  readonly sink: Sink;
  /** Until nobody reads any further. */
  isRead: boolean;
  /** Whole lines that wait to be written. */
  waiting: string;
}

const openLines = async (target: Target, batch: Batch, session: Session, look: Look): Promise<OpenLines> => {
  const { io, signal } = session;
  const paths = batch.submissions.map(({ path }) => path);
  const lines =
    target.format === 'jsonl'
      ? jsonLines(io.version)
      : tableLines(paths, batch.ruleset, contextOf(target, session, io.version, look));
  const sink = target.output === null ? streamSink(io.stdout, signal) : await fileSink(target.output, signal);
  return { ...lines, sink, isRead: true, waiting: '' };
};

/** Writes what waits: whole lines, so that an interrupt never leaves half of one. */
const flushLines = async (all: readonly OpenLines[]): Promise<void> => {
  for (const to of all) {
    const { waiting } = to;
    to.waiting = '';
    if (to.isRead && waiting !== '') to.isRead = await to.sink.write(Buffer.from(waiting));
  }
};

/** What a run of this submission alone would end with. */
const exitOf = ({ verdict, refusal, assessment }: SubmissionResult, maxWarnings: number | undefined): ExitCode =>
  verdict === null && refusal === null ? EXIT.usage : exitCodeOf(assessment, maxWarnings);

/** The report of one submission in each format that has a file for each. */
const writeNamed = async (
  { assessment, name }: SubmissionResult & { readonly name: string },
  targets: readonly Target[],
  session: Session,
  look: Look,
): Promise<void> => {
  const { io, signal } = session;
  for (const target of targets) {
    const output = outputOf(target, name);
    await makeFolder(output);
    const sink = await fileSink(output, signal);
    try {
      const report = await loadReporter(target.format as Format);
      await writeReport(report(assessment, contextOf(target, session, io.version, look)), sink, signal);
      await sink.commit();
    } finally {
      await sink.discard();
    }
  }
};

const writeAll = async (
  { results }: Batch,
  open: readonly OpenLines[],
  named: readonly Target[],
  session: Session,
  options: Options,
  progress: { clear(): void; tellDone(): void },
): Promise<ExitCode> => {
  const { signal, words, io } = session;
  let paused = io.now();
  const pause = async (): Promise<void> => {
    progress.clear();
    await flushLines(open);
    await nextTurn();
    signal.throwIfAborted();
    paused = io.now();
  };
  const unmatched = new Set(options.subjects);
  let worst: ExitCode = EXIT.pass;
  let ruleset: Ruleset | null = null;
  let begun = false;
  for await (const result of results()) {
    const exit = exitOf(result, options.maxWarnings);
    const { name, refusal, assessment } = result;
    ruleset ??= assessment.ruleset;
    if (name === null) {
      if (open.length === 0) throw new RefusedError(refusal!.kind, assessment.diagnostics);
      for (const to of open) to.waiting += to.refused(result, exit);
      await pause();
      return exit;
    }
    if (!begun) for (const to of open) to.waiting += to.begin();
    begun = true;
    if (exit !== EXIT.usage) {
      await writeNamed({ ...result, name }, named, session, options);
      worst = worstOf(worst, exit);
    }
    for (const to of open) to.waiting += to.line(result, exit);
    if (refusal === null) for (const wish of unmatched) if (!result.unmatched.includes(wish)) unmatched.delete(wish);
    progress.tellDone();
    if (io.now() - paused >= PATIENCE) await pause();
    if (named.length === 0 && open.every(({ isRead }) => !isRead)) return worst;
  }
  for (const to of open) to.waiting += to.end();
  await pause();
  // One that was refused may be the one that names it.
  if (ruleset !== null && unmatched.size > 0 && !isRefused(worst)) {
    throw new UsageError(words.usage.subjectNotFound([...unmatched], judgedLevel(ruleset)));
  }
  return worst;
};

/** Judges each submission by itself and writes of each as soon as it is judged; resolves to the worst exit code. */
export const runEach = async (
  session: Session,
  paths: readonly string[],
  targets: readonly Target[],
  options: Options,
): Promise<ExitCode> => {
  const { io, words, signal, language } = session;
  if (options.base !== undefined) throw new UsageError(words.usage.baseOfEach);
  const progress = progressLine(() => io.stderr, words.progress, io.now);
  const batch = await openBatch({ ...options, ...stdinFor(paths, session), paths, signal, onProgress: progress.show });
  const { submissions, passedOver, ruleset } = batch;
  await refuseOutputs(targets, submissions, ruleset === null ? [] : tablesOf(ruleset), words);
  if (passedOver.length > 0) {
    await say(io.stderr, `${describeDiagnostic(diagnose('input.passed-over', { files: passedOver }), language)}\n`);
  }
  const open: OpenLines[] = [];
  let done = 0;
  try {
    for (const target of targets.filter((each) => !isNamed(each))) {
      open.push(await openLines(target, batch, session, options));
    }
    const code = await writeAll(batch, open, targets.filter(isNamed), session, options, {
      clear: progress.clear,
      tellDone: () => {
        done++;
      },
    });
    for (const { sink } of open) await sink.commit();
    return code;
  } catch (error) {
    await flushLines(open);
    if (!(error instanceof Interrupted) || done === 0) throw error;
    throw new Interrupted(words.eachInterrupted(done, submissions.length));
  } finally {
    progress.clear();
    for (const { sink } of open) await sink.discard();
  }
};
