import type { TableName } from '../model/ruleset.ts';
import { kindOf } from './field-kind.ts';
import { FORMATS } from './keywords/format.ts';
import type { JsonSchema } from './keywords/keyword.ts';
import { entriesOf, textsOf, valueAt } from './plain-data.ts';
import type { SourceDocument } from './source-file.ts';

/** The fields of a table by name. */
export type Fields = ReadonlyMap<string, JsonSchema>;

/** Streets are counted after they are judged, so a condition over them may look at the verdict. */
const VERDICT: JsonSchema = { type: 'string', enum: ['pass', 'fail', 'unknown'] };

/** The fields that conditions over a table may name. */
export const fieldsOf = (table: TableName, document: SourceDocument): Fields => {
  const fields = entriesOf(valueAt(document.data, 'properties')).map(
    ([name, schema]) => [name, Object.fromEntries(entriesOf(schema))] as const,
  );
  return new Map([...fields, ...(table === 'streets' ? [['verdict', VERDICT] as const] : [])]);
};

/** Whether a field can hold the value at all. */
export const isPossible = (field: JsonSchema, value: unknown): boolean => {
  const kind = kindOf(field);
  if (kind === 'choice') return textsOf(field.enum).some((text) => text === value);
  if (kind !== 'count') return typeof value === 'string' && (kind === 'text' || FORMATS[kind].test(value));
  const { minimum = -Infinity, maximum = Infinity } = field;
  return Number.isInteger(value) && (value as number) >= Number(minimum) && (value as number) <= Number(maximum);
};

/** The values a field can hold, as far as they can be listed. */
export const possibleValues = (field: JsonSchema): readonly string[] => {
  const kind = kindOf(field);
  if (kind === 'choice') return textsOf(field.enum);
  return kind === 'count' ? [`${field.minimum ?? ''}…${field.maximum ?? ''}`] : [kind];
};
