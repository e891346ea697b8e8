import type { FieldKind } from '../model/ruleset.ts';
import type { JsonSchema } from './keywords/keyword.ts';

const BY_FORMAT = new Map<unknown, FieldKind>([
  ['code', 'code'],
  ['name', 'name'],
  ['year', 'year'],
]);

/** How the raw text of a field is read, by its schema. A year is a number, but not one to count with. */
export const kindOf = (schema: JsonSchema): FieldKind => {
  const format = BY_FORMAT.get(schema.format);
  if (schema.type === 'integer') return format === 'year' ? 'year' : 'count';
  if (Array.isArray(schema.enum)) return 'choice';
  return format === 'year' ? 'text' : (format ?? 'text');
};
