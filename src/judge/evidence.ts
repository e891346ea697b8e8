import { type Counts, NO_WITNESSES, type ShareReasonCode, type Witness, type Witnesses } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Condition, Decision, RecordValues } from '../model/ruleset.ts';
import type { Named } from '../register/named.ts';
import { holderNames, type Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import { type FoundRecord, recordFinder } from '../register/witnesses.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { unitWitnesses } from './unit-witnesses.ts';

/** What the records say about subjects that are shown together: counts, and the cells behind them. */
export interface Evidence {
  /** Bound of each list of witnesses; null where none are looked up. */
  readonly limit: number | null;
  /** The condition of an indicator over subjects, which are counted after they are judged. */
  overSubjects(rule: string): Condition | undefined;
  counts(rule: string, subject: Subject): { readonly counts: Counts; readonly whyMissing: ShareReasonCode };
  witnesses(rule: string, subjects: readonly Subject[]): Witnesses;
  /** The subject's own cell of `field`, with all that decided; without a row in a table of subjects there is none. */
  ownCell(subject: Subject, field: string, fields?: readonly string[]): Witness;
}

const unplaced = ({ code, name }: Named, field: string): Witness => ({
  code,
  name,
  place: null,
  field,
  heading: null,
  text: null,
});

/** What decided a condition, shown at the first of its fields; of an open one at the first that is missing. */
export const decisionOf = ({ fields, outcome, decidedBy }: Condition, record: RecordValues): Decision => {
  const decided = decidedBy(record);
  const first = outcome(record) === 'unknown' ? decided.find((field) => record[field] === undefined) : decided[0];
  return { field: first ?? fields[0]!, fields: decided };
};

/** What lies around subjects lists again the first witnesses that these have just listed: so many of each indicator are kept. */
const KEPT = 64;

/** Shows the record of a unit by the cells at which a condition was decided. */
const decidedAt = (condition: Condition, find: (unit: number) => FoundRecord): ((unit: number) => Witness) => {
  const { fields } = condition;
  const kept = new Map<number, Witness>();
  return (unit) => {
    const known = kept.get(unit);
    if (known !== undefined) return known;
    const record = find(unit);
    const witness =
      fields.length === 1 ? record.cell(fields[0]!) : record.cells(decisionOf(condition, record.values(fields)));
    if (kept.size < KEPT) kept.set(unit, witness);
    return witness;
  };
};

export const evidenceOf = (
  indicators: readonly CountedIndicator[],
  register: Register,
  limit: number | null,
): Evidence => {
  const { ruleset, index } = register;
  const find = recordFinder(index, ruleset);
  const byRule = new Map(
    indicators.map((counted) => {
      const { id, condition } = counted.indicator;
      return [id, { counted, find: decidedAt(condition, (unit) => find(register.row(unit))) }] as const;
    }),
  );
  const judged = judgedLevel(ruleset).table;
  const overSubjects = new Map(
    ruleset.indicators.flatMap(({ of, id, condition }) => (of === judged ? [[id, condition] as const] : [])),
  );
  const ownCell = (subject: Subject, field: string, fields = [field]) =>
    subject.fromTable ? find(subject.row).cells({ field, fields }) : unplaced(subject, field);
  return {
    limit,
    overSubjects: (rule) => overSubjects.get(rule),
    counts: (rule, subject) => {
      const { counts, whyMissing } = byRule.get(rule)!.counted;
      return { counts: counts(subject), whyMissing };
    },
    witnesses: (rule, subjects) => {
      if (limit === null) return NO_WITNESSES;
      const { counted, find: look } = byRule.get(rule)!;
      const around = (unit: number) => holderNames(register.holders(unit, counted.level));
      return unitWitnesses(counted, subjects, { limit, find: look, around, ownCell });
    },
    ownCell,
  };
};
