import type { ShareFinding, VetoFinding } from '../model/assessment.ts';
import { judgedLevel, tableOf } from '../model/levels.ts';
import type { SubjectState } from '../model/plan.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Condition, Indicator, Ruleset, ShareRule, TableName, VetoRule } from '../model/ruleset.ts';

/** A required share rule over units that are on record, of which `need` more have to meet it. */
export interface ShortRule {
  readonly id: string;
  readonly table: TableName;
  readonly condition: Condition;
  readonly need: number;
  /** Units that are counted and not on record: they may yet meet it. */
  readonly missing: number;
  /** How many units may fail it. */
  readonly allowed: number;
}

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
  readonly vetoes: readonly { readonly rule: VetoRule; readonly finding: VetoFinding }[];
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
  const vetoes: { rule: VetoRule; finding: VetoFinding }[] = [];
  for (const finding of state.subject.findings) {
    if (finding.obligation !== 'required' || (finding.result !== 'fail' && finding.result !== 'unknown')) continue;
    const rule = ruleset.rules.find(({ id }) => id === finding.rule)!;
    if (finding.kind === 'veto') {
      if (rule.kind === 'veto') vetoes.push({ rule, finding });
      continue;
    }
    const indicator = ruleset.indicators.find(({ id }) => id === finding.rule);
    if (rule.kind !== 'share' || indicator === undefined) continue;
    const { of: table, condition } = indicator;
    const { source, met, of, missing: unlisted, effectiveTarget } = finding;
    if (source === 'register') {
      const need = effectiveTarget! - met!;
      const short = { id: rule.id, table, condition, need, missing: unlisted, allowed: of! - effectiveTarget! };
      getOrInsert(units, table, () => []).push(short);
      continue;
    }
    const missing = missingCells(state, indicator, finding, ruleset);
    const isSilent = missing.length === 0 && (source === null || (finding.result === 'unknown' && unlisted > 0));
    (isSilent ? absent : summaries).push({ rule, indicator, finding, missing });
  }
  return { units, summaries, absent, vetoes };
};

/** The conditions of a table's other rules for subjects, advisory ones too: what a unit has of them it keeps. */
export const keptRules = (
  { subject }: SubjectState,
  table: TableName,
  open: readonly ShortRule[],
  { indicators }: Ruleset,
): readonly Condition[] =>
  indicators
    .filter(({ id, of }) => of === table && !open.some((rule) => rule.id === id))
    .filter(({ id }) =>
      subject.findings.some(
        (finding) => finding.kind === 'share' && finding.rule === id && finding.source === 'register',
      ),
    )
    .map(({ condition }) => condition);
