import type { TableName } from '../model/ruleset.ts';
import { kindOf } from './field-kind.ts';
import { FORMATS } from './keywords/format.ts';
import type { JsonSchema } from './keywords/keyword.ts';
import { entriesOf, textsOf, valueAt } from './plain-data.ts';
import type { SourceDocument } from './source-file.ts';

/** The fields of a table by name. */
export type Fields = ReadonlyMap<string, JsonSchema>;

/** Streets are counted after they are judged, so a condition over them may look at the verdict; unknown is missing. */
const VERDICT: JsonSchema = { type: 'string', enum: ['pass', 'fail'] };

/** The fields that conditions over a table may name; `document` is null for a table without a record schema. */
export const fieldsOf = (table: TableName, document: SourceDocument | null): Fields => {
  const fields = entriesOf(valueAt(document?.data, 'properties')).map(
    ([name, schema]) => [name, Object.fromEntries(entriesOf(schema))] as const,
  );
  return new Map([...fields, ...(table === 'streets' ? [['verdict', VERDICT] as const] : [])]);
};

/** Whether a field can hold the value at all. */
export const isPossible = (field: JsonSchema, value: unknown): boolean => {
  if (field.type === 'integer') {
    const { minimum = -Infinity, maximum = Infinity } = field;
    return Number.isInteger(value) && Number(value) >= Number(minimum) && Number(value) <= Number(maximum);
  }
  if (typeof value !== 'string') return false;
  const kind = kindOf(field);
  if (kind === 'choice') return textsOf(field.enum).includes(value);
  return kind === 'code' || kind === 'name' ? FORMATS[kind].test(value) : true;
};

/** The values a field can hold, as far as they can be listed; for a text what was written, in quotes. */
export const possibleValues = (field: JsonSchema, written: unknown): readonly string[] => {
  if (field.type === 'integer') return [`${field.minimum ?? ''}…${field.maximum ?? ''}`];
  return kindOf(field) === 'choice' ? textsOf(field.enum) : [JSON.stringify(String(written))];
};
