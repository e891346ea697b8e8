import { dirname, resolve } from 'node:path';
import { type AssessHooks, type AssessRequest, assess, type OpenAssessment } from '../assess.ts';
import type { InputFile } from '../model/assessment.ts';
import { fileOf, STANDARD_INPUT, startOf } from '../model/place.ts';
import { UsageError } from './errors.ts';
import { progressLine } from './progress-line.ts';
import type { Look, Reported } from './run-report.ts';
import type { Session } from './session.ts';
import { untilAborted } from './until-aborted.ts';

/** `-` or `TABLE=-`, a sheet behind it or not. */
export const isStdin = (path: string): boolean => /(?:^|=)-(?:#.*)?$/su.test(path);

const filesOf = (inputs: readonly InputFile[]): string[] =>
  inputs.map((input) => fileOf(startOf(input))).filter((file) => file !== STANDARD_INPUT);

/** The folders that hold the inputs; standard input lies in none. */
const foldersOf = (inputs: readonly InputFile[]): string[] => {
  const files = filesOf(inputs);
  return [...new Map(files.map((file) => [resolve(dirname(file)), dirname(file)])).values()];
};

/** Assesses with a progress line on the terminal; an interrupt ends it. */
export const assessForReport = async (
  { io, words, signal }: Session,
  { base, ...request }: AssessRequest & AssessHooks & Pick<Look, 'base'>,
  openStdin: () => AsyncIterable<Uint8Array> = () => untilAborted(io.stdin, signal),
  run: (request: AssessRequest & AssessHooks) => Promise<OpenAssessment> = assess,
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
    const folders = base === undefined ? [] : foldersOf(assessment.inputs);
    if (folders.length > 1) {
      assessment.close();
      throw new UsageError(words.usage.baseOfFolders(folders));
    }
    return { assessment, files: filesOf(assessment.inputs), tool: io.version };
  } finally {
    progress.clear();
  }
};
