import type { Subject } from '../model/assessment.ts';
import type { StreetState, UnitState } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/street.ts';
import { recordFinder } from '../records/witnesses.ts';
import { unplaced } from './evidence.ts';
import type { CountedIndicator } from './street-counts.ts';

/** A street with the records that a plan looks at, each looked up in its input when it is asked for. */
export const streetStates = (
  indicators: readonly CountedIndicator[],
  records: Records,
  ruleset: Ruleset,
): ((street: Street, subject: Subject) => StreetState) => {
  const find = recordFinder(records.index, ruleset);
  const toUnit = (row: number): UnitState => {
    const { code, name, values, cell } = find(row);
    return { code, name, values: values(), cell };
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
      return [...new Set(rows)].sort((a, b) => a - b).map(toUnit);
    },
  });
};
