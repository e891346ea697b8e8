import { type AssessRequest, statesOf, toAssessment, withSubmission } from '../assess.ts';
import type { Subject } from '../model/assessment.ts';
import { tablesOf } from '../model/levels.ts';
import type {
  Blocked,
  Fragile,
  Hold,
  Lacking,
  Planned,
  RuleMargin,
  SubjectPlan,
  SubjectState,
  Undecided,
  Unnamed,
  Way,
} from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { mendUnits } from './mend-units.ts';
import { keptRules, type OpenRules, openRules, type SummaryRule } from './open-rules.ts';
import { questionsOf } from './questions.ts';

const isMendable = ({ indicator: { of, condition } }: SummaryRule, { records }: Ruleset): boolean =>
  records[of]!.fields.some(({ name, mendable }) => mendable && condition.fields.includes(name));

/** What was not handed in of a rule for which there is nothing to count: the columns, or the whole table. */
const lackingOf = ({ rule, indicator, finding }: SummaryRule, state: SubjectState): Lacking => {
  const { of: table, condition } = indicator;
  const hasRows = finding.reason === 'share.column-absent' || finding.missing > 0;
  const fields = hasRows ? condition.fields.filter((field) => !state.hasColumns(table, [field])) : [];
  return { rule: rule.id, table, fields, units: 0 };
};

/** What a subject has to do so that every required rule holds, and what stands in its way. */
const wayOut = (state: SubjectState, open: OpenRules, ruleset: Ruleset): Way => {
  const { code, name } = state.subject;
  const mended = tablesOf(ruleset).flatMap((table) => {
    const rules = open.units.get(table);
    if (rules === undefined) return [];
    const units = state.lacking(rules.map(({ id }) => id));
    return mendUnits(rules, keptRules(state, table, rules, ruleset), units, ruleset.records[table]!);
  });
  const blocked = mended.flatMap((each): readonly Blocked[] => each.blocked);
  const undecided = mended.flatMap((each): readonly Undecided[] => each.undecided);
  const unnamed: Unnamed[] = [];
  /** Of the subject's own row nothing is mended. */
  const block = (rule: string, fields: readonly string[]): void => {
    const cells = fields.map((field) => state.cell(field));
    blocked.push({ rule, allowed: null, obstacles: [{ code, name, cells, nextYear: [] }] });
  };
  const leaveOpen = (rule: string, fields: readonly string[]): void => {
    undecided.push({ rule, needed: null, cells: fields.map((field) => state.cell(field)) });
  };

  for (const summary of open.summaries) {
    const { rule, indicator, finding, missing } = summary;
    if (finding.result === 'unknown') leaveOpen(rule.id, missing);
    else if (isMendable(summary, ruleset)) {
      unnamed.push({ rule: rule.id, table: indicator.of, count: finding.shortfall! });
    } else block(rule.id, indicator.counted === undefined ? [] : [indicator.counted.met]);
  }
  for (const { rule, finding } of open.vetoes) {
    if (finding.result === 'unknown') leaveOpen(rule.id, [rule.field]);
    else block(rule.id, [rule.field]);
  }
  const lacking = [
    ...[...open.units.values()]
      .flat()
      .flatMap(({ id, table, missing }) => (missing > 0 ? { rule: id, table, fields: [], units: missing } : [])),
    ...open.absent.map((rule) => lackingOf(rule, state)),
  ];

  const order = new Map(ruleset.rules.map(({ id }, at) => [id, at]));
  const byRule = <T extends { readonly rule: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => order.get(a.rule)! - order.get(b.rule)!);
  const conflicts = mended.flatMap((each) => each.conflicts);
  const isBlocked = blocked.length > 0 || conflicts.length > 0;
  const isSearched = mended.every(({ searched }) => searched);
  const isOpen = undecided.length > 0 || open.absent.length > 0 || mended.some(({ isAwaiting }) => isAwaiting);
  return {
    leadsTo: isBlocked ? 'no-way-out' : !isSearched ? 'not-searched' : isOpen ? 'undecided' : 'pass',
    visits: mended.flatMap(({ visits }) => visits),
    unnamed: byRule(unnamed),
    lacking: byRule(lacking),
    blocked: byRule(blocked),
    undecided: byRule(undecided),
    conflicts,
  };
};

/**
 * How firmly a subject passes: by how many units each required share is above its target, and how many that turn from
 * met to not met lose it: one more than the margin, whichever units they are. A share that even no unit meets cannot
 * be lost. Vetoes are told apart, as each of them loses the subject by itself.
 */
export const holdOf = ({ findings }: Subject): Hold => {
  const required = findings.filter(({ obligation, result }) => obligation === 'required' && result === 'pass');
  const rules = required.flatMap((finding): RuleMargin[] => {
    if (finding.kind !== 'share' || finding.margin === null || finding.effectiveTarget === null) return [];
    const { rule, margin, effectiveTarget } = finding;
    return [{ rule, margin, changes: effectiveTarget === 0 ? null : margin + 1 }];
  });
  const vetoes = required.filter(({ kind }) => kind === 'veto').map(({ rule }) => rule);
  const [changes = null] = changesOf(rules);
  return { changes, rules, vetoes };
};

/** What it takes to lose each rule, least first. */
const changesOf = (rules: readonly RuleMargin[]): readonly number[] =>
  rules.flatMap(({ changes }) => changes ?? []).sort((a, b) => a - b);

/** Fewer changes first; where they are equal the next ones decide, and where there are no further ones it is last. */
export const compareChanges = (left: readonly number[], right: readonly number[]): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? Number.MAX_SAFE_INTEGER) - (right[at] ?? Number.MAX_SAFE_INTEGER);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The subjects that pass, the most fragile first: where a check should go first. Equal ones stay in their order. */
export const rankFragile = (plans: readonly SubjectPlan[]): readonly Fragile[] =>
  plans
    .flatMap(({ subject: { code, name }, hold }): Fragile[] => {
      if (hold === null) return [];
      const weakest = hold.rules.filter(({ changes }) => changes !== null && changes === hold.changes);
      return [{ code, name, changes: hold.changes, rules: weakest.map(({ rule }) => rule), margins: hold.rules }];
    })
    .sort((a, b) => compareChanges(changesOf(a.margins), changesOf(b.margins)));

/**
 * The plan of one subject: the way out where it does not pass, what to ask where it is undecided, how firmly it holds
 * where it passes. Nothing where nothing is applicable.
 */
export const planSubject = (state: SubjectState, ruleset: Ruleset): SubjectPlan => {
  const { subject } = state;
  const { verdict } = subject;
  const plan = { subject, way: null, questions: null, hold: null };
  if (verdict === 'not-applicable') return plan;
  if (verdict === 'pass') return { ...plan, hold: holdOf(subject) };
  const open = openRules(state, ruleset);
  return {
    ...plan,
    way: wayOut(state, open, ruleset),
    questions: verdict === 'unknown' ? questionsOf(state, open, ruleset) : null,
  };
};

/** From the inputs to the plans: reads and judges them, then plans subject by subject. */
export const plan = (request: Omit<AssessRequest, 'command' | 'witnesses' | 'evidence'>): Promise<Planned> =>
  withSubmission({ ...request, witnesses: 0 }, (submission) => {
    const { ruleset } = submission;
    const plans = ruleset === null ? [] : statesOf(submission).map((state) => planSubject(state, ruleset));
    return { ...toAssessment(submission, false), plans, fragile: rankFragile(plans) };
  });
