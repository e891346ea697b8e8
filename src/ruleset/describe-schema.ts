import {
  expectKeys,
  expectList,
  expectNumber,
  expectSome,
  expectText,
  expectWords,
  TEXT_OR_INTEGER,
} from '../diagnostics/expectations.ts';
import type { Text } from '../model/text.ts';
import type { JsonSchema } from './keywords/keyword.ts';

/** What a schema expects, in words for people. */
export const describeSchema = (schema: JsonSchema): Text => {
  const { type, minimum, maximum, pattern, minItems, maxItems, maxProperties, properties, required } = schema;
  if (schema.const !== undefined) return expectWords(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) return expectWords(...schema.enum);
  if (Array.isArray(type)) return TEXT_OR_INTEGER;
  if (type === 'integer' || type === 'number') return expectNumber(type, minimum, maximum);
  if (type === 'array') return expectList(minItems as number | undefined, maxItems as number | undefined);
  if (type === 'object') {
    const keys = Object.keys(properties ?? {});
    return maxProperties === undefined
      ? expectKeys((required as readonly string[] | undefined) ?? keys)
      : expectSome(maxProperties as number, keys);
  }
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  return expectText({ example, ...(pattern === '\\S' ? {} : { pattern }) });
};
