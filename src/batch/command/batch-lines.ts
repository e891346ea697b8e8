import type { ExitCode } from '../../cli/exit-codes.ts';
import { fileSink } from '../../cli/file-sink.ts';
import type { Target } from '../../cli/pair-outputs.ts';
import { contextOf, type Look } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import type { Sink } from '../../cli/sink.ts';
import { streamSink } from '../../cli/stream-sink.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import type { Batch, SubmissionResult } from '../assess-each.ts';
import { batchTable } from '../report/batch-table.ts';
import { submissionLine } from '../report/submission-line.ts';

/** What stands in one file, or on standard output, of all submissions. */
interface Lines {
  begin(): string;
  line(result: SubmissionResult, exit: ExitCode): string;
  end(): string;
  /** Instead of all that, where the ruleset was refused. */
  refused(result: SubmissionResult, exit: ExitCode): string;
}

/** `Lines` on their way to where they go. */
export interface OpenLines {
  readonly lines: Lines;
  readonly sink: Sink;
  /** Until nobody reads any further. */
  isRead: boolean;
  /** Whole lines that wait to be written. */
  waiting: string;
}

const jsonLines = ({ io }: Session): Lines => {
  const line = (result: SubmissionResult, exit: ExitCode) =>
    submissionLine({ ...result, exit }, result.assessment.ruleset, io.version);
  return { begin: () => '', line, end: () => '', refused: line };
};

const tableLines = (target: Target, { submissions, ruleset }: Batch, session: Session, look: Look): Lines => {
  const context = contextOf(target, session, session.io.version, look);
  const table = batchTable(
    submissions.map(({ path }) => path),
    ruleset,
    context,
  );
  return {
    begin: table.heading,
    line: (result, exit) => table.row({ ...result, exit }),
    end: table.summary,
    refused: ({ assessment }) => [...tableReporter(assessment, context)].join(''),
  };
};

export const openLines = async (target: Target, batch: Batch, session: Session, look: Look): Promise<OpenLines> => {
  const { io, signal } = session;
  const lines = target.format === 'jsonl' ? jsonLines(session) : tableLines(target, batch, session, look);
  const sink = target.output === null ? streamSink(io.stdout, signal) : await fileSink(target.output, signal);
  return { lines, sink, isRead: true, waiting: '' };
};

/** Writes what waits: whole lines, so that an interrupt never leaves half of one. */
export const flushLines = async (all: readonly OpenLines[]): Promise<void> => {
  for (const to of all) {
    const { waiting } = to;
    to.waiting = '';
    if (to.isRead && waiting !== '') to.isRead = await to.sink.write(Buffer.from(waiting));
  }
};
