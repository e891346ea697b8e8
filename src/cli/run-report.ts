import { resolve } from 'node:path';
import type { Assessment } from '../model/assessment.ts';
import { fileOf, STANDARD_INPUT, startOf } from '../model/place.ts';
import { type Format, loadReporter, type ReportContext, type Reporter } from '../report/reporter.ts';
import { tellUnmatched, UsageError } from './errors.ts';
import { type ExitCode, exitCodeOf } from './exit-codes.ts';
import type { Asked } from './options.ts';
import type { Target } from './pair-outputs.ts';
import type { Session } from './session.ts';
import { fileSink, finalFile, type Sink, streamSink, writeReport } from './sinks.ts';
import type { Words } from './words.ts';

/** How reports look, as far as the command line says it. */
export type Look = Asked<'quiet' | 'color' | 'summary' | 'notes' | 'sarifAll' | 'maxWarnings' | 'base'>;

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

export const refuseInputs = async (
  targets: readonly Pick<Target, 'output'>[],
  inputs: readonly string[],
  { usage }: Words,
): Promise<void> => {
  const outputs = targets.flatMap(({ output }) => output ?? []);
  if (outputs.length === 0) return;
  const read = new Set(await Promise.all(inputs.map((input) => finalFile(input).catch(() => null))));
  for (const output of outputs) {
    if (read.has(await finalFile(output))) throw new UsageError(usage.outputIsInput(output));
  }
};

export const contextOf = ({ output }: Target, { io, language }: Session, tool: string, look: Look): ReportContext => {
  const terminal = output === null && io.stdout.isTTY ? io.stdout : null;
  return {
    tool,
    language,
    quiet: look.quiet ?? false,
    notes: look.notes ?? false,
    summary: look.summary ?? false,
    allResults: look.sarifAll ?? false,
    ...(look.maxWarnings !== undefined && { maxWarnings: look.maxWarnings }),
    color: terminal !== null && look.color !== false && !io.env.NO_COLOR,
    width: terminal ? Math.max(MIN_WIDTH, terminal.columns ?? DEFAULT_WIDTH) : DEFAULT_WIDTH,
  };
};

const withBase = (assessment: Assessment, base: string | undefined): Assessment => {
  if (base === undefined) return assessment;
  const folder = base.replace(/\/+$/, '');
  const inputs = assessment.inputs.map((input) =>
    fileOf(startOf(input)) === STANDARD_INPUT ? input : { ...input, shown: `${folder}/${input.path}` },
  );
  return { ...assessment, inputs };
};

/** An assessment to be reported, and where it came from. */
export interface Reported {
  readonly assessment: Assessment;
  /** Files that no report may overwrite. */
  readonly files: readonly string[];
  /** Version of streetcheck that judged. */
  readonly tool: string;
}

type Pieces = Iterable<string | Uint8Array>;

/** A reporter, or what writes a workbook. */
export type Writer = (...of: Parameters<Reporter>) => Pieces | Promise<Pieces>;

/** Writes every report asked for of what `open` gives; all files appear together at the end, or none does. */
export const runReport = async (
  session: Session,
  targets: readonly Target[],
  look: Look,
  open: () => Promise<Reported>,
  load: (format: string) => Promise<Writer> = (format) => loadReporter(format as Format),
): Promise<ExitCode> => {
  const { io, words, signal } = session;
  await refuseSharedFiles(targets, words);
  if (io.stdout.isTTY && targets.some(({ format, output }) => format === 'xlsx' && output === null)) {
    throw new UsageError(words.usage.workbookToTerminal);
  }
  const opened: { readonly target: Target; readonly sink: Sink }[] = [];
  try {
    for (const target of targets) {
      const sink = target.output === null ? streamSink(io.stdout, signal) : await fileSink(target.output, signal);
      opened.push({ target, sink });
    }
    const { assessment, files, tool } = await open();
    signal.throwIfAborted();
    await refuseInputs(targets, files, words);
    const { ruleset, unmatched, near } = assessment;
    if (ruleset !== null && unmatched.length > 0) {
      throw new UsageError(tellUnmatched(unmatched, near, ruleset, words));
    }
    const shown = withBase(assessment, look.base);
    for (const { target, sink } of opened) {
      const report = await load(target.format);
      await writeReport(await report(shown, contextOf(target, session, tool, look)), sink, signal);
    }
    signal.throwIfAborted();
    for (const { sink } of opened) await sink.commit();
    return exitCodeOf(assessment, look.maxWarnings);
  } finally {
    for (const { sink } of opened) await sink.discard();
  }
};
