import { tablesOf } from '../model/levels.ts';
import type { Blocked, Lacking, SubjectState, Undecided, Unnamed, Visit, Way } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { keptRules } from './kept-rules.ts';
import { mendUnits } from './mend-units.ts';
import type { OpenRules, SummaryRule } from './rule-states.ts';

const isMendable = ({ indicator: { of, condition } }: SummaryRule, { records }: Ruleset): boolean =>
  records[of]!.fields.some(({ name, mendable }) => mendable && condition.fields.includes(name));

/** What a subject has to do so that every required rule holds, and what stands in its way. */
export const wayOut = (state: SubjectState, open: OpenRules, ruleset: Ruleset): Way => {
  const visits: Visit[] = [];
  const unnamed: Unnamed[] = [];
  const blocked: Blocked[] = [];
  const undecided: Undecided[] = [];
  const conflicts: string[] = [];
  const lacking: Lacking[] = [];
  let searched = true;
  let isAwaiting = false;
  const { code, name } = state.subject;

  for (const table of tablesOf(ruleset)) {
    const rules = open.units.get(table);
    if (rules === undefined) continue;
    const units = state.lacking(rules.map(({ id }) => id));
    const mended = mendUnits(rules, keptRules(state, table, rules, ruleset), units, ruleset.records[table]!);
    visits.push(...mended.visits);
    blocked.push(...mended.blocked);
    undecided.push(...mended.undecided);
    conflicts.push(...mended.conflicts);
    searched &&= mended.searched;
    isAwaiting ||= mended.awaiting.length > 0;
    lacking.push(
      ...rules.flatMap(({ id, missing }) => (missing > 0 ? [{ rule: id, table, fields: [], units: missing }] : [])),
    );
  }

  for (const summary of open.summaries) {
    const { rule, indicator, finding, missing } = summary;
    if (finding.result === 'unknown') {
      const cells = missing.map((field) => state.cell(field));
      undecided.push({ rule: rule.id, needed: null, cells });
    } else if (isMendable(summary, ruleset)) {
      unnamed.push({ rule: rule.id, table: indicator.of, count: finding.shortfall! });
    } else {
      const cells = indicator.counted === undefined ? [] : [state.cell(indicator.counted.met)];
      blocked.push({ rule: rule.id, allowed: null, obstacles: [{ code, name, cells, nextYear: [] }] });
    }
  }

  for (const { rule, finding, cell } of open.vetoes) {
    if (finding.result === 'unknown') undecided.push({ rule: rule.id, needed: null, cells: [cell] });
    else blocked.push({ rule: rule.id, allowed: null, obstacles: [{ code, name, cells: [cell], nextYear: [] }] });
  }

  for (const { rule, indicator, finding } of open.absent) {
    const { of, condition } = indicator;
    const hasRows = finding.reason === 'share.column-absent' || finding.missing > 0;
    const fields = hasRows ? condition.fields.filter((field) => !state.hasColumns(of, [field])) : [];
    lacking.push({ rule: rule.id, table: of, fields, units: 0 });
    isAwaiting = true;
  }

  const order = new Map(ruleset.rules.map(({ id }, at) => [id, at]));
  const byRule = <T extends { readonly rule: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => order.get(a.rule)! - order.get(b.rule)!);
  const isBlocked = blocked.length > 0 || conflicts.length > 0;
  const isOpen = undecided.length > 0 || isAwaiting;
  return {
    leadsTo: isBlocked ? 'no-way-out' : !searched ? 'not-searched' : isOpen ? 'undecided' : 'pass',
    visits,
    unnamed: byRule(unnamed),
    lacking: byRule(lacking),
    blocked: byRule(blocked),
    undecided: byRule(undecided),
    conflicts,
  };
};
