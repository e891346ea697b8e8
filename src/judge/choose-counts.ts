import type { Counts } from '../model/assessment.ts';

/** `{met, of, unknown}` of one indicator for one subject. */
export interface Tallied {
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

/** Counts as a summary gives them; blank cells absent. */
export interface Summary {
  readonly met: number | undefined;
  readonly of: number | undefined;
  /** A total was declared, but nobody can say which. */
  readonly isTotalUnreadable?: boolean;
}

/** What the register says of one indicator and subject. */
export interface Register {
  /** The table was submitted for the year and has the columns that the condition reads. */
  readonly counts: boolean;
  readonly tallied: Tallied;
  /** Its units, of which a table without those columns says nothing more. */
  readonly units: number;
}

export const NOTHING: Counts = { met: null, of: null, unknown: null, missing: 0, source: null };

const fromSummary = ({ met, of }: Summary): Counts => {
  if (of === undefined) {
    return { ...NOTHING, met: met ?? null, source: met === undefined ? null : 'summary' };
  }
  return { met: met ?? 0, of, unknown: met === undefined ? of : 0, missing: 0, source: 'summary' };
};

/** Units that are known of elsewhere are units of which nothing is known here. */
const withUnits = (counts: Counts, units: number): Counts => {
  const missing = counts.of === null ? 0 : Math.max(0, units - counts.of);
  if (missing === 0) return counts;
  return { ...counts, of: counts.of! + missing, unknown: counts.unknown! + missing, missing };
};

/**
 * The register counts if it can and has units of the subject; those that it has less than the declared total are
 * unknown, and where the total cannot be read nobody knows how many those are. Else the summary; units on a register that cannot count beyond its total are unknown too. Else nothing was
 * submitted, whatever came of other subjects: only a declared total of 0 is 0 of 0.
 */
export const chooseCounts = ({ counts, tallied, units }: Register, summary: Summary): Counts => {
  if (counts && tallied.of > 0) {
    const { met, of, unknown } = tallied;
    if (summary.isTotalUnreadable) return { ...NOTHING, met, source: 'summary' };
    return withUnits({ met, of, unknown, missing: 0, source: 'register' }, summary.of ?? 0);
  }
  return withUnits(fromSummary(summary), units);
};

/** The counts of a summary that contradict the register; unknown units leave room on both sides. */
export const contradictedCounts = ({ met, of, unknown }: Tallied, summary: Summary): readonly ('met' | 'of')[] => [
  ...(summary.of !== undefined && summary.of !== of ? (['of'] as const) : []),
  ...(summary.met !== undefined && (summary.met < met || summary.met > met + unknown) ? (['met'] as const) : []),
];

/** The counts of several subjects together: unknown as soon as one's are. */
export const poolCounts = (parts: readonly Counts[]): Counts => {
  const pooled = { met: 0, of: 0, unknown: 0, missing: 0 };
  const sources = new Set<Counts['source']>();
  for (const part of parts) {
    if (part.met === null || part.of === null || part.unknown === null) return NOTHING;
    pooled.met += part.met;
    pooled.of += part.of;
    pooled.unknown += part.unknown;
    pooled.missing += part.missing;
    sources.add(part.source);
  }
  const [source = null] = sources;
  return { ...pooled, source: sources.size > 1 ? 'mixed' : source };
};
