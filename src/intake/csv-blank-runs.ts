const LF = 0x0a;
const CR = 0x0d;

/** So many line breaks behind one another are counted: the parser would take a row of its own for each. */
const RUN = 64;
const RUNS = ['\n', '\r\n', '\r'].map((mark) => Buffer.from(mark.repeat(RUN)));
const BLANK: string[] = [''];

const isBreak = (byte: number | undefined): boolean => byte === LF || byte === CR;

/** Where the first of `kinds` begins from `from` on, or -1. */
const runFrom = (bytes: Buffer, from: number, kinds: readonly Buffer[]): number =>
  kinds.reduce((first, run) => {
    const at = bytes.indexOf(run, from);
    return at >= 0 && (first < 0 || at < first) ? at : first;
  }, -1);

/** The end of the quoted cell around `at`, or `at` itself. */
const outsideQuotes = (at: number, ranges: readonly number[]): number => {
  for (let i = 0; i < ranges.length && ranges[i]! <= at; i += 2) if (at < ranges[i + 1]!) return ranges[i + 1]!;
  return at;
};

/** The rows of a text of whole records as `parse` gives them, with long runs of blank lines left out of what it parses. */
export const rowsOf = (
  bytes: Buffer,
  ranges: readonly number[],
  parse: (part: Buffer) => readonly (readonly string[])[],
): readonly (readonly string[])[] => {
  const kinds = bytes.includes(CR) ? RUNS : RUNS.slice(0, 1);
  let run = runFrom(bytes, 0, kinds);
  if (run < 0) return parse(bytes);
  const rows: (readonly string[])[] = [];
  const take = (from: number, to: number) => {
    if (to > from) for (const row of parse(bytes.subarray(from, to))) rows.push(row);
  };
  let from = 0;
  while (run >= 0) {
    const outside = outsideQuotes(run, ranges);
    if (outside > run) {
      run = runFrom(bytes, outside, kinds);
      continue;
    }
    let at = run;
    // A break before the run ends the record there, as one that the run begins with would.
    while (at > from && isBreak(bytes[at - 1])) at--;
    const next = () => {
      at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
    };
    if (at > from) next();
    take(from, at);
    while (at < bytes.length && isBreak(bytes[at])) {
      next();
      rows.push(BLANK);
    }
    from = at;
    run = runFrom(bytes, from, kinds);
  }
  take(from, bytes.length);
  return rows;
};
