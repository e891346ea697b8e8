import type { Witness } from '../model/assessment.ts';
import { tablesOf } from '../model/levels.ts';
import type { Questions, SubjectState, UnitState } from '../model/plan.ts';
import type { RecordSchema, Ruleset } from '../model/ruleset.ts';
import { reaches } from '../model/share.ts';
import type { OpenRules, ShortRule, SummaryRule } from './open-rules.ts';
import { chooseOptions, has, type Option, optionsFinder } from './unit-options.ts';

/** The fewest missing cells of the units of one table that settle its rules. */
interface Asked {
  /** After which every rule can be met, whatever the other cells hold; null where none do. */
  readonly pass: readonly Witness[] | null;
  /** By rule: after which it can be missed for certain. */
  readonly fail: ReadonlyMap<string, readonly Witness[]>;
  readonly searched: boolean;
}

const cellsOf = (unit: UnitState, { values }: Option): Witness[] => values.map(([field]) => unit.cell(field));

/** The cheapest units in which a rule turns out badly, just so many that it cannot hold any more. */
const cellsToFail = (
  { need, missing }: ShortRule,
  rule: number,
  units: readonly UnitState[],
  options: readonly (readonly Option[])[],
): readonly Witness[] | null => {
  const isOpen = ({ open }: Option): boolean => has(open, rule);
  const unknown = units.flatMap((unit, at) => (isOpen(options[at]![0]!) ? [{ unit, options: options[at]! }] : []));
  const bad = unknown
    .flatMap(({ unit, options }) => {
      const cells = options.filter((option) => !isOpen(option)).map((option) => cellsOf(unit, option));
      return cells.length === 0 ? [] : [cells.reduce((best, each) => (each.length < best.length ? each : best))];
    })
    .sort((a, b) => a.length - b.length);
  const enough = unknown.length + missing - need + 1;
  return bad.length < enough ? null : bad.slice(0, enough).flat();
};

/** What to ask about the units of a table so that open rules are settled either way. No answer undoes what is met. */
export const askUnits = (rules: readonly ShortRule[], units: readonly UnitState[], schema: RecordSchema): Asked => {
  const conditions = rules.map(({ condition }) => condition);
  const find = optionsFinder(schema.fields, conditions, [], ({ name }, record) => record[name] === undefined);
  const options = units.map(({ values }) => find(values));
  if (!options.every((each) => each !== null)) return { pass: null, fail: new Map(), searched: false };
  const needs = rules.map(({ need }) => need);
  const chosen = chooseOptions(options, ({ met }) => met, needs);
  const pass =
    typeof chosen === 'string' ? null : chosen.flatMap((option, at) => cellsOf(units[at]!, options[at]![option]!));
  const fail = rules.flatMap((rule, at) => {
    const cells = cellsToFail(rule, at, units, options);
    return cells === null ? [] : [[rule.id, cells] as const];
  });
  return { pass, fail: new Map(fail), searched: chosen !== 'too-many' };
};

/** Whether a share can be missed at all. */
const canFail = ({ rule }: SummaryRule): boolean => !reaches(0, 1, rule.target);

/**
 * Whether some answers in the blank cells of summaries make all of their rules pass. A blank total is best where it is
 * as small as it can be: the largest of the counts that it has to hold, and rules may share it.
 */
const canAllPass = (rules: readonly SummaryRule[], { value, subject }: SubjectState): boolean => {
  const isElsewhere = subject.findings.some(
    (finding) => finding.kind === 'share' && finding.of !== null && finding.of > 0,
  );
  const totals = new Set(rules.map(({ indicator }) => indicator.counted!.of));
  return [...totals].every((total) => {
    const sharing = rules.filter(({ indicator }) => indicator.counted!.of === total);
    const known = value(total);
    const mets = sharing.flatMap(({ rule, indicator }) => {
      const met = value(indicator.counted!.met);
      return typeof met === 'number' ? [{ rule, met }] : [];
    });
    const holdsWith = (of: number) => mets.every(({ rule, met }) => reaches(met, of, rule.target));
    if (typeof known === 'number') return holdsWith(known);
    const least = mets.reduce((most, { met }) => Math.max(most, met), 0);
    if (least === 0 && isElsewhere) return true;
    return holdsWith(Math.max(1, least));
  });
};

/** The fewest blank cells that can settle an undecided subject as a pass, and as a fail. */
export const questionsOf = (state: SubjectState, open: OpenRules, ruleset: Ruleset): Questions => {
  const { units, summaries, absent, vetoes } = open;
  const asked = tablesOf(ruleset).flatMap((table) => {
    const rules = units.get(table);
    if (rules === undefined) return [];
    const lacking = state.lacking(rules.map(({ id }) => id));
    return [askUnits(rules, lacking, ruleset.records[table]!)];
  });
  const own = new Set(summaries.flatMap(({ missing }) => missing));
  const canPass = absent.length === 0 && asked.every((each) => each.pass !== null) && canAllPass(summaries, state);
  const pass = [
    ...vetoes.map(({ rule }) => state.cell(rule.field)),
    ...[...own].map((field) => state.cell(field)),
    ...asked.flatMap((each) => each.pass ?? []),
  ];

  const waysToFail = new Map<string, readonly Witness[]>([
    ...vetoes.map(({ rule }) => [rule.id, [state.cell(rule.field)]] as const),
    ...summaries
      .filter(canFail)
      .map(({ rule, missing }) => [rule.id, missing.map((field) => state.cell(field))] as const),
    ...asked.flatMap(({ fail }) => [...fail]),
  ]);
  const fail = ruleset.rules
    .flatMap(({ id }) => (waysToFail.has(id) ? [waysToFail.get(id)!] : []))
    .reduce<readonly Witness[] | null>((best, cells) => (best && best.length <= cells.length ? best : cells), null);
  return { pass: canPass ? pass : null, fail, searched: asked.every(({ searched }) => searched) };
};
