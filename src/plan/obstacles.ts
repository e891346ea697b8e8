import { decidingAssertions } from '../judge/decision.ts';
import type { Obstacle, UnitState } from '../model/plan.ts';
import type { Condition, RecordSchema, RecordValues } from '../model/ruleset.ts';
import { nextYear } from './next-year.ts';

/** The frozen fields that keep a record from meeting a condition: those of every assertion that does so by itself. */
const decidingFields = (condition: Condition, record: RecordValues, frozen: RecordValues): readonly string[] => {
  const alone = condition.assertions.filter((fields) => {
    const part = Object.fromEntries(Object.entries(frozen).filter(([field]) => fields.includes(field)));
    return condition.outcome(part) === 'no';
  });
  if (alone.length > 0) return alone.flat();
  return decidingAssertions(condition, condition.outcome(frozen) === 'no' ? frozen : record).flat();
};

/** Why a unit cannot meet a rule whatever is mended. */
export const obstacleOf = (unit: UnitState, condition: Condition, schema: RecordSchema): Obstacle => {
  const mendable = new Set(schema.fields.filter((field) => field.mendable).map(({ name }) => name));
  const frozen = Object.fromEntries(Object.entries(unit.values).filter(([field]) => !mendable.has(field)));
  const fields = new Set(decidingFields(condition, unit.values, frozen));
  return {
    code: unit.code,
    name: unit.name,
    cells: [...fields].map((field) => unit.cell(field)),
    nextYear: nextYear(condition, schema, unit),
  };
};
