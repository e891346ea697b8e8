import type { Allowance, UnitState } from '../model/plan.ts';
import type { Condition, RecordSchema } from '../model/ruleset.ts';

/**
 * What a condition lets next year's counts be, read off its comparisons with the year before: where counts
 * of the year before bound a sum from above, those of this year will. Nothing where a comparison is only one of several
 * ways, bounds from below, or names other fields than those of the year before.
 */
export const nextYear = ({ comparisons }: Condition, { fields }: RecordSchema, unit: UnitState): Allowance[] =>
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
