import { isJudgedTable } from '../model/levels.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import type { Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';

/** Fields of a table that no input has a column for and that a form of it cannot have either. */
export interface WithheldFields {
  /** Summary counts of subjects with units stand for them: the register would count instead. */
  readonly summarised: ReadonlySet<string>;
  /** Subjects without units and without summary counts would be those that have none, though nothing is known of them. */
  readonly unitless: ReadonlySet<string>;
}

/**
 * A column that is there, though blank, makes the register count: what is known would become unknown, and what is
 * unknown “not applicable”.
 */
export const withheldFields = (
  table: TableName,
  subjects: readonly Subject[],
  owners: ReadonlySet<Subject>,
  register: Register,
  ruleset: Ruleset,
): WithheldFields => {
  const summarised = new Set<string>();
  const unitless = new Set<string>();
  for (const { of, counted, condition } of ruleset.indicators) {
    if (of !== table || isJudgedTable(ruleset, table)) continue;
    const lacking = condition.fields.filter((field) => !register.hasColumns(table, [field]));
    const hasSummary = ({ values }: Subject) =>
      counted !== undefined && (counted.met in values || counted.of in values);
    for (const field of lacking) {
      if (subjects.some((each) => owners.has(each) && hasSummary(each))) summarised.add(field);
      if (subjects.some((each) => !owners.has(each) && !hasSummary(each))) unitless.add(field);
    }
  }
  return { summarised, unitless };
};
