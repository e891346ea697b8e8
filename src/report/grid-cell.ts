import type { Finding, ShareFinding } from '../model/assessment.ts';
import { formatPercent } from '../model/share.ts';
import { MARKS } from './marks.ts';

/** The lines of a finding in the grid: as they are wanted, and in few columns. */
export interface GridCell {
  readonly roomy: readonly string[];
  readonly tight: readonly string[];
}

const EMPTY: GridCell = { roomy: [], tight: [] };
const same = (...lines: string[]): GridCell => ({ roomy: lines, tight: lines });

const shareCell = ({ met, of, unknown, atLeast }: ShareFinding, mark: string): GridCell => {
  if (met === null) return same(mark);
  if (of === null) return same(`${mark} ${met}/?`);
  if (of === 0) return same(`${mark} 0/0`);
  const least = formatPercent(met, of, atLeast);
  if (!unknown) return same(`${mark} ${met}/${of}`, `${least}%`);
  const most = formatPercent(met + unknown, of, atLeast);
  return {
    roomy: [`${mark} ${met}~${met + unknown}/${of}`, `${least}~${most}%`],
    tight: [`${mark} ${met}/${of}`, `+${unknown}?`],
  };
};

/** One field of the grid: mark, met/of and percentage of a share; the mark of a veto; nothing for a rule not asked. */
export const gridCell = (finding: Finding | undefined): GridCell => {
  if (finding === undefined) return EMPTY;
  const mark = MARKS[finding.result] + (finding.obligation === 'advisory' ? '*' : '');
  if (finding.reason === 'rule.not-in-force' || finding.kind === 'veto') return same(mark);
  return shareCell(finding, mark);
};
