import type { Source } from '../intake/source.ts';
import type { LineDifference } from './verification.ts';

/** In bytes: compared at once, and the most of a line that is shown. */
const BATCH = 1 << 18;
const SHOWN = 1 << 12;
const LINE_BREAK = 0x0a;

/** The pieces as UTF-8, in batches. */
function* batches(pieces: Iterable<string>): Iterable<Buffer> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length >= BATCH) {
      yield Buffer.from(held.join(''));
      held = [];
      length = 0;
    }
  }
  yield Buffer.from(held.join(''));
}

const countBreaks = (bytes: Buffer): number => {
  let breaks = 0;
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, at + 1)) breaks++;
  return breaks;
};

const commonLength = (a: Buffer, b: Buffer): number => {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
};

const upToBreak = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(LINE_BREAK);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** The text of a line whose beginning, `equal`, is known already; what goes on behind `rest` is cut off. */
const lineText = (equal: Buffer, rest: Buffer): string =>
  Buffer.concat([equal.subarray(-SHOWN), upToBreak(rest).subarray(0, SHOWN)]).toString('utf8');

/** `iterator` goes on behind `found`: as much as a line may need. */
const restOfLine = (found: Buffer, following: Iterator<Buffer>): Buffer => {
  let rest = found;
  while (rest.length < SHOWN && !rest.includes(LINE_BREAK)) {
    const next = following.next();
    if (next.done) break;
    rest = Buffer.concat([rest, next.value]);
  }
  return rest;
};

/** Compares a file with what a reporter yields, holding a batch of each; null where they are the same bytes. */
export const firstDifference = (source: Source, pieces: Iterable<string>): LineDifference | null => {
  const iterator = batches(pieces)[Symbol.iterator]();
  let offset = 0;
  let line = 1;
  let begun: Buffer = Buffer.alloc(0);
  const differenceAt = (recorded: Buffer, computed: Buffer): LineDifference => {
    const common = commonLength(recorded, computed);
    const equal = Buffer.concat([begun, computed.subarray(0, common)]);
    const start = equal.lastIndexOf(LINE_BREAK) + 1;
    const reported = source.read(offset + common, SHOWN);
    return {
      line: line + countBreaks(computed.subarray(0, common)),
      recorded: lineText(equal.subarray(start), reported),
      computed: lineText(equal.subarray(start), restOfLine(computed.subarray(common), iterator)),
    };
  };
  for (;;) {
    const { done, value: computed } = iterator.next();
    if (done) break;
    const recorded = source.read(offset, computed.length);
    if (!recorded.equals(computed)) return differenceAt(recorded, computed);
    offset += computed.length;
    line += countBreaks(computed);
    const start = computed.lastIndexOf(LINE_BREAK) + 1;
    begun = Buffer.concat([start > 0 ? Buffer.alloc(0) : begun, computed.subarray(start)]).subarray(-SHOWN);
  }
  return offset < source.size ? differenceAt(source.read(offset, SHOWN), Buffer.alloc(0)) : null;
};
