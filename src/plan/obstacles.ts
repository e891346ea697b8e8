import type { Obstacle, UnitState } from '../model/plan.ts';
import type { Condition, RecordSchema } from '../model/ruleset.ts';
import { nextYear } from './next-year.ts';

/** Why a unit cannot meet a rule whatever is mended. */
export const obstacleOf = (unit: UnitState, condition: Condition, schema: RecordSchema): Obstacle => {
  const mendable = new Set(schema.fields.filter((field) => field.mendable).map(({ name }) => name));
  const frozen = Object.fromEntries(Object.entries(unit.values).filter(([field]) => !mendable.has(field)));
  const fields = condition.decidedBy(condition.outcome(frozen) === 'no' ? frozen : unit.values);
  return {
    code: unit.code,
    name: unit.name,
    cells: fields.map((field) => unit.cell(field)),
    nextYear: nextYear(condition, schema, unit),
  };
};
