import type { JsonSchema } from './keywords/keyword.ts';

/** What a schema expects, in its own words and so in every language: `street | district`, `integer 1900…2999`. */
export const describeSchema = (schema: JsonSchema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : String(schema.type ?? '');
  const { minimum, maximum, pattern, minItems, maxItems, maxProperties, properties } = schema;
  const details = [
    minimum === undefined && maximum === undefined ? '' : `${minimum ?? ''}…${maximum ?? ''}`,
    pattern === undefined || pattern === '\\S' ? '' : `/${pattern}/`,
    minItems === undefined && maxItems === undefined ? '' : `[${minItems ?? 0}…${maxItems ?? ''}]`,
    maxProperties === undefined ? '' : `{${Object.keys(properties ?? {}).join(', ')}} (${maxProperties})`,
  ];
  return [type, ...details].filter((part) => part !== '').join(' ');
};
