import type { Subject } from '../model/assessment.ts';
import type { StreetState, UnitState } from '../model/plan.ts';
import type { RecordValues, Ruleset } from '../model/ruleset.ts';
import type { Records } from '../register/read-records.ts';
import type { Street } from '../register/street.ts';
import { recordFinder } from '../register/witnesses.ts';
import { unplaced } from './evidence.ts';
import type { CountedIndicator } from './street-counts.ts';

/** A street with the records that a plan looks at, each looked up in its input when it is asked for. */
export const streetStates = (
  indicators: readonly CountedIndicator[],
  records: Records,
  ruleset: Ruleset,
): ((street: Street, subject: Subject) => StreetState) => {
  const find = recordFinder(records.index, ruleset);
  const known = new Map<string, RecordValues>();
  // Units by the hundred thousand: none keeps its cells, and those of which the same is known share it.
  const toUnit = (row: number, fields: readonly string[]): UnitState => {
    const { code, name, values } = find(row);
    const found = values(fields);
    const key = JSON.stringify(fields.map((field) => found[field] ?? null));
    const same = known.get(key) ?? found;
    known.set(key, same);
    return { code, name, values: same, cell: (field) => find(row).cell(field) };
  };
  /** What the conditions look at in the units that these rules count. */
  const fieldsOf = (rules: readonly string[]): readonly string[] => {
    const tables = indicators
      .filter(({ indicator }) => rules.includes(indicator.id))
      .map(({ indicator }) => indicator.of);
    const read = indicators.filter(({ indicator }) => tables.includes(indicator.of));
    return [...new Set(read.flatMap(({ indicator }) => indicator.condition.fields))];
  };
  return (street, subject) => ({
    subject,
    value: (field) => street.values[field],
    cell: (field) => (street.fromTable ? find(street.row).cell(field) : unplaced(street, field)),
    hasColumns: (table, fields) => (table !== 'streets' || street.fromTable) && records.hasColumns(table, fields),
    lacking: (rules) => {
      const rows = indicators
        .filter(({ indicator }) => rules.includes(indicator.id))
        .flatMap(({ tally }) => [...tally.rows(street.index, 'no'), ...tally.rows(street.index, 'unknown')]);
      const fields = fieldsOf(rules);
      return [...new Set(rows)].sort((a, b) => a - b).map((row) => toUnit(row, fields));
    },
  });
};
