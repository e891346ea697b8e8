import { resolve } from 'node:path';
import { type AssessRequest, assess } from '../assess.ts';
import type { Assessment } from '../model/assessment.ts';
import { type Format, reporters } from '../report/reporters.ts';
import { UsageError } from './errors.ts';
import { type ExitCode, exitCodeOf, type ReportCommand } from './exit-codes.ts';
import { fileSink, finalFile } from './file-sink.ts';
import type { Target } from './pair-outputs.ts';
import { progressLine } from './progress-line.ts';
import type { Session } from './session.ts';
import type { Sink } from './sink.ts';
import { streamSink } from './stream-sink.ts';
import { untilAborted } from './until-aborted.ts';
import type { Words } from './words.ts';
import { writeReport } from './write-report.ts';

interface Look {
  readonly quiet?: boolean;
  readonly color?: boolean;
}

interface Opened {
  readonly target: Target;
  readonly sink: Sink;
}

const DEFAULT_WIDTH = 80;
const MIN_WIDTH = 40;

const refuseSharedFiles = async (targets: readonly Target[], { usage }: Words): Promise<void> => {
  const files = new Set<string>();
  for (const { output } of targets) {
    if (output === null) continue;
    const file = await finalFile(output).catch(() => resolve(output));
    if (files.has(file)) throw new UsageError(usage.outputTwice(output));
    files.add(file);
  }
};

const refuseInputs = async (targets: readonly Target[], { inputs }: Assessment, { usage }: Words): Promise<void> => {
  const outputs = targets.flatMap(({ output }) => output ?? []);
  if (outputs.length === 0) return;
  const read = new Set(await Promise.all(inputs.map(({ shown }) => finalFile(shown).catch(() => null))));
  for (const output of outputs) {
    if (read.has(await finalFile(output))) throw new UsageError(usage.outputIsInput(output));
  }
};

const contextOf = ({ output }: Target, session: Session, command: ReportCommand, { quiet, color }: Look) => {
  const { io, language } = session;
  const terminal = output === null && io.stdout.isTTY ? io.stdout : null;
  return {
    tool: io.version,
    language,
    command,
    quiet: quiet ?? false,
    color: terminal !== null && color !== false && !io.env.NO_COLOR,
    width: terminal ? Math.max(MIN_WIDTH, terminal.columns ?? DEFAULT_WIDTH) : DEFAULT_WIDTH,
  };
};

const assessShown = async (session: Session, request: AssessRequest) => {
  const { io, words, signal } = session;
  const progress = progressLine(() => io.stderr, words.progress, io.now);
  const readsStdin = request.paths.some((path) => path === '-' || path.endsWith('=-'));
  try {
    return await assess({
      ...request,
      ...(readsStdin && { stdin: untilAborted(io.stdin, signal) }),
      signal,
      onProgress: progress.show,
    });
  } finally {
    progress.clear();
  }
};

/** Assesses and writes every report asked for; all files appear together at the end, or none does. */
export const runReport = async (
  session: Session,
  request: AssessRequest & { readonly command: ReportCommand },
  targets: readonly Target[],
  look: Look,
): Promise<ExitCode> => {
  const { io, words, signal } = session;
  await refuseSharedFiles(targets, words);
  const opened: Opened[] = [];
  try {
    for (const target of targets) {
      const sink = target.output === null ? streamSink(io.stdout) : await fileSink(target.output);
      opened.push({ target, sink });
    }
    const assessment = await assessShown(session, request);
    try {
      signal.throwIfAborted();
      await refuseInputs(targets, assessment, words);
      if (assessment.unmatchedStreets.length > 0) {
        throw new UsageError(words.usage.streetNotFound(assessment.unmatchedStreets));
      }
      for (const { target, sink } of opened) {
        const report = reporters[target.format as Format];
        await writeReport(report(assessment, contextOf(target, session, request.command, look)), sink, signal);
      }
      signal.throwIfAborted();
      for (const { sink } of opened) await sink.commit();
      return exitCodeOf(assessment, request.command);
    } finally {
      assessment.close();
    }
  } finally {
    for (const { sink } of opened) await sink.discard();
  }
};
