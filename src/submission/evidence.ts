import { type Counts, NO_WITNESSES, type ShareReasonCode, type Witness, type Witnesses } from '../model/assessment.ts';
import type { Condition, Ruleset } from '../model/ruleset.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { witnessFinder } from '../records/witnesses.ts';
import { NOTHING } from '../tally/choose-counts.ts';
import type { CountedIndicator } from './street-counts.ts';
import { unitWitnesses } from './unit-witnesses.ts';

/** What the records say about any street: counts, and the cells behind them. */
export interface Evidence {
  /** Bound of each list of witnesses; 0 = all. */
  readonly limit: number;
  /** The condition of an indicator over streets, which are counted after they are judged. */
  overStreets(rule: string): Condition | undefined;
  counts(rule: string, street: Street): { readonly counts: Counts; readonly whyMissing: ShareReasonCode };
  witnesses(rule: string, streets: readonly Street[]): Witnesses;
  /** The street's own cell of `field`; without a row in a streets table there is none. */
  ownCell(street: Street, field: string): Witness;
}

const unplaced = ({ code, name }: Street, field: string): Witness => ({
  code,
  name,
  place: null,
  field,
  heading: null,
  text: null,
});

export const evidenceOf = (
  indicators: readonly CountedIndicator[],
  records: Records,
  ruleset: Ruleset,
  limit: number,
): Evidence => {
  const find = witnessFinder(records.index, ruleset);
  const counted = new Map(indicators.map((indicator) => [indicator.indicator.id, indicator] as const));
  const overStreets = new Map(
    ruleset.indicators.flatMap(({ of, id, condition }) => (of === 'streets' ? [[id, condition] as const] : [])),
  );
  const ownCell = (street: Street, field: string) =>
    street.fromTable ? find(street.row, field) : unplaced(street, field);
  return {
    limit,
    overStreets: (rule) => overStreets.get(rule),
    counts: (rule, street) => {
      const indicator = counted.get(rule);
      return indicator === undefined
        ? { counts: NOTHING, whyMissing: 'share.not-submitted' }
        : { counts: indicator.counts(street), whyMissing: indicator.whyMissing };
    },
    witnesses: (rule, streets) => {
      const indicator = counted.get(rule);
      return indicator === undefined ? NO_WITNESSES : unitWitnesses(indicator, streets, { limit, find, ownCell });
    },
    ownCell,
  };
};
