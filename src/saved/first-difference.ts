import { joinBytes } from '../intake/source.ts';
import type { LineDifference } from './verification.ts';

/** In bytes: the most of a line that is shown. */
const SHOWN = 1 << 12;
const LINE_BREAK = 0x0a;

const NOTHING: Uint8Array = new Uint8Array();

/** A text as batches of bytes, taken in whatever lengths are asked for. */
const readerOf = (batches: Iterable<Uint8Array>) => {
  const iterator = batches[Symbol.iterator]();
  let held: Uint8Array = NOTHING;
  const hold = (wanted: (held: Uint8Array) => boolean): Uint8Array => {
    while (!wanted(held)) {
      const next = iterator.next();
      if (next.done) break;
      held = held.length === 0 ? next.value : joinBytes([held, next.value]);
    }
    return held;
  };
  return {
    /** What comes next, without passing it: nothing only at the end. */
    peek: () => hold(({ length }) => length > 0),
    /** What comes next up to the end of a line, or as much as is shown. */
    peekLine: () => hold((bytes) => bytes.length >= SHOWN || bytes.includes(LINE_BREAK)),
    pass: (length: number) => {
      held = held.subarray(length);
    },
  };
};

const countBreaks = (bytes: Uint8Array): number => {
  let breaks = 0;
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, at + 1)) breaks++;
  return breaks;
};

const commonLength = (a: Uint8Array, b: Uint8Array): number => {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
};

/** A line from its beginning, which both texts share, to its end. */
const lineText = (begun: Uint8Array, rest: Uint8Array): string => {
  const end = rest.indexOf(LINE_BREAK);
  const shown = rest.subarray(0, Math.min(SHOWN, end < 0 ? rest.length : end));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(joinBytes([begun, shown]));
};

/** Compares two texts as they come, holding a batch of each; null where they are the same bytes. */
export const firstDifference = (
  recorded: Iterable<Uint8Array>,
  computed: Iterable<Uint8Array>,
): LineDifference | null => {
  const [left, right] = [readerOf(recorded), readerOf(computed)];
  let line = 1;
  let begun = NOTHING;
  for (;;) {
    const [a, b] = [left.peek(), right.peek()];
    if (a.length === 0 && b.length === 0) return null;
    const common = commonLength(a, b);
    if (common === 0) {
      return { line, recorded: lineText(begun, left.peekLine()), computed: lineText(begun, right.peekLine()) };
    }
    const same = a.subarray(0, common);
    line += countBreaks(same);
    const start = same.lastIndexOf(LINE_BREAK) + 1;
    begun = joinBytes([start > 0 ? NOTHING : begun, same.subarray(start)]).subarray(-SHOWN);
    left.pass(common);
    right.pass(common);
  }
};
