import type { SubjectState } from '../model/plan.ts';
import type { SummaryRule } from './rule-states.ts';

/** Whether a share can be missed at all. */
export const canFail = ({ rule }: SummaryRule): boolean => !rule.holds({ met: 0, of: 1 });

/**
 * Whether some answers in the blank cells of summaries make all of their rules pass. A blank total is best where it is
 * as small as it can be: the largest of the counts that it has to hold, and rules may share it.
 */
export const canAllPass = (rules: readonly SummaryRule[], { value, subject }: SubjectState): boolean => {
  const isElsewhere = subject.findings.some(
    (finding) => finding.kind === 'share' && finding.of !== null && finding.of > 0,
  );
  const totals = new Set(rules.map(({ indicator }) => indicator.counted!.of));
  return [...totals].every((total) => {
    const sharing = rules.filter(({ indicator }) => indicator.counted!.of === total);
    const known = value(total);
    const mets = sharing.flatMap(({ rule, indicator }) => {
      const met = value(indicator.counted!.met);
      return typeof met === 'number' ? [{ rule, met }] : [];
    });
    const holdsWith = (of: number) => mets.every(({ rule, met }) => rule.holds({ met, of }));
    if (typeof known === 'number') return holdsWith(known);
    const least = mets.reduce((most, { met }) => Math.max(most, met), 0);
    if (least === 0 && isElsewhere) return true;
    return holdsWith(Math.max(1, least));
  });
};
