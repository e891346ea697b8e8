/** The first line in which a report and the run that should reproduce it differ; '' where one has ended. */
export interface LineDifference {
  readonly line: number;
  readonly recorded: string;
  readonly computed: string;
}

/** The most of a line that is shown to either side of where it differs. */
const SHOWN = 1 << 12;

/** Compares a text with one that comes in pieces and is never put together; null where they are the same. */
export const firstDifference = (recorded: string, computed: Iterable<string>): LineDifference | null => {
  let at = 0;
  /** The computed text from where it differs. */
  let rest: string | null = null;
  for (const piece of computed) {
    if (rest !== null) rest += piece;
    else if (recorded.startsWith(piece, at)) at += piece.length;
    else {
      let common = 0;
      while (recorded[at + common] === piece[common]) common++;
      at += common;
      rest = piece.slice(common);
    }
    if (rest !== null && (rest.length >= SHOWN || rest.includes('\n'))) break;
  }
  if (rest === null && at === recorded.length) return null;
  const same = recorded.slice(0, at);
  let line = 1;
  for (let end = same.indexOf('\n'); end >= 0; end = same.indexOf('\n', end + 1)) line++;
  const begun = same.slice(Math.max(same.lastIndexOf('\n') + 1, at - SHOWN));
  const lineOf = (text: string) => begun + text.slice(0, SHOWN).split('\n', 1)[0];
  return { line, recorded: lineOf(recorded.slice(at)), computed: lineOf(rest ?? '') };
};
