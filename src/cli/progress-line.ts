import type { Progress } from '../assess.ts';
import type { TextStream } from './session.ts';
import type { Words } from './words.ts';

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
