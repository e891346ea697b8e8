import type { Counts, Result, Witnesses } from '../model/assessment.ts';
import { NO_WITNESSES } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Condition, Outcome, RecordValues } from '../model/ruleset.ts';
import { holderNames, type Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import { poolCounts } from './choose-counts.ts';
import { decisionOf, type Evidence } from './evidence.ts';
import type { Facts } from './judge-subject.ts';
import type { OuterGroup } from './outer-groups.ts';
import { witnessesOf } from './unit-witnesses.ts';

/** A subject, judged on its own units and its own special assessments. */
export const subjectFacts = (subject: Subject, register: Register, evidence: Evidence): Facts => {
  const level = judgedLevel(register.ruleset);
  return {
    scope: level.id,
    code: subject.code,
    name: subject.name,
    year: register.year!,
    counts: (rule) => evidence.counts(rule, subject),
    veto: (field) => {
      const hasColumn = register.hasColumns(level.table!, [field]);
      return {
        value: subject.values[field] ?? null,
        whyMissing: !subject.fromTable ? 'veto.not-submitted' : hasColumn ? 'veto.blank' : 'veto.column-absent',
      };
    },
    witnesses: (rule) => {
      if (rule.kind === 'share') return evidence.witnesses(rule.id, [subject]);
      const value = subject.values[rule.field];
      if (evidence.limit === null || value === rule.passes) return NO_WITNESSES;
      const own = [evidence.ownCell(subject, rule.field)];
      return value === undefined ? { ...NO_WITNESSES, unknown: own } : { ...NO_WITNESSES, failing: own };
    },
  };
};

/**
 * What lies around subjects: their units pooled, the subjects themselves as units of the indicators over them (those
 * that are not applicable are not in it); it has no vetoes.
 */
export const groupFacts = (
  { level, code, name, subjects }: OuterGroup,
  verdicts: ReadonlyMap<Subject, Result>,
  register: Register,
  evidence: Evidence,
): Facts => {
  const judged = subjects.filter((subject) => verdicts.get(subject) !== 'not-applicable');

  /** What a condition reads of a subject. A verdict that is unknown is a missing one. */
  const recordOf = (subject: Subject): RecordValues => {
    const { verdict: _, ...values } = subject.values;
    const verdict = verdicts.get(subject)!;
    return verdict === 'unknown' ? values : { ...values, verdict };
  };

  const subjectsThatAre = (outcome: Outcome, condition: Condition): readonly Subject[] =>
    judged.filter((subject) => condition.outcome(recordOf(subject)) === outcome);

  const countSubjects = (condition: Condition): Counts => {
    const count = (outcome: Outcome) => subjectsThatAre(outcome, condition).length;
    return { met: count('yes'), of: judged.length, unknown: count('unknown'), missing: 0, source: 'register' };
  };

  const subjectWitnesses = (condition: Condition, limit: number): Witnesses => {
    const list = (outcome: Outcome) => {
      const all = subjectsThatAre(outcome, condition);
      const listed = all.slice(0, limit);
      const witnesses = listed.map((subject) => {
        const { field, fields } = decisionOf(condition, recordOf(subject));
        return evidence.ownCell(subject, field, fields);
      });
      return {
        listed: witnesses,
        omitted: all.length - listed.length,
        around: (at: number) => holderNames(listed[at]!.outer),
      };
    };
    return witnessesOf(list('no'), list('unknown'));
  };

  return {
    scope: level.id,
    code,
    name,
    year: register.year!,
    counts: (rule) => {
      const condition = evidence.overSubjects(rule);
      if (condition !== undefined) return { counts: countSubjects(condition) };
      const counts = poolCounts(subjects.map((subject) => evidence.counts(rule, subject).counts));
      return { counts, whyMissing: 'share.subject-not-submitted' };
    },
    veto: () => ({ value: null, whyMissing: 'veto.not-submitted' }),
    witnesses: ({ id }) => {
      const condition = evidence.overSubjects(id);
      if (condition === undefined) return evidence.witnesses(id, subjects);
      return evidence.limit === null ? NO_WITNESSES : subjectWitnesses(condition, evidence.limit);
    },
  };
};
