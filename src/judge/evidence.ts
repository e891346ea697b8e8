import { type Counts, NO_WITNESSES, type ShareReasonCode, type Witness, type Witnesses } from '../model/assessment.ts';
import type { Condition, Decision, Ruleset } from '../model/ruleset.ts';
import type { Street } from '../register/street.ts';
import type { WitnessFinder } from '../register/witnesses.ts';
import { NOTHING } from './choose-counts.ts';
import type { CountedIndicator } from './street-counts.ts';
import { unitWitnesses } from './unit-witnesses.ts';

/** What the records say about the streets of one district: counts, and the cells behind them. */
export interface Evidence {
  /** Bound of each list of witnesses; 0 = all. */
  readonly limit: number;
  /** The condition of an indicator over streets, which are counted after they are judged. */
  overStreets(rule: string): Condition | undefined;
  counts(rule: string, street: Street): { readonly counts: Counts; readonly whyMissing: ShareReasonCode };
  witnesses(rule: string, streets: readonly Street[]): Witnesses;
  /** The street's own cell of `field`; without a row in a streets table there is none. */
  ownCell(street: Street, field: string): Witness;
  /** The same of all cells that decided something. */
  ownCells(street: Street, decision: Decision): Witness;
}

export const unplaced = ({ code, name }: Street, field: string): Witness => ({
  code,
  name,
  place: null,
  field,
  heading: null,
  text: null,
});

/** A district lists again the first witnesses that its streets have just listed: so many of each indicator are kept. */
const KEPT = 64;

const remembering = (find: WitnessFinder): WitnessFinder => {
  const kept = new Map<number, Witness>();
  return (row, deciding) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const found = find(row, deciding);
    if (kept.size < KEPT) kept.set(row, found);
    return found;
  };
};

export const evidenceOf = (
  indicators: readonly CountedIndicator[],
  find: WitnessFinder,
  ruleset: Ruleset,
  limit: number,
): Evidence => {
  const counted = new Map(
    indicators.map((indicator) => [indicator.indicator.id, { indicator, find: remembering(find) }] as const),
  );
  const overStreets = new Map(
    ruleset.indicators.flatMap(({ of, id, condition }) => (of === 'streets' ? [[id, condition] as const] : [])),
  );
  const ownCell = (street: Street, field: string) =>
    street.fromTable ? find(street.row, field) : unplaced(street, field);
  const ownCells = (street: Street, { field, fields }: Decision) =>
    fields.length > 1 && street.fromTable
      ? find(street.row, { fields: [], decide: () => ({ field, fields }) })
      : ownCell(street, field);
  return {
    limit,
    overStreets: (rule) => overStreets.get(rule),
    counts: (rule, street) => {
      const indicator = counted.get(rule)?.indicator;
      return indicator === undefined
        ? { counts: NOTHING, whyMissing: 'share.not-submitted' }
        : { counts: indicator.counts(street), whyMissing: indicator.whyMissing };
    },
    witnesses: (rule, streets) => {
      const known = counted.get(rule);
      return known === undefined
        ? NO_WITNESSES
        : unitWitnesses(known.indicator, streets, { limit, find: known.find, ownCell });
    },
    ownCell,
    ownCells,
  };
};
