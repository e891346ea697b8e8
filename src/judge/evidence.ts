import { type Counts, NO_WITNESSES, type ShareReasonCode, type Witness, type Witnesses } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Condition, Decision, Ruleset } from '../model/ruleset.ts';
import type { Named } from '../register/named.ts';
import type { Subject } from '../register/subjects.ts';
import type { WitnessFinder } from '../register/witnesses.ts';
import { NOTHING } from './choose-counts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { unitWitnesses } from './unit-witnesses.ts';

/** What the records say about subjects that are shown together: counts, and the cells behind them. */
export interface Evidence {
  /** Bound of each list of witnesses; 0 = all. */
  readonly limit: number;
  /** Whether witnesses are looked up at all. */
  readonly isListed: boolean;
  /** The condition of an indicator over subjects, which are counted after they are judged. */
  overSubjects(rule: string): Condition | undefined;
  counts(rule: string, subject: Subject): { readonly counts: Counts; readonly whyMissing: ShareReasonCode };
  witnesses(rule: string, subjects: readonly Subject[]): Witnesses;
  /** The subject's own cell of `field`; without a row in a table of subjects there is none. */
  ownCell(subject: Subject, field: string): Witness;
  /** The same of all cells that decided something. */
  ownCells(subject: Subject, decision: Decision): Witness;
}

export const unplaced = ({ code, name }: Named, field: string): Witness => ({
  code,
  name,
  place: null,
  field,
  heading: null,
  text: null,
});

/** What lies around subjects lists again the first witnesses that these have just listed: so many of each indicator are kept. */
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
  const judged = judgedLevel(ruleset).table;
  const overSubjects = new Map(
    ruleset.indicators.flatMap(({ of, id, condition }) => (of === judged ? [[id, condition] as const] : [])),
  );
  const ownCell = (subject: Subject, field: string) =>
    subject.fromTable ? find(subject.row, field) : unplaced(subject, field);
  const ownCells = (subject: Subject, { field, fields }: Decision) =>
    fields.length > 1 && subject.fromTable
      ? find(subject.row, { fields: [], decide: () => ({ field, fields }) })
      : ownCell(subject, field);
  return {
    limit,
    isListed: true,
    overSubjects: (rule) => overSubjects.get(rule),
    counts: (rule, subject) => {
      const indicator = counted.get(rule)?.indicator;
      return indicator === undefined
        ? { counts: NOTHING, whyMissing: 'share.not-submitted' }
        : { counts: indicator.counts(subject), whyMissing: indicator.whyMissing };
    },
    witnesses: (rule, subjects) => {
      const known = counted.get(rule);
      return known === undefined
        ? NO_WITNESSES
        : unitWitnesses(known.indicator, subjects, { limit, find: known.find, ownCell });
    },
    ownCell,
    ownCells,
  };
};

/** The counts alone. */
export const noEvidence = (indicators: readonly CountedIndicator[], ruleset: Ruleset): Evidence => ({
  ...evidenceOf(indicators, (row) => unlisted(row), ruleset, 0),
  isListed: false,
  witnesses: () => NO_WITNESSES,
});

const unlisted = (row: number): never => {
  throw new Error(`the record of row ${row} is not looked up`);
};
