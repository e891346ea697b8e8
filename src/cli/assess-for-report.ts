import { dirname, resolve } from 'node:path';
import { type AssessRequest, assess, type Progress } from '../assess.ts';
import type { Assessment, InputFile } from '../model/assessment.ts';
import { fileOf, STANDARD_INPUT, startOf } from '../model/place.ts';
import { UsageError } from './errors.ts';
import type { Look, Reported } from './run-report.ts';
import type { ByteStream, Session, TextStream } from './session.ts';
import type { Words } from './words.ts';

/** `-` or `TABLE=-`, a sheet behind it or not. */
export const isStdin = (path: string): boolean => /(?:^|=)-(?:#.*)?$/su.test(path);

const abortOf = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });

/** The chunks of `stream`; throws the reason of `signal` even while none comes. */
export async function* untilAborted(stream: ByteStream, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  const aborted = abortOf(signal);
  // An abort after the last chunk is the concern of whoever works then.
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy?.();
  }
}

/** Standard input for those that read it: a stream that is not asked for is never made. */
export const stdinFor = (
  paths: readonly string[],
  { io, signal }: Session,
  open: () => AsyncIterable<Uint8Array> = () => untilAborted(io.stdin, signal),
): Pick<AssessRequest, 'stdin'> => (paths.some(isStdin) ? { stdin: open() } : {});

const filesOf = (inputs: readonly InputFile[]): string[] =>
  inputs.map((input) => fileOf(startOf(input))).filter((file) => file !== STANDARD_INPUT);

/** Reads inputs by `run` with a progress line on the terminal; an interrupt ends it. */
export const readForReport = async <T extends Pick<Assessment, 'inputs'>>(
  session: Session,
  request: AssessRequest,
  run: (request: AssessRequest) => Promise<T>,
  openStdin?: () => AsyncIterable<Uint8Array>,
): Promise<{ readonly result: T; readonly files: readonly string[] }> => {
  const { io, words, signal } = session;
  const progress = progressLine(() => io.stderr, words.progress, io.now);
  try {
    const result = await run({
      ...request,
      ...stdinFor(request.paths, session, openStdin),
      signal,
      onProgress: progress.show,
    });
    return { result, files: filesOf(result.inputs) };
  } finally {
    progress.clear();
  }
};

/** Assesses, or does what `run` does, for a report. */
export const assessForReport = async (
  session: Session,
  { base, ...request }: AssessRequest & Pick<Look, 'base'>,
  openStdin?: () => AsyncIterable<Uint8Array>,
  run: (request: AssessRequest) => Promise<Assessment> = assess,
): Promise<Reported> => {
  const { result, files } = await readForReport(session, request, run, openStdin);
  // `--base` is put in front of the paths of inputs: they lie in one folder, standard input in none.
  const folders = new Map(files.map((file) => [resolve(dirname(file)), dirname(file)]));
  if (base !== undefined && folders.size > 1) {
    throw new UsageError(session.words.usage.baseOfFolders([...folders.values()]));
  }
  return { assessment: result, files, tool: session.io.version };
};

/** No `totalBytes` where they cannot be known, as of standard input; of a batch also how many submissions are done. */
interface Work extends Progress {
  readonly done?: number;
  readonly submissions?: number;
}

/** Short work passes without a word. */
const PATIENCE_MS = 1000;
const REFRESH_MS = 200;
const CLEAR = '\r\u001b[K';

const ignored = () => undefined;

const remaining = (seconds: number, words: Words['progress']): string =>
  seconds < 90 ? words.secondsLeft(Math.ceil(seconds)) : words.minutesLeft(Math.ceil(seconds / 60));

const describe = (progress: Work, elapsedMs: number, words: Words['progress']): string => {
  const { rows, bytes, totalBytes, done: judged = 0, submissions } = progress;
  const isBatch = submissions !== undefined;
  const parts = [isBatch ? words.submissions(judged, submissions) : words.rows(rows.toLocaleString('en-US'))];
  const [part, whole] = isBatch ? [judged, submissions] : [bytes, totalBytes];
  if (whole > 0 && part > 0) {
    const done = Math.min(1, part / whole);
    parts.push(words.share(Math.floor(100 * done)), remaining(((1 - done) / done) * (elapsedMs / 1000), words));
  }
  return parts.join(words.separator);
};

/**
 * One line on a terminal, rewritten in place: rows, share of the bytes, time left. `stream` is asked for only when
 * there is something to show.
 */
export const progressLine = (stream: () => TextStream, words: Words['progress'], now: () => number) => {
  const start = now();
  let next = start + PATIENCE_MS;
  let hasShown = false;
  let isVisible = false;
  return {
    show(progress: Work): void {
      const time = now();
      if (time < next) return;
      next = time + REFRESH_MS;
      if (!stream().isTTY) return;
      // A terminal that was closed must not end the work.
      if (!hasShown) stream().on('error', ignored);
      stream().write(`${CLEAR}${describe(progress, time - start, words)}`, ignored);
      hasShown = true;
      isVisible = true;
    },
    clear(): void {
      if (isVisible) stream().write(CLEAR, ignored);
      isVisible = false;
    },
  };
};
