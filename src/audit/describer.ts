import type { OpenTable } from '../intake/open-table.ts';
import type { Subject } from '../model/assessment.ts';
import { isJudgedTable, judgedLevel, levelOfTable, parentFields } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { namedLevels } from '../register/columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { AuditFile } from './audit-file.ts';
import type { Answered } from './journal.ts';
import { type Choice, choicesOf, describeCell, type Question } from './question.ts';
import { type FileCell, rowFinder, textAt } from './rows.ts';

const OWN = { code: 'code', name: 'name' } as const;

/** Of several files: the table that a cell is in. */
export const tableOf = (tables: readonly (readonly OpenTable[])[], cell: FileCell): OpenTable =>
  tables[cell.file]!.find(({ table }) => table === cell.table)!;

/** What is known of a cell besides the tables. */
export interface Circumstances {
  /** Null to be looked up among the subjects by what the row says. */
  readonly subject: Subject | null;
  readonly decides: boolean;
  readonly answer: Answered | null;
}

/** Finds cells by witnesses, and turns cells into questions. */
export const describer = (files: readonly AuditFile[], ruleset: Ruleset) => {
  const before = files.map(({ tables }) => tables);
  const rows = rowFinder(before, ruleset);
  const judged = judgedLevel(ruleset);
  const fold = nameFolder(ruleset, judged);
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

  const subjectOf = (cell: FileCell, table: OpenTable, subjects: readonly Subject[]): Subject | null => {
    const fields = isJudgedTable(ruleset, cell.table) ? OWN : parentFields(judged);
    const code = rows.named(table, cell.row, fields.code);
    const name = rows.named(table, cell.row, fields.name);
    const isNamed = (each: Subject) => name !== null && each.name !== null && fold(each.name) === fold(name);
    return subjects.find((each) => code !== null && each.code === code) ?? subjects.find(isNamed) ?? null;
  };

  const withinOf = (cell: FileCell, table: OpenTable, subject: Subject | null): string[] => {
    if (isJudgedTable(ruleset, cell.table)) return [];
    return namedLevels(ruleset, levelOfTable(ruleset, cell.table)).flatMap((level) => {
      const { code, name } = parentFields(level);
      const known = level.judged ? (subject?.name ?? null) : null;
      const named = known ?? rows.named(table, cell.row, name) ?? rows.named(table, cell.row, code);
      return named?.trim() ?? [];
    });
  };

  return {
    find: rows.find,
    /** `tables` are those with the answers so far. */
    describe: (
      cell: FileCell,
      tables: readonly (readonly OpenTable[])[],
      subjects: readonly Subject[],
      { subject: given, decides, answer }: Circumstances,
    ): Question => {
      const table = tableOf(tables, cell);
      const was = tableOf(before, cell);
      const subject = given ?? subjectOf(cell, was, subjects);
      const unit = { code: rows.named(was, cell.row, OWN.code), name: rows.named(was, cell.row, OWN.name) };
      const known = { ...unit, within: withinOf(cell, was, subject), subject, decides, answer };
      return describeCell(cell, table, was, ruleset, known, choicesIn(cell));
    },
  };
};
