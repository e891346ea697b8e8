import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { LeftOut, Ruleset, Value } from '../model/ruleset.ts';
import { codesOf } from './codes.ts';
import { type Columns, namedIn, type ParentColumns } from './columns.ts';
import { isNamed, type Named, UNNAMED } from './named.ts';
import type { Entry } from './read-table.ts';
import { whereOf } from './row-index.ts';

/** What the row of a subject says besides its code and name. Neighbours that say the same share it. */
export interface SubjectRow {
  readonly fromTable: boolean;
  /** What it says of the levels around it, outermost first. */
  readonly outer: readonly Named[];
  /** Special assessments and summary counts that are filled in. */
  readonly values: Readonly<Record<string, Value>>;
  /** Those of them that were filled in and cannot be read. */
  readonly unreadable: readonly string[];
}

/** A row of the table of subjects. */
export interface ReadSubject extends Named {
  readonly row: number;
  readonly year: number | null;
  readonly says: SubjectRow;
  /** The rule by which its code leaves it out. */
  readonly out: LeftOut | undefined;
}

const REMEMBERED = 1024;

/**
 * Reads what one level around the subjects is for each row. A blank is that of the row above where the codes of both
 * begin with the same digits, or the code above with the same code; other digits name another one. A blank below a
 * filled one without any code is refused. Rows of other years fill the rows below them, too.
 */
const outerReader = (
  table: OpenTable,
  columns: ParentColumns,
  ruleset: Ruleset,
  ofYear: (year: number | null) => Diagnostics,
) => {
  const codes = codesOf(ruleset);
  const { column, level } = columns;
  let above: (Named & { readonly prefix: string | null }) | null = null;

  const say = (code: 'record.filled-down' | 'record.blank-parent', { row, cells, year }: Entry): void => {
    const { heading, cell } = column!;
    ofYear(year).add(code, { heading }, whereOf(table, row, cell, cells[cell]!));
  };

  return (entry: Entry): Named => {
    if (column === undefined) return UNNAMED;
    const prefix = codes.prefix(entry.code, level);
    const { code, name } = namedIn(columns, (cell) => entry.cells[cell]!);
    const agrees = above !== null && prefix !== null && above.prefix === prefix;
    if (name === null && code === null) {
      if (agrees) {
        say('record.filled-down', entry);
        return above!;
      }
      if (above !== null && prefix === null) say('record.blank-parent', entry);
      return UNNAMED;
    }
    if (name !== null || columns.name === undefined) {
      above = { code, name, prefix };
      return above;
    }
    const isConfirmed = above !== null && (above.code === code || (above.code === null && agrees));
    if (isConfirmed) say('record.filled-down', entry);
    above = { name: isConfirmed ? above!.name : null, code, prefix };
    return above;
  };
};

/** Turns rows of the table of subjects into what they say. */
export const subjectReader = (table: OpenTable, columns: Columns, ofYear: (year: number | null) => Diagnostics) => {
  const outerReaders = columns.parents.map((parent) => outerReader(table, parent, columns.ruleset, ofYear));
  const known = new Map<string, SubjectRow>();
  const shared = (says: SubjectRow): SubjectRow => {
    const text = JSON.stringify(says);
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size === REMEMBERED) known.clear();
    known.set(text, says);
    return says;
  };

  return (entry: Entry): SubjectRow => {
    const outer = outerReaders.map((read) => {
      const { code, name } = read(entry);
      return { code, name };
    });
    const values: Record<string, Value> = {};
    const unreadable: string[] = [];
    for (const { field, index } of columns.values) {
      const reading = entry.readings[index];
      if (reading?.value !== undefined) values[field.name] = reading.value;
      else if (reading?.problem !== undefined) unreadable.push(field.name);
    }
    return shared({ fromTable: true, outer, values, unreadable });
  };
};

/** Whether nothing says in what a subject lies. */
export const isOuterless = ({ outer }: SubjectRow): boolean => !outer.some(isNamed);
