import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/street.ts';

/**
 * The fields of a table for which the summary counts of its units' streets stand, because no input has a column for
 * them. A column that is there, though blank, would make the register count instead, and turn what is known into
 * unknown.
 */
export const replacedFields = (
  table: TableName,
  streets: readonly Street[],
  records: Records,
  { indicators }: Ruleset,
): ReadonlySet<string> =>
  new Set(
    indicators
      .filter(({ of, counted }) => of === table && counted !== undefined)
      .filter(({ counted }) => streets.some(({ values }) => counted!.met in values || counted!.of in values))
      .flatMap(({ condition }) => condition.fields.filter((field) => !records.hasColumns(table, [field]))),
  );
