import type { Counts, Result, Witnesses } from '../model/assessment.ts';
import type { Condition, Outcome, RecordValues, Value } from '../model/ruleset.ts';
import type { Records } from '../register/read-records.ts';
import type { Street } from '../register/street.ts';
import { poolCounts } from './choose-counts.ts';
import type { District } from './districts.ts';
import type { Evidence } from './evidence.ts';
import type { Facts } from './judge-subject.ts';
import { decisionOf } from './weigh.ts';

/**
 * A district as a subject: its streets' units pooled, its streets themselves as units of the indicators over streets
 * (`verdicts` by index of the street; those that are not applicable are not in it); it has no vetoes.
 */
export const districtFacts = (
  { code, name, streets }: District,
  verdicts: readonly Result[],
  records: Records,
  evidence: Evidence,
): Facts => {
  const judged = streets.filter(({ index }) => verdicts[index] !== 'not-applicable');

  /** What a condition reads of a street. A verdict that is unknown is a missing one. */
  const recordOf = ({ index, values }: Street, { fields }: Condition): RecordValues => {
    const verdict = verdicts[index];
    const record: Record<string, Value> = {};
    for (const field of fields) {
      const value = field === 'verdict' ? verdict : values[field];
      if (value !== undefined && (field !== 'verdict' || value !== 'unknown')) record[field] = value;
    }
    return record;
  };

  const streetsThatAre = (outcome: Outcome, condition: Condition): readonly Street[] =>
    judged.filter((street) => condition.outcome(recordOf(street, condition)) === outcome);

  const countStreets = (condition: Condition): Counts => {
    const count = (outcome: Outcome) => streetsThatAre(outcome, condition).length;
    return { met: count('yes'), of: judged.length, unknown: count('unknown'), missing: 0, source: 'register' };
  };

  const streetWitnesses = (condition: Condition): Witnesses => {
    const list = (outcome: Outcome) => {
      const all = streetsThatAre(outcome, condition);
      const listed = all.slice(0, evidence.limit === 0 ? all.length : evidence.limit);
      const witnesses = listed.map((street) =>
        evidence.ownCells(street, decisionOf(condition, recordOf(street, condition))),
      );
      return { witnesses, omitted: all.length - listed.length };
    };
    const [failing, unknown] = [list('no'), list('unknown')];
    return {
      failing: failing.witnesses,
      unknown: unknown.witnesses,
      omitted: { failing: failing.omitted, unknown: unknown.omitted },
    };
  };

  return {
    scope: 'district',
    code,
    name,
    year: records.year!,
    counts: (rule) => {
      const condition = evidence.overStreets(rule);
      if (condition !== undefined) return { counts: countStreets(condition) };
      const counts = poolCounts(streets.map((street) => evidence.counts(rule, street).counts));
      return { counts, whyMissing: 'share.street-not-submitted' };
    },
    veto: () => ({ value: null, whyMissing: 'veto.not-submitted' }),
    witnesses: ({ id }) => {
      const condition = evidence.overStreets(id);
      return condition === undefined ? evidence.witnesses(id, streets) : streetWitnesses(condition);
    },
  };
};
