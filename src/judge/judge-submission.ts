import type { AssessOptions, NearSubjects, Result, Subject } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { SubjectState, UnitState } from '../model/plan.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { RecordValues } from '../model/ruleset.ts';
import { tellUncodedApart } from '../model/tell-apart.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import { holderNames, type Register } from '../register/register.ts';
import type { Subject as RegisterSubject } from '../register/subjects.ts';
import { recordFinder } from '../register/witnesses.ts';
import { evidenceOf } from './evidence.ts';
import { groupFacts, subjectFacts } from './facts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import { subjectJudge } from './judge-subject.ts';
import type { Shown } from './outer-groups.ts';

interface Judged {
  /** The deciding subjects by verdict. */
  readonly totals: Readonly<Record<Result, number>>;
  /** Subjects asked for that there are not. */
  readonly unmatched: readonly string[];
  near(): NearSubjects;
  readonly subjects: readonly Subject[];
}

/**
 * Judges every subject of the year, and what lies around them. Those asked for limit which are shown and decide; what
 * lies around a shown one is shown, and stays whole.
 */
export const judgeSubmission = (
  indicators: readonly CountedIndicator[],
  register: Register,
  order: readonly Shown[],
  options: AssessOptions,
  hasEvidence: boolean,
): Judged => {
  const { ruleset } = register;
  const judge = subjectJudge(ruleset);
  const limit = hasEvidence ? options.witnesses || Number.POSITIVE_INFINITY : null;
  const newEvidence = () => evidenceOf(indicators, register, limit);
  const { isShown, unmatched, near } = askedSubjects(options.subjects, register.subjects, ruleset);
  const bare = evidenceOf(indicators, register, null);

  const totals: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  const verdicts = new Map<RegisterSubject, Result>();
  const subjects: Subject[] = [];
  let evidence = newEvidence();
  for (const each of order) {
    if ('subject' in each) {
      const { subject } = each;
      const shown = isShown(subject);
      const judged = judge(subjectFacts(subject, register, shown ? evidence : bare));
      verdicts.set(subject, judged.verdict);
      if (!shown) continue;
      totals[judged.verdict]++;
      subjects.push(judged);
    } else if (each.group.subjects.some(isShown)) {
      subjects.push(judge(groupFacts(each.group, verdicts, register, evidence)));
      evidence = newEvidence();
    }
  }
  return { totals, unmatched, near, subjects };
};

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
  const bare = evidenceOf(indicators, register, null);
  const { isShown } = askedSubjects(options.subjects, subjects, ruleset);
  const known = new Map<string, RecordValues>();
  // Units by the hundred thousand: none keeps its cells, and those of which the same is known share it.
  const toUnit = (unit: number, fields: readonly string[]): UnitState => {
    const row = register.row(unit);
    const { code, name, values } = find(row);
    const found = values(fields);
    const same = getOrInsert(known, JSON.stringify(found), () => found);
    return { code, name, values: same, cell: (field) => find(row).cell(field) };
  };
  const stateOf = (subject: RegisterSubject): SubjectState => ({
    index: subject.index,
    subject: judge(subjectFacts(subject, register, bare)),
    value: (field) => subject.values[field],
    cell: (field) => bare.ownCell(subject, field),
    hasColumns: (table, fields) => (table !== own || subject.fromTable) && register.hasColumns(table, fields),
    lacking: (rules) => {
      const asked = indicators.filter(({ indicator }) => rules.includes(indicator.id));
      const found = asked.flatMap(({ which }) => [...which(subject, 'no'), ...which(subject, 'unknown')]);
      const units = [...new Set(found)].sort((a, b) => a - b);
      // All that the conditions over these units look at, those of other rules too.
      const read = indicators.filter(({ level }) => asked.some((other) => other.level === level));
      const fields = [...new Set(read.flatMap(({ indicator }) => indicator.condition.fields))];
      const states = units.map((unit) => toUnit(unit, fields));
      const around = (_: UnitState, at: number) => holderNames(register.holders(units[at]!, asked[0]!.level));
      return tellUncodedApart(states, around).map((told) => {
        const { within, cell } = told;
        return within === undefined ? told : { ...told, cell: (field) => ({ ...cell(field), within }) };
      });
    },
  });
  return order.flatMap((each) => ('subject' in each && isShown(each.subject) ? [stateOf(each.subject)] : []));
};
