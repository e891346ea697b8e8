import { type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import { progressLine } from './progress-line.ts';
import type { Reported } from './run-report.ts';
import type { Session } from './session.ts';
import { untilAborted } from './until-aborted.ts';

/** Assesses with a progress line on the terminal; an interrupt ends it. */
export const assessForReport = async (
  { io, words, signal }: Session,
  request: AssessRequest,
  run: (request: AssessRequest) => Promise<OpenAssessment> = assess,
): Promise<Reported> => {
  const progress = progressLine(() => io.stderr, words.progress, io.now);
  const readsStdin = request.paths.some((path) => path === '-' || path.endsWith('=-'));
  try {
    const assessment = await run({
      ...request,
      ...(readsStdin && { stdin: untilAborted(io.stdin, signal) }),
      signal,
      onProgress: progress.show,
    });
    return { assessment, files: assessment.inputs.map(({ shown }) => shown), tool: io.version };
  } finally {
    progress.clear();
  }
};
