import type { Counts } from '../model/assessment.ts';
import type { Tallied } from './tally.ts';

/** Counts as a summary gives them; blank cells absent. */
export interface Summary {
  readonly met: number | undefined;
  readonly of: number | undefined;
}

/** What the register says of one indicator and street. */
export interface Register {
  /** The table was submitted for the year and has the columns that the condition reads. */
  readonly counts: boolean;
  readonly tallied: Tallied;
}

export const NOTHING: Counts = { met: null, of: null, unknown: null, source: null };

export const fromSummary = ({ met, of }: Summary): Counts => {
  if (of === undefined)
    return { met: met ?? null, of: null, unknown: null, source: met === undefined ? null : 'summary' };
  return met === undefined
    ? { met: 0, of, unknown: of, source: 'summary' }
    : { met, of, unknown: 0, source: 'summary' };
};

/**
 * The register counts if it can and has units of the street, or if there is no summary count to take instead (then
 * the street has none); else the summary; else nothing was submitted.
 */
export const chooseCounts = ({ counts, tallied }: Register, summary: Summary): Counts => {
  const hasSummary = summary.met !== undefined || summary.of !== undefined;
  if (counts && (tallied.of > 0 || !hasSummary)) {
    const { met, of, unknown } = tallied;
    return { met, of, unknown, source: 'register' };
  }
  return hasSummary ? fromSummary(summary) : NOTHING;
};

/** The counts of a summary that contradict the register; unknown units leave room on both sides. */
export const contradictedCounts = ({ met, of, unknown }: Tallied, summary: Summary): readonly (keyof Summary)[] => [
  ...(summary.of !== undefined && summary.of !== of ? (['of'] as const) : []),
  ...(summary.met !== undefined && (summary.met < met || summary.met > met + unknown) ? (['met'] as const) : []),
];

/** The counts of a district: unknown as soon as one street's are. */
export const poolCounts = (parts: readonly Counts[]): Counts => {
  let [met, of, unknown] = [0, 0, 0];
  const sources = new Set<Counts['source']>();
  for (const part of parts) {
    if (part.met === null || part.of === null || part.unknown === null) return NOTHING;
    met += part.met;
    of += part.of;
    unknown += part.unknown;
    sources.add(part.source);
  }
  const [source = null] = sources;
  return { met, of, unknown, source: sources.size > 1 ? 'mixed' : source };
};
