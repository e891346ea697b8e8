import type { TableName } from '../model/ruleset.ts';

/** A cell by its table, the row as intake counts it, and its field. */
export interface CellRef {
  readonly table: TableName;
  readonly row: number;
  readonly field: string;
}

/** What a cell is to hold instead. */
export interface CellEdit extends CellRef {
  readonly text: string;
}

export const refKey = ({ table, row, field }: CellRef): string => `${table} ${row} ${field}`;

/** An edit that the file cannot take: its encoding has no bytes for the text, or its syntax no place for it. */
export class CannotEditError extends Error {
  readonly reason: 'encoding' | 'alias' | 'shape';
  readonly edit: CellEdit | null;

  constructor(reason: CannotEditError['reason'], edit: CellEdit | null) {
    super(`cannot edit: ${reason}`);
    this.reason = reason;
    this.edit = edit;
  }
}
