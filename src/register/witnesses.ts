import { type Cell, cellOfField, type OpenTable, placeOf } from '../intake/open-table.ts';
import type { Witness, WitnessCell } from '../model/assessment.ts';
import { fieldIndex } from '../model/levels.ts';
import type { Decision, RecordValues, Ruleset, Value } from '../model/ruleset.ts';
import { type Column, jointReading, toColumns } from './columns.ts';
import { isPlainCode, textOf } from './normalize-cell.ts';
import type { RowIndex } from './row-index.ts';

/** A witness of one cell: the field is known, or decided from the record's values of the fields named. */
export type Deciding = string | { readonly fields: readonly string[]; decide(record: RecordValues): Decision };

export type WitnessFinder = (row: number, deciding: Deciding) => Witness;

/** A record looked up again in its input. */
export interface FoundRecord {
  readonly code: string | null;
  readonly name: string | null;
  /** The fields that say something of the unit, those named or all; missing ones absent. */
  values(fields?: readonly string[]): RecordValues;
  /** The raw text of any field; '' where the table has no such column. */
  text(field: string): string;
  /** The cell of a field, or of the first of the row where the table has no such column. */
  cell(field: string): Witness;
}

/** Looks records up again by their row. */
export const recordFinder = (index: RowIndex, ruleset: Ruleset): ((row: number) => FoundRecord) => {
  const known = new Map<OpenTable, ColumnsByField>();
  const columnsOf = (table: OpenTable): ColumnsByField => {
    let columns = known.get(table);
    if (columns === undefined) {
      const { code, name, values, isPlainName } = toColumns(table, ruleset);
      columns = {
        code,
        name,
        isPlainName,
        values: new Map(values.map(({ field: { name } }) => [name, values.filter(({ field }) => field.name === name)])),
      };
      known.set(table, columns);
    }
    return columns;
  };

  return (row) => {
    const { table, row: own } = index.find(row);
    const columns = columnsOf(table);
    const cells = table.locate(own);
    const code = codeIn(columns, cells);
    const name = nameIn(columns, cells);
    return {
      code,
      name,
      values: (fields = [...columns.values.keys()]) => {
        const faulty = new Set(table.faults?.(own).map(({ cell }) => cell));
        const record: Record<string, Value> = {};
        for (const field of fields) {
          const sound = columns.values.get(field)?.filter(({ cell }) => !faulty.has(cell)) ?? [];
          const value = sound.length === 0 ? undefined : saidIn(sound, cells);
          if (value !== undefined) record[field] = value;
        }
        return record;
      },
      text: (field) => {
        const at = fieldIndex(ruleset.records[table.table]!, field);
        return cells[cellOfField(table, at)]?.text ?? '';
      },
      cell: (field) => {
        const ofField = columns.values.get(field);
        const column = ofField && jointReading({ columns: ofField }, (at) => cells[at]?.text ?? '').column;
        const cell = column === undefined ? undefined : cells[column.cell];
        return {
          code,
          name,
          place: placeOf(table.path, cell ?? cells[0] ?? { line: 1, column: 1 }),
          field,
          heading: column?.heading ?? null,
          text: cell?.text ?? null,
        };
      },
    };
  };
};

const toCell = ({ field, heading, text, place }: Witness): WitnessCell => ({ field, heading, text, place });

/** Looks a record up again in its input and shows the cell that made the finding what it is. */
export const witnessFinder = (index: RowIndex, ruleset: Ruleset): WitnessFinder => {
  const find = recordFinder(index, ruleset);
  return (row, deciding) => {
    const record = find(row);
    if (typeof deciding === 'string') return record.cell(deciding);
    const { field, fields } = deciding.decide(record.values(deciding.fields));
    return fields.length > 1
      ? { ...record.cell(field), cells: fields.map(record.cell).map(toCell) }
      : record.cell(field);
  };
};

interface ColumnsByField {
  readonly code: Column | undefined;
  readonly name: Column | undefined;
  readonly isPlainName: (text: string) => boolean;
  /** Several of one field where it has a column for each value. */
  readonly values: ReadonlyMap<string, readonly Column[]>;
}

const saidIn = (columns: readonly Column[], cells: readonly Cell[]): Value | undefined => {
  const { reading, others } = jointReading({ columns }, (at) => cells[at]?.text ?? '');
  return others.length === 0 ? reading.value : undefined;
};

const codeIn = ({ code }: ColumnsByField, cells: readonly Cell[]): string | null => {
  const text = code && cells[code.cell]?.text;
  if (!code || text === undefined) return null;
  if (isPlainCode(text)) return text;
  return textOf(code.read(text));
};

const nameIn = ({ name, isPlainName }: ColumnsByField, cells: readonly Cell[]): string | null => {
  const text = name && cells[name.cell]?.text;
  if (!name || text === undefined) return null;
  return isPlainName(text) ? text : textOf(name.read(text));
};
