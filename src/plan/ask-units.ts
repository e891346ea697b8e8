import type { Witness } from '../model/assessment.ts';
import type { UnitState } from '../model/plan.ts';
import { remembered } from '../model/remembered.ts';
import type { RecordSchema } from '../model/ruleset.ts';
import { cover } from './cover.ts';
import type { ShortRule } from './short-rule.ts';
import { type Option, optionsFinder } from './unit-options.ts';

/** The fewest missing cells of the units of one table that settle its rules. */
export interface Asked {
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
  const isOpen = ({ open }: Option): boolean => ((open >> rule) & 1) === 1;
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
  const choicesOf = remembered((each: readonly Option[]) =>
    each.map(({ values, met }) => ({ cost: values.length, gain: met })),
  );
  const chosen = cover(
    options.map(choicesOf),
    rules.map(({ need }) => need),
  );
  const pass =
    typeof chosen === 'string' ? null : chosen.flatMap((option, at) => cellsOf(units[at]!, options[at]![option]!));
  const fail = rules.flatMap((rule, at) => {
    const cells = cellsToFail(rule, at, units, options);
    return cells === null ? [] : [[rule.id, cells] as const];
  });
  return { pass, fail: new Map(fail), searched: chosen !== 'too-many' };
};
