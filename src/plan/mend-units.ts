import type { Allowance, Blocked, Obstacle, Undecided, UnitState, Visit } from '../model/plan.ts';
import type { Condition, RecordSchema } from '../model/ruleset.ts';
import type { ShortRule } from './open-rules.ts';
import { chooseOptions, has, type Option, optionsFinder } from './unit-options.ts';

/** What can be done about the units of one table. */
export interface Mended {
  readonly visits: readonly Visit[];
  readonly blocked: readonly Blocked[];
  readonly undecided: readonly Undecided[];
  readonly conflicts: readonly string[];
  /** Whether some rules hold only by units that are not on record. */
  readonly isAwaiting: boolean;
  readonly searched: boolean;
}

const NOTHING: Mended = { visits: [], blocked: [], undecided: [], conflicts: [], isAwaiting: false, searched: true };

/**
 * What a condition lets next year's counts be, read off its comparisons with the year before: where counts
 * of the year before bound a sum from above, those of this year will. Nothing where a comparison is only one of several
 * ways, bounds from below, or names other fields than those of the year before.
 */
const nextYear = ({ comparisons }: Condition, { fields }: RecordSchema, unit: UnitState): Allowance[] =>
  comparisons.flatMap(({ sum, bound, against, always }) => {
    if (!always || (bound !== 'atMost' && bound !== 'below')) return [];
    const values = against.map((name) => {
      const field = fields.find((known) => known.name === name)?.previousOf;
      return field === undefined ? undefined : unit.values[field];
    });
    if (!values.every((value) => typeof value === 'number')) return [];
    const total = values.reduce((before, value) => before + value, 0);
    const atMost = bound === 'below' ? total - 1 : total;
    return atMost < 0 ? [] : [{ cells: sum.map((field) => unit.cell(field)), atMost }];
  });

/** Why a unit cannot meet a rule whatever is mended. */
const obstacleOf = (unit: UnitState, condition: Condition, schema: RecordSchema): Obstacle => {
  const mendable = new Set(schema.fields.filter((field) => field.mendable).map(({ name }) => name));
  const frozen = Object.fromEntries(Object.entries(unit.values).filter(([field]) => !mendable.has(field)));
  const fields = condition.decidedBy(condition.outcome(frozen) === 'no' ? frozen : unit.values);
  return {
    code: unit.code,
    name: unit.name,
    ...(unit.within && { within: unit.within }),
    cells: fields.map((field) => unit.cell(field)),
    nextYear: nextYear(condition, schema, unit),
  };
};

/**
 * The fewest units of one table to visit, then the fewest fields to change, then the units that come first in the
 * register, after which every rule holds that still can: surely where that is possible, else if the cells that are
 * missing turn out well. `kept` are the rules of the table that are met.
 */
export const mendUnits = (
  rules: readonly ShortRule[],
  kept: readonly Condition[],
  units: readonly UnitState[],
  schema: RecordSchema,
): Mended => {
  const conditions = rules.map(({ condition }) => condition);
  const find = optionsFinder(schema.fields, conditions, kept, ({ mendable }) => mendable === true);
  const found = units.map(({ values }) => find(values));
  if (!found.every((options) => options !== null)) return { ...NOTHING, searched: false };
  const options: readonly (readonly Option[])[] = found;

  const able = (bits: 'met' | 'open', rule: number): number =>
    options.filter((each) => each.some((option) => has(option[bits], rule))).length;
  const isLost = rules.map(({ need, missing }, rule) => able('open', rule) + missing < need);
  const isSure = rules.map(({ need }, rule) => able('met', rule) >= need);
  const needs = rules.map(({ need, missing }, rule) => {
    if (isLost[rule]) return 0;
    return isSure[rule] ? need : Math.max(0, need - missing);
  });
  const isAwaiting = rules.some(({ missing }, rule) => missing > 0 && !isLost[rule] && !isSure[rule]);
  const blocked = rules.flatMap(({ id, condition, allowed }, rule): Blocked[] => {
    if (!isLost[rule]) return [];
    const hopeless = units.filter(
      ({ values }, unit) => condition.outcome(values) !== 'yes' && !options[unit]!.some(({ open }) => has(open, rule)),
    );
    return [{ rule: id, allowed, obstacles: hopeless.map((unit) => obstacleOf(unit, condition, schema)) }];
  });

  // Fewest visits, then fewest fields: a visit costs more than all fields together.
  const visit = 1 + options.reduce((sum, each) => sum + Math.max(...each.map(({ values }) => values.length)), 0);
  const sure = isSure.reduce((bits, is, rule) => (is ? bits | (1 << rule) : bits), 0);
  const surely = chooseOptions(options, ({ met, open }) => (met & sure) | (open & ~sure), needs, visit);
  const chosen =
    surely === 'impossible' && sure !== 0 ? chooseOptions(options, ({ open }) => open, needs, visit) : surely;
  if (chosen === 'too-many') return { ...NOTHING, blocked, isAwaiting, searched: false };
  if (chosen === 'impossible') {
    return { ...NOTHING, blocked, isAwaiting, conflicts: rules.filter((_, rule) => !isLost[rule]).map(({ id }) => id) };
  }

  const taken = chosen.map((option, unit) => options[unit]![option]!);
  const visits = taken.flatMap(({ values, met, open }, at): Visit[] => {
    const unit = units[at]!;
    const before = options[at]![0]!;
    if (values.length === 0) return [];
    const gained = rules.filter(
      (_, rule) => (has(met, rule) && !has(before.met, rule)) || (has(open, rule) && !has(before.open, rule)),
    );
    const changes = values.map(([field, to]) => ({ cell: unit.cell(field), from: unit.values[field] ?? null, to }));
    const table = schema.table;
    const { code, name, within } = unit;
    return [{ table, code, name, ...(within && { within }), rules: gained.map(({ id }) => id), changes }];
  });
  const undecided = rules.flatMap(({ id, condition, need, missing }, rule): Undecided[] => {
    const needed = need - missing - taken.filter(({ met }) => has(met, rule)).length;
    if (isLost[rule] || needed <= 0) return [];
    const cells = taken.flatMap(({ values, met, open }, at) => {
      if (!has(open, rule) || has(met, rule)) return [];
      const after = { ...units[at]!.values, ...Object.fromEntries(values) };
      return condition.fields.filter((field) => after[field] === undefined).map((field) => units[at]!.cell(field));
    });
    return [{ rule: id, needed, cells }];
  });
  return { visits, blocked, undecided, conflicts: [], isAwaiting, searched: true };
};
