import type { Blocked, Lacking, StreetState, Undecided, Unnamed, Visit, Way } from '../model/plan.ts';
import { type Ruleset, TABLES } from '../model/ruleset.ts';
import { keptRules } from './kept-rules.ts';
import { mendUnits } from './mend-units.ts';
import type { OpenRules, SummaryRule } from './rule-states.ts';

const isMendable = ({ indicator: { of, condition } }: SummaryRule, { records }: Ruleset): boolean =>
  records[of].fields.some(({ name, mendable }) => mendable && condition.fields.includes(name));

/** What a street has to do so that every required rule holds, and what stands in its way. */
export const wayOut = (state: StreetState, open: OpenRules, ruleset: Ruleset): Way => {
  const visits: Visit[] = [];
  const unnamed: Unnamed[] = [];
  const blocked: Blocked[] = [];
  const undecided: Undecided[] = [];
  const conflicts: string[] = [];
  let searched = true;
  const { code, name } = state.subject;

  for (const table of TABLES) {
    const rules = open.units.get(table);
    if (rules === undefined) continue;
    const units = state.lacking(rules.map(({ id }) => id));
    const mended = mendUnits(rules, keptRules(state, table, rules, ruleset), units, ruleset.records[table]);
    visits.push(...mended.visits);
    blocked.push(...mended.blocked);
    undecided.push(...mended.undecided);
    conflicts.push(...mended.conflicts);
    searched &&= mended.searched;
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

  const lacking = open.absent.map(({ rule, indicator: { of, condition }, finding }): Lacking => {
    const fields = condition.fields.filter((field) => !state.hasColumns(of, [field]));
    return { rule: rule.id, table: of, fields: finding.reason === 'share.column-absent' ? fields : [] };
  });

  const order = new Map(ruleset.rules.map(({ id }, at) => [id, at]));
  const byRule = <T extends { readonly rule: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => order.get(a.rule)! - order.get(b.rule)!);
  const isBlocked = blocked.length > 0 || conflicts.length > 0;
  const isOpen = undecided.length > 0 || lacking.length > 0;
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
