import type { AssessOptions } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { SubjectState, UnitState } from '../model/plan.ts';
import type { RecordValues } from '../model/ruleset.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import type { Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import { recordFinder } from '../register/witnesses.ts';
import { evidenceOf } from './evidence.ts';
import { subjectFacts } from './facts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { subjectJudge } from './judge-subject.ts';
import type { Shown } from './outer-groups.ts';

/** The subjects asked for with the records that a plan looks at, each looked up in its input when it is asked for. */
export const subjectStates = (
  indicators: readonly CountedIndicator[],
  register: Register,
  order: readonly Shown[],
  options: AssessOptions,
): readonly SubjectState[] => {
  const { ruleset, index, subjects } = register;
  const find = recordFinder(index, ruleset);
  const own = judgedLevel(ruleset).table;
  const judge = subjectJudge(ruleset);
  const bare = evidenceOf(indicators, find, ruleset, null);
  const { isShown } = askedSubjects(options.subjects, subjects, ruleset);
  const known = new Map<string, RecordValues>();
  // Units by the hundred thousand: none keeps its cells, and those of which the same is known share it.
  const toUnit = (row: number, fields: readonly string[]): UnitState => {
    const { code, name, values } = find(row);
    const found = values(fields);
    const key = JSON.stringify(fields.map((field) => found[field] ?? null));
    const same = known.get(key) ?? found;
    known.set(key, same);
    return { code, name, values: same, cell: (field) => find(row).cell(field) };
  };
  /** What the conditions look at in the units that these rules count. */
  const fieldsOf = (rules: readonly string[]): readonly string[] => {
    const tables = indicators
      .filter(({ indicator }) => rules.includes(indicator.id))
      .map(({ indicator }) => indicator.of);
    const read = indicators.filter(({ indicator }) => tables.includes(indicator.of));
    return [...new Set(read.flatMap(({ indicator }) => indicator.condition.fields))];
  };
  const stateOf = (subject: Subject): SubjectState => ({
    subject: judge(subjectFacts(subject, register, bare)),
    value: (field) => subject.values[field],
    cell: (field) => bare.ownCell(subject, field),
    hasColumns: (table, fields) => (table !== own || subject.fromTable) && register.hasColumns(table, fields),
    lacking: (rules) => {
      const rows = indicators
        .filter(({ indicator }) => rules.includes(indicator.id))
        .flatMap((indicator) => [...indicator.rows(subject, 'no'), ...indicator.rows(subject, 'unknown')]);
      const fields = fieldsOf(rules);
      return [...new Set(rows)].sort((a, b) => a - b).map((row) => toUnit(row, fields));
    },
  });
  return order.flatMap((each) => ('subject' in each && isShown(each.subject) ? [stateOf(each.subject)] : []));
};
