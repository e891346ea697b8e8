import { cellOfField, placeOf } from '../intake/open-table.ts';
import type { Witness, WitnessCell } from '../model/assessment.ts';
import { fieldIndex } from '../model/levels.ts';
import type { Decision, RecordValues, Ruleset, Value } from '../model/ruleset.ts';
import { jointReading, namedIn } from './columns.ts';
import type { Named } from './named.ts';
import type { RowIndex } from './row-index.ts';

/** A record looked up again in its input. */
export interface FoundRecord extends Named {
  /** The fields that say something of the unit, those named or all; missing ones absent. */
  values(fields?: readonly string[]): RecordValues;
  /** The raw text of any field; '' where the table has no such column. */
  text(field: string): string;
  /** The cell of a field, or of the first of the row where the table has no such column. */
  cell(field: string): Witness;
  /** The cell at which a decision is shown, with all that decided. */
  cells(decision: Decision): Witness;
}

/** Looks records up again by their row. */
export const recordFinder =
  (index: RowIndex, ruleset: Ruleset): ((row: number) => FoundRecord) =>
  (row) => {
    const { table, columns, row: own } = index.find(row);
    const found = table.locate(own);
    const textAt = (cell: number): string => found[cell]?.text ?? '';
    const { code, name } = namedIn(columns, textAt);
    const toCell = (field: string): WitnessCell => {
      const ofField = columns.byField.get(field);
      const column = ofField
        ? jointReading(ofField, textAt).column
        : columns.keys.find((key) => key.field.name === field);
      const cell = column === undefined ? undefined : found[column.cell];
      const place = placeOf(table.path, cell ?? found[0] ?? { line: 1, column: 1 });
      return { field, heading: column?.heading ?? null, text: cell?.text ?? null, place };
    };
    // Not put together with spread: such an object takes more room, and hundreds of thousands are kept.
    const cell = (field: string): Witness => {
      const { heading, text, place } = toCell(field);
      return { code, name, place, field, heading, text };
    };
    const cells = ({ field, fields }: Decision): Witness => {
      if (fields.length === 1) return cell(field);
      const decided = fields.map(toCell);
      const { heading, text, place } = decided.find((each) => each.field === field) ?? toCell(field);
      return { code, name, place, field, heading, text, cells: decided };
    };
    return {
      code,
      name,
      values: (fields = [...columns.byField.keys()]) => {
        const faults = table.faults?.(own) ?? [];
        const record: Record<string, Value> = {};
        for (const field of fields) {
          const all = columns.byField.get(field) ?? [];
          const sound =
            faults.length === 0 ? all : all.filter(({ cell }) => !faults.some((fault) => fault.cell === cell));
          if (sound.length === 0) continue;
          const { reading, others } = jointReading(sound, textAt);
          if (reading.value !== undefined && others.length === 0) record[field] = reading.value;
        }
        return record;
      },
      text: (field) => textAt(cellOfField(table, fieldIndex(ruleset.records[table.table]!, field))),
      cell,
      cells,
    };
  };
