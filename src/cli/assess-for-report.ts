import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import { progressLine } from './progress-line.ts';
import type { Reported } from './run-report.ts';
import type { Session } from './session.ts';
import { untilAborted } from './until-aborted.ts';

/** `-`, or `TABLE=-`. */
export const isStdin = (path: string): boolean => path === '-' || path.endsWith('=-');

/** Assesses with a progress line on the terminal; an interrupt ends it. */
export const assessForReport = async (
  { io, words, signal }: Session,
  request: AssessRequest,
  openStdin: () => AsyncIterable<Uint8Array> = () => untilAborted(io.stdin, signal),
  run: (request: AssessRequest) => Promise<OpenAssessment> = assess,
): Promise<Reported & { readonly assessment: OpenAssessment }> => {
  const progress = progressLine(() => io.stderr, words.progress, io.now);
  const readsStdin = request.paths.some(isStdin);
  try {
    const assessment = await run({
      ...request,
      ...(readsStdin && { stdin: openStdin() }),
      signal,
      onProgress: progress.show,
    });
    return { assessment, files: assessment.inputs.map(({ shown }) => shown), tool: io.version };
  } finally {
    progress.clear();
  }
};
