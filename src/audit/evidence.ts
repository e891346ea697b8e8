import type { Ruleset, TableName } from '../model/ruleset.ts';

/** The field of a record that names its evidence, where there is one: written, never asked. */
export const evidenceField = ({ records }: Ruleset, table: TableName): string | undefined =>
  records[table]!.fields.find(({ role }) => role === 'evidence')?.name;
