import type { ShareFinding, VetoFinding, Witness } from '../model/assessment.ts';
import { judgedLevel, tableOf } from '../model/levels.ts';
import type { SubjectState } from '../model/plan.ts';
import type { Indicator, Ruleset, ShareRule, TableName, VetoRule } from '../model/ruleset.ts';
import type { ShortRule } from './short-rule.ts';

/** A rule counted from a summary, or from nothing, with the subject's cells that could still say it. */
export interface SummaryRule {
  readonly rule: ShareRule;
  readonly indicator: Indicator;
  readonly finding: ShareFinding;
  readonly missing: readonly string[];
}

/** The required rules that a subject does not surely meet, by what they rest on. */
export interface OpenRules {
  /** By table, those that hold of units on record. */
  readonly units: ReadonlyMap<TableName, readonly ShortRule[]>;
  readonly summaries: readonly SummaryRule[];
  /** Rules for which nothing was handed in, or too little to be decided by any cell. */
  readonly absent: readonly SummaryRule[];
  readonly vetoes: readonly { readonly rule: VetoRule; readonly finding: VetoFinding; readonly cell: Witness }[];
}

/** The cells of the subject's own row that hold a summary and are blank. */
const missingCells = (
  state: SubjectState,
  { counted }: Indicator,
  { source, reason }: ShareFinding,
  ruleset: Ruleset,
): string[] => {
  const table = tableOf(judgedLevel(ruleset));
  if (counted === undefined) return [];
  const fields = [counted.of, counted.met];
  const isAskable = source === 'summary' || (reason !== 'share.column-absent' && state.hasColumns(table, fields));
  return isAskable ? fields.filter((field) => state.value(field) === undefined) : [];
};

export const openRules = (state: SubjectState, ruleset: Ruleset): OpenRules => {
  const units = new Map<TableName, ShortRule[]>();
  const summaries: SummaryRule[] = [];
  const absent: SummaryRule[] = [];
  const vetoes: { rule: VetoRule; finding: VetoFinding; cell: Witness }[] = [];
  for (const finding of state.subject.findings) {
    if (finding.obligation !== 'required' || (finding.result !== 'fail' && finding.result !== 'unknown')) continue;
    const rule = ruleset.rules.find(({ id }) => id === finding.rule)!;
    if (finding.kind === 'veto') {
      if (rule.kind === 'veto') vetoes.push({ rule, finding, cell: state.cell(rule.field) });
      continue;
    }
    const indicator = ruleset.indicators.find(({ id }) => id === finding.rule);
    if (rule.kind !== 'share' || indicator === undefined) continue;
    const { of: table, condition } = indicator;
    const { source, met, of, missing: unlisted, effectiveTarget } = finding;
    if (source === 'register') {
      const need = effectiveTarget! - met!;
      const short = { id: rule.id, table, condition, need, missing: unlisted, allowed: of! - effectiveTarget! };
      units.set(table, [...(units.get(table) ?? []), short]);
      continue;
    }
    const missing = missingCells(state, indicator, finding, ruleset);
    const isSilent = missing.length === 0 && (source === null || (finding.result === 'unknown' && unlisted > 0));
    (isSilent ? absent : summaries).push({ rule, indicator, finding, missing });
  }
  return { units, summaries, absent, vetoes };
};
