import type { OpenTable } from '../intake/open-table.ts';
import type { Subject } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { AuditFile } from './audit-file.ts';
import type { Answered } from './journal.ts';
import { type Choice, choicesOf, describeCell, type Question } from './question.ts';
import { type FileCell, rowFinder, textAt } from './rows.ts';

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  streets: [],
  communities: ['street'],
  compounds: ['street', 'community'],
};

/** Of several files: the table that a cell is in. */
export const tableOf = (tables: readonly (readonly OpenTable[])[], cell: FileCell): OpenTable =>
  tables[cell.file]!.find(({ table }) => table === cell.table)!;

/** What is known of a cell besides the tables. */
export interface Circumstances {
  /** Null to be looked up among the streets by what the row says. */
  readonly street: Subject | null;
  readonly decides: boolean;
  readonly answer: Answered | null;
}

/** Finds cells by witnesses, and turns cells into questions. */
export const describer = (files: readonly AuditFile[], ruleset: Ruleset) => {
  const before = files.map(({ tables }) => tables);
  const rows = rowFinder(before, ruleset);
  const fold = nameFolder(ruleset, judgedLevel(ruleset));
  const known = new Map<string, readonly Choice[]>();

  const choicesIn = (cell: FileCell): readonly Choice[] => {
    const key = `${cell.file} ${cell.table} ${cell.field}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const table = tableOf(before, cell);
    const field = ruleset.records[cell.table]!.fields.find(({ name }) => name === cell.field)!;
    const texts: string[] = [];
    for (let row = table.above; row <= table.above || table.locate(row).length > 0; row++)
      texts.push(textAt(table, ruleset, row, cell.field));
    const choices = choicesOf(field, table.headings, texts);
    known.set(key, choices);
    return choices;
  };

  const streetOf = (cell: FileCell, table: OpenTable, streets: readonly Subject[]): Subject | null => {
    const isStreet = cell.table === 'streets';
    const code = rows.named(table, cell.row, isStreet ? 'code' : 'streetCode');
    const name = rows.named(table, cell.row, isStreet ? 'name' : 'street');
    const isNamed = (street: Subject) => name !== null && street.name !== null && fold(street.name) === fold(name);
    return streets.find((street) => code !== null && street.code === code) ?? streets.find(isNamed) ?? null;
  };

  const withinOf = (cell: FileCell, table: OpenTable, street: Subject | null): string[] =>
    PARENTS[cell.table]!.flatMap((parent) => {
      const known = parent === 'street' ? (street?.name ?? null) : null;
      const named = known ?? rows.named(table, cell.row, parent) ?? rows.named(table, cell.row, `${parent}Code`);
      return named?.trim() ?? [];
    });

  return {
    find: rows.find,
    /** `tables` are those with the answers so far. */
    describe: (
      cell: FileCell,
      tables: readonly (readonly OpenTable[])[],
      streets: readonly Subject[],
      { street: given, decides, answer }: Circumstances,
    ): Question => {
      const table = tableOf(tables, cell);
      const was = tableOf(before, cell);
      const street = given ?? streetOf(cell, was, streets);
      const unit = { code: rows.named(was, cell.row, 'code'), name: rows.named(was, cell.row, 'name') };
      const known = { ...unit, within: withinOf(cell, was, street), street, decides, answer };
      return describeCell(cell, table, was, ruleset, known, choicesIn(cell));
    },
  };
};
