import type { Counts, ShareReasonCode } from '../model/assessment.ts';
import type { Indicator, Ruleset } from '../model/ruleset.ts';
import type { Records } from '../register/read-records.ts';
import type { Street } from '../register/street.ts';
import { chooseCounts, type Summary } from './choose-counts.ts';
import type { Tallies } from './tallies.ts';
import type { Tallied, Tally } from './tally.ts';

/** An indicator with all that is known of it for every street. Those over streets come after the streets are judged. */
export interface CountedIndicator {
  readonly indicator: Indicator;
  readonly tally: Tally;
  registered(street: Street): Tallied;
  summarised(street: Street): Summary;
  /** From the register or the summary. */
  counts(street: Street): Counts;
  /** Why there are no counts where there are none. */
  readonly whyMissing: ShareReasonCode;
  /** The units of a street that are known of, counted or not. */
  units(street: Street): number;
}

const asCount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

export const countedIndicators = (ruleset: Ruleset, records: Records, tallies: Tallies): CountedIndicator[] =>
  ruleset.indicators.flatMap((indicator): CountedIndicator[] => {
    const tally = tallies.of(indicator.id);
    if (tally === undefined) return [];
    const { of, condition, counted } = indicator;
    const submitted = records.submitted.has(of);
    const hasColumns = records.hasColumns(of, condition.fields);
    const registered = (street: Street) => tally.counts(street.index);
    const units = ({ index }: Street) => tallies.known(of, index);
    const summarised = ({ values, unreadable }: Street): Summary => ({
      met: counted && asCount(values[counted.met]),
      of: counted && asCount(values[counted.of]),
      isTotalUnreadable: counted !== undefined && unreadable.includes(counted.of),
    });
    return [
      {
        indicator,
        tally,
        registered,
        summarised,
        units,
        counts: (street) => {
          const register = { counts: submitted && hasColumns, tallied: registered(street), units: units(street) };
          return chooseCounts(register, summarised(street));
        },
        whyMissing: !submitted ? 'share.not-submitted' : hasColumns ? 'share.no-units' : 'share.column-absent',
      },
    ];
  });
