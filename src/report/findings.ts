import { type Finding, figuresKey, type ShareFinding } from '../model/assessment.ts';
import { formatPercent, gapTo } from '../model/share.ts';

/** The records that do not meet a condition, and those of which it is not known. */
export type WitnessList = 'failing' | 'unknown';

/** Counts of the worst and the best case of a share, and their percentages as printed. */
export interface ShareFigures {
  readonly met: number;
  readonly best: number;
  readonly of: number;
  readonly least: string;
  readonly most: string;
}

/** Null where counts are missing or there is nothing to count. */
export const shareFigures = ({ met, of, unknown, target }: ShareFinding): ShareFigures | null => {
  if (met === null || of === null || of === 0) return null;
  const best = met + (unknown ?? 0);
  const least = formatPercent(met, of, target);
  return { met, best, of, least, most: best === met ? least : formatPercent(best, of, target) };
};

/** As a submission gives it that is not whole. */
export const partialCount = ({ met, of }: ShareFinding): string =>
  met === null ? '' : of === null ? `${met}/?` : `${met}/${of}`;

const REMEMBERED = 512;

/** Writes findings; of those without witnesses, most of a large register, texts are remembered. */
export const rememberedByFigures = (write: (finding: Finding) => string): ((finding: Finding) => string) => {
  const known = new Map<string, string>();
  return (finding) => {
    const key = figuresKey(finding);
    const text = (key === null ? undefined : known.get(key)) ?? write(finding);
    if (key !== null && known.size < REMEMBERED) known.set(key, text);
    return text;
  };
};

const RANKS = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 2 } as const satisfies Record<
  Finding['result'],
  number
>;

/** Fails before what is open before the rest, what decides before what is for information, vetoes before shares. */
const rankOf = ({ result, obligation, kind }: Finding): number =>
  RANKS[result] * 4 + (obligation === 'required' ? 0 : 2) + (kind === 'veto' ? 0 : 1);

const gapOf = (finding: Finding) => (finding.kind === 'veto' ? ([0n, 1n] as const) : gapTo(finding.target, finding));

const isWider = (left: Finding, right: Finding): number => {
  const [gap, of] = gapOf(left);
  const [otherGap, otherOf] = gapOf(right);
  const difference = otherGap * of - gap * otherOf;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * The findings of a subject as people read them, what decides most in front: the veto, then the share that misses by
 * most per cent. What neither fails nor is open, and what weighs the same, in the ruleset's order.
 */
export const byWeight = (findings: readonly Finding[]): readonly Finding[] => {
  if (!findings.some(({ result }) => result === 'fail' || result === 'unknown')) return findings;
  const open = findings.filter(({ result }) => RANKS[result] < 2);
  const rest = findings.filter(({ result }) => RANKS[result] === 2);
  return [...open.sort((left, right) => rankOf(left) - rankOf(right) || isWider(left, right)), ...rest];
};
