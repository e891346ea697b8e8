import { type AssessRequest, type OpenSubmission, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { ShareFinding, Subject } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { innerLevels, judgedLevel, tableOf } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Indicator, Level, RecordValues } from '../model/ruleset.ts';
import { tellUncodedApart } from '../model/tell-apart.ts';
import { compareChanges } from '../plan/plan.ts';
import { holderNames, type Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';
import { checkedIndicators, outcomesOf } from './population.ts';
import type { Target, Targeted, TargetReason } from './sample.ts';

type Turn = Extract<TargetReason, { kind: 'turns' }>;

/** How few units turn a share: those that are spare and one more, or those that are missing; null where none can. */
const turnOf = ({ rule, result, margin, shortfall, effectiveTarget }: ShareFinding): Turn | null => {
  if (result === 'pass') return effectiveTarget ? { kind: 'turns', rule, changes: margin! + 1, result } : null;
  return result === 'fail' && shortfall !== null ? { kind: 'turns', rule, changes: shortfall, result } : null;
};

/** The required shares of a subject that units can turn, those that the fewest can first. */
const turnsOf = ({ findings }: Subject): readonly Turn[] =>
  findings
    .flatMap((finding) =>
      finding.kind === 'share' && finding.obligation === 'required' ? (turnOf(finding) ?? []) : [],
    )
    .sort((a, b) => a.changes - b.changes);

/**
 * How few units turn the verdict of a subject: of one that passes those that lose its weakest share, of one that fails by
 * a single share those that it lacks. Null where something else stands in the way, or where it is undecided.
 */
const changesToTurn = ({ verdict, findings }: Subject, turns: readonly Turn[]): number | null => {
  if (verdict === 'pass') return turns[0]?.changes ?? null;
  if (verdict !== 'fail') return null;
  const [standing, ...others] = findings.filter(
    ({ obligation, result }) => obligation === 'required' && result !== 'pass' && result !== 'not-applicable',
  );
  return others.length === 0 ? (turns.find(({ rule }) => rule === standing?.rule)?.changes ?? null) : null;
};

/** The shares that a passing subject holds with no unit to spare: each unit that meets one carries it. */
const carriedRules = (subject: Subject): readonly string[] =>
  subject.verdict === 'pass'
    ? turnsOf(subject).flatMap(({ rule, changes, result }) => (result === 'pass' && changes === 1 ? [rule] : []))
    : [];

/** A fall to nothing from fewer than this is chance. */
const MANY = 10;

const sumOf = (fields: readonly string[], values: RecordValues): number =>
  fields.reduce((sum, field) => {
    const value = values[field];
    return sum + (typeof value === 'number' ? value : Number.NaN);
  }, 0);

/** What is remarkable in counts that a rule compares: a fall from many to none, or a comparison with nothing to spare. */
export const comparedCases = ({ id: rule, condition }: Indicator, values: RecordValues): readonly TargetReason[] =>
  condition.comparisons.flatMap(({ sum, bound, against, always }): TargetReason[] => {
    if (!always || bound !== 'atMost') return [];
    const [now, before] = [sumOf(sum, values), sumOf(against, values)];
    if (now === 0 && before >= MANY) return [{ kind: 'zero', rule, before }];
    return now === before && now > 0 ? [{ kind: 'limit', rule, at: now }] : [];
  });

/** Reasons to doubt what the record itself says. */
export const doubts = ({ reasons }: Target): number =>
  reasons.filter(({ kind }) => kind === 'diagnostic' || kind === 'zero').length;

const lineOf = ({ path, line }: Place): string => `${line} ${path}`;

/** The warnings about the row of a place: what the tool itself finds implausible. */
const warningFinder = (diagnostics: readonly Diagnostic[]) => {
  const byLine = new Map<string, TargetReason[]>();
  for (const diagnostic of diagnostics) {
    const { severity, place, code } = diagnostic;
    if (severity !== 'warning' || place === null) continue;
    const line = lineOf(place);
    byLine.set(line, [...(byLine.get(line) ?? []), { kind: 'diagnostic', code, diagnostic }]);
  }
  return {
    isEmpty: byLine.size === 0,
    at: (place: Place | null): readonly TargetReason[] => (place && byLine.get(lineOf(place))) ?? [],
  };
};

type SubjectTarget = Pick<Targeted['targets']['subjects'][number], 'changes' | 'reasons'>;

const ranksOf = ({ changes, reasons }: SubjectTarget): readonly number[] => [
  changes ?? Number.MAX_SAFE_INTEGER,
  ...reasons.flatMap((reason) => (reason.kind === 'turns' ? [reason.changes] : [])),
];

/** What fewer changes turn first: the verdict, then each share; what nothing turns comes last. */
export const compareFragile = (a: SubjectTarget, b: SubjectTarget): number => compareChanges(ranksOf(a), ranksOf(b));

const targetsOf = (submission: OpenSubmission, register: Register): Targeted['targets'] => {
  const { ruleset } = register;
  const warnings = warningFinder(submission.diagnostics);
  const find = recordFinder(register.index, ruleset);
  const states = statesOf(submission);

  const named = tellUncodedApart(
    states.map(({ subject: { code, name } }) => ({ code, name })),
    (_, at) => holderNames(register.subjects[states[at]!.index]!.outer),
  );
  const subjects = states
    .map(({ subject, cell }, at) => {
      const { verdict } = subject;
      const { place } = cell('name');
      const turns = turnsOf(subject);
      const changes = changesToTurn(subject, turns);
      const table = tableOf(judgedLevel(ruleset));
      return { table, ...named[at]!, verdict, changes, place, reasons: [...turns, ...warnings.at(place)] };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(compareFragile);

  const carriedBy = new Map(states.map(({ index, subject }) => [index, carriedRules(subject)]));

  const unitsOf = (level: Level) => {
    const table = tableOf(level);
    const indicators = checkedIndicators(ruleset, table);
    const compares = indicators.some(({ condition }) => condition.comparisons.length > 0);
    const outcome = outcomesOf(register, table, indicators);
    return register.allOf(level.id).flatMap(({ unit, subject }) => {
      const { code: subjectCode, name: subjectName } = register.subjects[subject]!;
      const carried = carriedBy.get(subject);
      // One of a subject that was not asked for.
      if (carried === undefined) return [];
      const carries = indicators.flatMap(({ id: rule }, at): TargetReason[] =>
        carried.includes(rule) && outcome(unit, at) === 'yes'
          ? [{ kind: 'carries', rule, subject: { code: subjectCode, name: subjectName } }]
          : [],
      );
      if (carries.length === 0 && !compares && warnings.isEmpty) return [];
      const { code, name, values, cell } = find(register.row(unit));
      const { place } = cell('code');
      const around = () => holderNames(register.holders(unit, level));
      const own = compares ? values() : {};
      const compared = indicators.flatMap((indicator) => comparedCases(indicator, own));
      const reasons = [...warnings.at(place), ...compared, ...carries];
      return reasons.length === 0 ? [] : [{ target: { table, code, name, place, reasons }, around }];
    });
  };
  const found = innerLevels(ruleset).flatMap(unitsOf);
  const units = tellUncodedApart(
    found.map(({ target }): Target => target),
    (_, at) => found[at]!.around(),
  ).toSorted((a, b) => doubts(b) - doubts(a) || b.reasons.length - a.reasons.length);
  return { subjects, units };
};

/** Assesses, and names the subjects and units where a check matters most, with reasons. */
export const targetChecks = (request: Omit<AssessRequest, 'command' | 'witnesses'>): Promise<Targeted> =>
  withSubmission(request, (submission) => {
    const { read, refusal } = submission;
    const isRefused = refusal !== null || read === null;
    const targets = isRefused ? { subjects: [], units: [] } : targetsOf(submission, read.register);
    return { ...toAssessment(submission, false), targets };
  });
