import type { Counts, ShareReasonCode } from '../model/assessment.ts';
import type { Indicator, Ruleset } from '../model/ruleset.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { chooseCounts, type Summary } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import type { Tallied } from '../tally/tally.ts';

const asCount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

export const summaryOf = ({ counted }: Indicator, { values }: Street): Summary => ({
  met: counted && asCount(values[counted.met]),
  of: counted && asCount(values[counted.of]),
});

const NO_UNITS: Tallied = { met: 0, of: 0, unknown: 0 };

/** The counts of an indicator for a street, from its register or its summary; `whyMissing` where there are none. */
export const streetCounts = (
  indicator: Indicator,
  street: Street,
  records: Records,
  tallies: Tallies,
): { readonly counts: Counts; readonly whyMissing: ShareReasonCode } => {
  const submitted = records.submitted.has(indicator.of);
  const hasColumns = records.hasColumns(indicator.of, indicator.condition.fields);
  const tallied = tallies.of(indicator.id)?.counts(street.index) ?? NO_UNITS;
  const counts = chooseCounts({ counts: submitted && hasColumns, tallied }, summaryOf(indicator, street));
  return { counts, whyMissing: submitted && !hasColumns ? 'share.column-absent' : 'share.not-submitted' };
};

/** Indicators that are counted from records; those over streets come after the streets are judged. */
export const countedIndicators = ({ indicators }: Ruleset): readonly Indicator[] =>
  indicators.filter(({ of }) => of !== 'streets');
