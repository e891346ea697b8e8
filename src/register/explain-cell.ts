import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Column } from './columns.ts';
import type { CellProblem, Reading } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';

/** Whether there is nothing to say of a reading. */
export const isPlain = ({ problem, note }: Reading): boolean => problem === undefined && note === undefined;

/** Says what is wrong with the cells of a table, and what was changed to read them. */
export const cellExplainer =
  (table: OpenTable, diagnostics: Diagnostics) =>
  ({ note, problem }: Reading, { heading, known, cell }: Column, row: number, text: string, severity?: Severity) => {
    if (problem && !diagnostics.lists(problem, table.path)) {
      diagnostics.addUnlisted(problem, table.path, severity);
      return;
    }
    const where = whereOf(table, row, cell, text);
    if (note) diagnostics.add(note, { heading }, where);
    if (problem === 'record.unknown-value') {
      diagnostics.add('record.unknown-value', { heading, known }, where, severity);
    } else if (problem) {
      diagnostics.add<Exclude<CellProblem, 'record.unknown-value'>>(problem, { heading }, where, severity);
    }
  };
