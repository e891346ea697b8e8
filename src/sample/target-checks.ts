import { type AssessRequest, assess, type OpenSubmission, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { innerLevels, judgedLevel, tableOf } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Indicator, TableName } from '../model/ruleset.ts';
import type { Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';
import { loadRuleset } from '../ruleset/load-ruleset.ts';
import { comparedCases } from './compared-cases.ts';
import { checkedIndicators } from './draw-sample.ts';
import { compareFragile, doubts } from './rank-targets.ts';
import { type TakenUnit, takenUnits } from './register-units.ts';
import type { Target, Targeted, TargetReason } from './sample.ts';
import { carriedRules, changesToTurn, turnsOf } from './target-subjects.ts';

interface Taken {
  readonly table: TableName;
  readonly indicators: readonly Indicator[];
  readonly units: readonly TakenUnit[];
}

const lineOf = ({ path, line }: Place): string => `${line} ${path}`;

/** The warnings by the row they are about: what the tool itself finds implausible. */
const warningsByLine = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> => {
  const byLine = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'warning' || diagnostic.place === null) continue;
    const line = lineOf(diagnostic.place);
    byLine.set(line, [...(byLine.get(line) ?? []), diagnostic]);
  }
  return byLine;
};

const targetsOf = (submission: OpenSubmission, register: Register, tables: readonly Taken[]): Targeted['targets'] => {
  const warnings = warningsByLine(submission.diagnostics);
  const judged = tableOf(judgedLevel(register.ruleset));
  const find = recordFinder(register.index, register.ruleset);
  const warningsAt = (place: Place | null): TargetReason[] =>
    (place === null ? [] : (warnings.get(lineOf(place)) ?? [])).map((diagnostic) => ({
      kind: 'diagnostic',
      code: diagnostic.code,
      diagnostic,
    }));

  const subjects = () =>
    statesOf(submission)
      .map(({ subject, cell }) => {
        const { code, name, verdict } = subject;
        const { place } = cell('name');
        const reasons: readonly TargetReason[] = [...turnsOf(subject), ...warningsAt(place)];
        return { table: judged, code, name, verdict, changes: changesToTurn(subject), place, reasons };
      })
      .filter(({ reasons }) => reasons.length > 0)
      .sort(compareFragile);

  const unitTarget = ({ table, indicators }: Taken, unit: TakenUnit, carried: readonly string[]): Target | null => {
    const carries = indicators.flatMap(({ id }, at): TargetReason[] => {
      const { code, name } = register.subjects[unit.subject]!;
      const isCarrying = carried.includes(id) && unit.outcomes[at] === 'yes';
      return isCarrying ? [{ kind: 'carries', rule: id, subject: { code, name } }] : [];
    });
    const compares = indicators.some(({ condition }) => condition.comparisons.length > 0);
    if (carries.length === 0 && !compares && warnings.size === 0) return null;
    const { code, name, values, cell } = find(unit.row);
    const { place } = cell('code');
    const own = compares ? values() : {};
    const compared = indicators.flatMap((indicator) => comparedCases(indicator, own));
    const reasons = [...warningsAt(place), ...compared, ...carries];
    return reasons.length === 0 ? null : { table, code, name, place, reasons };
  };

  const units = () => {
    const carried = new Map<string, readonly string[]>();
    const keyOf = (code: string | null, name: string | null) => JSON.stringify([code, name]);
    for (const { subject } of statesOf(submission))
      carried.set(keyOf(subject.code, subject.name), carriedRules(subject));
    return tables
      .flatMap((taken) =>
        taken.units.flatMap((unit) => {
          const { code, name } = register.subjects[unit.subject]!;
          const rules = carried.get(keyOf(code, name));
          return (rules && unitTarget(taken, unit, rules)) ?? [];
        }),
      )
      .sort((a, b) => doubts(b) - doubts(a) || b.reasons.length - a.reasons.length);
  };
  return { subjects: subjects(), units: units() };
};

const NO_TARGETS: Targeted['targets'] = { subjects: [], units: [] };

/** Assesses, and names the subjects and units where a check matters most, with reasons. */
export const targetChecks = async (request: Omit<AssessRequest, 'command' | 'witnesses'>): Promise<Targeted> => {
  const loaded = await loadRuleset(request.rules, request.files);
  // What is wrong with a ruleset the assessment says.
  if ('refusal' in loaded) return { ...(await assess(request)), targets: NO_TARGETS };
  const { ruleset } = loaded;
  return withSubmission({ ...request, witnesses: 1 }, (submission) => {
    const assessment = toAssessment(submission, false);
    const { read, refusal } = submission;
    if (refusal !== null || read === null) return { ...assessment, targets: NO_TARGETS };
    const { register } = read;
    const tables = innerLevels(ruleset).map((level): Taken => {
      const table = tableOf(level);
      const indicators = checkedIndicators(ruleset, table);
      return { table, indicators, units: takenUnits(register, table, indicators, ruleset) };
    });
    return { ...assessment, targets: targetsOf(submission, register, tables) };
  });
};
