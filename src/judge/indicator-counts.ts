import type { Counts, ShareReasonCode } from '../model/assessment.ts';
import { levelOfTable } from '../model/levels.ts';
import type { Indicator, Level, Outcome } from '../model/ruleset.ts';
import type { Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import { chooseCounts, type Summary, type Tallied } from './choose-counts.ts';

/** An indicator over the units within subjects, with all that is known of it for every subject. */
export interface CountedIndicator {
  readonly indicator: Indicator;
  readonly level: Level;
  registered(subject: Subject): Tallied;
  summarised(subject: Subject): Summary;
  /** From the register or the summary. */
  counts(subject: Subject): Counts;
  /** Why there are no counts where there are none. */
  readonly whyMissing: ShareReasonCode;
  /** The units of a subject that are known of, counted or not. */
  units(subject: Subject): number;
  /** Its units of which the condition says so, in the order of the input. */
  which(subject: Subject, outcome: 'no' | 'unknown'): number[];
}

/** Counts every unit once. */
const tally = (register: Register, level: Level, nth: number): Record<Outcome, Uint32Array> => {
  const size = register.subjects.length;
  const counts = { yes: new Uint32Array(size), no: new Uint32Array(size), unknown: new Uint32Array(size) };
  for (const { index } of register.subjects) {
    for (const unit of register.unitsOf(level.id, index)) counts[register.outcome(unit, nth)][index]!++;
  }
  return counts;
};

const countedIndicator = (register: Register, indicator: Indicator): CountedIndicator => {
  const { ruleset } = register;
  const { of, condition, counted } = indicator;
  const level = levelOfTable(ruleset, of);
  const nth = ruleset.indicators.filter((each) => each.of === of).indexOf(indicator);
  const submitted = register.submitted.has(of);
  const hasColumns = register.hasColumns(of, condition.fields);
  const { yes, no, unknown } = tally(register, level, nth);
  const registered = ({ index }: Subject): Tallied => ({
    met: yes[index]!,
    of: yes[index]! + no[index]! + unknown[index]!,
    unknown: unknown[index]!,
  });
  const units = ({ index }: Subject) => register.known(level.id, index);
  const summarised = ({ values, unreadable }: Subject): Summary => {
    if (counted === undefined) return { met: undefined, of: undefined };
    const countOf = (field: string) => values[field] as number | undefined;
    return {
      met: countOf(counted.met),
      of: countOf(counted.of),
      isTotalUnreadable: unreadable.includes(counted.of),
    };
  };
  /** Of the subject asked about last: what looks at one asks again and again. */
  let last: { readonly subject: Subject; readonly counts: Counts } | undefined;
  const countsOf = (subject: Subject): Counts => {
    if (last?.subject !== subject) {
      const own = { counts: submitted && hasColumns, tallied: registered(subject), units: units(subject) };
      last = { subject, counts: chooseCounts(own, summarised(subject)) };
    }
    return last.counts;
  };
  return {
    indicator,
    level,
    registered,
    summarised,
    units,
    counts: countsOf,
    whyMissing: !submitted ? 'share.not-submitted' : hasColumns ? 'share.no-units' : 'share.column-absent',
    which: ({ index }, outcome) => {
      const found: number[] = [];
      if ((outcome === 'no' ? no : unknown)[index] === 0) return found;
      for (const unit of register.unitsOf(level.id, index)) {
        if (register.outcome(unit, nth) === outcome) found.push(unit);
      }
      return found;
    },
  };
};

/** The indicators over units within subjects. Those over subjects are counted after these are judged. */
export const countedIndicators = (register: Register): CountedIndicator[] =>
  register.ruleset.indicators
    .filter(({ of }) => !levelOfTable(register.ruleset, of).judged)
    .map((indicator) => countedIndicator(register, indicator));
