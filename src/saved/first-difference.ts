import type { LineDifference } from './verification.ts';

/** In bytes: the most of a line that is shown. */
const SHOWN = 1 << 12;
const LINE_BREAK = 0x0a;

const NOTHING: Buffer = Buffer.alloc(0);

/** A text as batches of bytes, taken in whatever lengths are asked for. */
const readerOf = (batches: Iterable<Buffer>) => {
  const iterator = batches[Symbol.iterator]();
  let held: Buffer = NOTHING;
  const hold = (wanted: (held: Buffer) => boolean): Buffer => {
    while (!wanted(held)) {
      const next = iterator.next();
      if (next.done) break;
      held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
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

const countBreaks = (bytes: Buffer): number => {
  let breaks = 0;
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, at + 1)) breaks++;
  return breaks;
};

const commonLength = (a: Buffer, b: Buffer): number => {
  const most = Math.min(a.length, b.length);
  if (a.subarray(0, most).equals(b.subarray(0, most))) return most;
  let at = 0;
  while (a[at] === b[at]) at++;
  return at;
};

/** A line from its beginning, which both texts share, to its end. */
const lineText = (begun: Buffer, rest: Buffer): string => {
  const end = rest.indexOf(LINE_BREAK);
  const shown = rest.subarray(0, Math.min(SHOWN, end < 0 ? rest.length : end));
  return Buffer.concat([begun, shown]).toString('utf8');
};

/** Compares two texts as they come, holding a batch of each; null where they are the same bytes. */
export const firstDifference = (recorded: Iterable<Buffer>, computed: Iterable<Buffer>): LineDifference | null => {
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
    begun = Buffer.concat([start > 0 ? NOTHING : begun, same.subarray(start)]).subarray(-SHOWN);
    left.pass(common);
    right.pass(common);
  }
};
