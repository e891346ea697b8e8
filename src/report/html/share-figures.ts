import type { ShareFinding } from '../../model/assessment.ts';
import { formatPercent } from '../../model/share.ts';

/** A share that can be drawn: counts of the worst and the best case, and their percentages as printed. */
export interface ShareFigures {
  readonly met: number;
  readonly best: number;
  readonly of: number;
  readonly least: string;
  readonly most: string;
}

/** Null where counts are missing or there is nothing to count. */
export const shareFigures = ({ met, of, unknown, atLeast }: ShareFinding): ShareFigures | null => {
  if (met === null || of === null || of === 0) return null;
  const best = met + (unknown ?? 0);
  return { met, best, of, least: formatPercent(met, of, atLeast), most: formatPercent(best, of, atLeast) };
};

export const countText = ({ met, best, of }: ShareFigures): string =>
  best === met ? `${met}/${of}` : `${met}–${best}/${of}`;

export const percentText = ({ met, best, least, most }: ShareFigures): string =>
  best === met ? `${least}%` : `${least}–${most}%`;

/** As a submission gives it that is not whole. */
export const partialCount = ({ met, of }: ShareFinding): string =>
  met === null ? '' : of === null ? `${met}/?` : `${met}/${of}`;
