import type { Target } from './sample.ts';

interface Fragile extends Target {
  readonly changes: number | null;
}

/** What it takes to turn the verdict, then each share, least first; what nothing turns comes last. */
const ranksOf = ({ changes, reasons }: Fragile): readonly number[] => [
  changes ?? Number.MAX_SAFE_INTEGER,
  ...reasons.flatMap((reason) => (reason.kind === 'turns' ? [reason.changes] : [])),
];

/** The subject that fewer units turn first. */
export const compareFragile = (a: Fragile, b: Fragile): number => {
  const [left, right] = [ranksOf(a), ranksOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? Number.MAX_SAFE_INTEGER) - (right[at] ?? Number.MAX_SAFE_INTEGER);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Reasons to doubt what the record itself says. */
export const doubts = ({ reasons }: Target): number =>
  reasons.filter(({ kind }) => kind === 'diagnostic' || kind === 'zero').length;
