import { withSubmission } from '../assess.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { innerLevels, isJudgedTable } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { AuditRequest } from './audit-file.ts';
import { type FileCell, textAt } from './rows.ts';

/** The fields of a table that some rule reads, in the order of the record schema. */
const fieldsRead = (ruleset: Ruleset, table: TableName): string[] => {
  const { records, rules, indicators } = ruleset;
  const read = new Set([
    ...indicators.filter(({ of }) => of === table).flatMap(({ condition }) => condition.fields),
    ...(isJudgedTable(ruleset, table)
      ? [
          ...rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : [])),
          ...indicators.flatMap(({ counted }) => (counted === undefined ? [] : [counted.met, counted.of])),
        ]
      : []),
  ]);
  return records[table]!.fields.map(({ name }) => name).filter((name) => read.has(name));
};

/** Of every unit of the year judged, subjects included, the cells that say something a rule reads. */
export const filledCells = async (
  request: AuditRequest,
  tables: readonly OpenTable[],
  ruleset: Ruleset,
): Promise<FileCell[][]> => {
  return withSubmission({ ...request, command: 'validate', witnesses: 0, amend: () => tables }, ({ read }) => {
    if (read === null) return [];
    const { register } = read;
    const units = innerLevels(ruleset).flatMap(({ id }) => register.allOf(id));
    const rows = [
      ...register.subjects.flatMap(({ fromTable, row }) => (fromTable ? [row] : [])),
      ...units.map(({ unit }) => register.row(unit)),
    ];
    return rows
      .map((at): FileCell[] => {
        const { table: open, row } = register.index.find(at);
        const { table, input: file } = open;
        return fieldsRead(ruleset, table)
          .filter((field) => textAt(open, ruleset, row, field).trim() !== '')
          .map((field) => ({ file, table, row, field }));
      })
      .filter((cells) => cells.length > 0);
  });
};
