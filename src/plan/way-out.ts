import { tablesOf } from '../model/levels.ts';
import type { Blocked, Lacking, SubjectState, Undecided, Unnamed, Way } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { mendUnits } from './mend-units.ts';
import { keptRules, type OpenRules, type SummaryRule } from './open-rules.ts';

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
export const wayOut = (state: SubjectState, open: OpenRules, ruleset: Ruleset): Way => {
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
