import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import recordSchema from '../../rules/schema/record.schema.json?raw';
import rulesetSchema from '../../rules/schema/ruleset.schema.json?raw';
import { diagnose } from '../diagnostics/diagnostics.ts';
import { NO_MAPPING } from '../diagnostics/entries/rulesets.ts';
import {
  expectKeys,
  expectList,
  expectNumber,
  expectSome,
  expectText,
  expectWords,
  TEXT_OR_INTEGER,
} from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { isMapping, type JsonSchema } from './documents.ts';
import type { Found, Written } from './read-yaml.ts';

/** The meta-schemas, as they are published: of `ruleset.yaml`, and of a record schema. */
export const RULESET_SCHEMA: JsonSchema = JSON.parse(rulesetSchema);
export const RECORD_SCHEMA: JsonSchema = JSON.parse(recordSchema);

/** These only say that something inside them failed, which is reported itself. */
const WRAPPERS = new Set(['if', 'propertyNames']);

// `strict: true` would also refuse schemas written without `type`.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true });

export const wrongValue = (keyword: string, expected: Text, found: Found): Diagnostic =>
  diagnose('ruleset.wrong-value', { keyword, expected }, found);

/** Told where the key is of what lacks it. */
export const missingKeyword = (keyword: string, { key: { place } }: Written): Diagnostic =>
  diagnose('ruleset.missing-keyword', { keyword }, { place });

/** Holds a document against its meta-schema: every misspelt, missing or wrong keyword, in reading order. */
export const checkDocument = (schema: JsonSchema, document: Written): readonly Diagnostic[] => {
  const validate = ajv.compile(schema);
  const { data } = document;
  if (!isMapping(data)) {
    const found = NO_MAPPING[data === null ? 'nothing' : Array.isArray(data) ? 'list' : 'value'];
    const { place, text } = document.at;
    return [diagnose('ruleset.shape', { found }, { place, text: text || null })];
  }
  if (validate(data)) return [];
  const found = (validate.errors ?? [])
    .filter((error) => !WRAPPERS.has(error.keyword))
    .map((error) => toDiagnostic(error, document));
  // One wrong value may break several keywords of its schema; the first says enough.
  const seen = new Set<string>();
  return found.filter(({ code, place, params }) => {
    const key = JSON.stringify([place, code, code === 'ruleset.wrong-value' ? null : params]);
    return !seen.has(key) && seen.add(key);
  });
};

const toDiagnostic = (error: ErrorObject, document: Written): Diagnostic => {
  const { instancePath, keyword, params, propertyName } = error;
  const path = keysIn(instancePath);
  const at = document.get(...path);
  const schema = error.parentSchema as JsonSchema;
  if (keyword === 'additionalProperties') {
    const own = params.additionalProperty as string;
    return diagnose('ruleset.unknown-keyword', { keyword: own, known: keysOf(schema) }, at.get(own).key);
  }
  const lacking = missingKeywords(error);
  if (lacking !== null) return missingKeyword(lacking, at);
  const expected = describeSchema(schema);
  if (propertyName !== undefined) return wrongValue(propertyName, expected, at.get(propertyName).key);
  return wrongValue(path.findLast((key) => !/^\d+$/.test(key)) ?? '', expected, at.at);
};

/** The keys of a JSON pointer. */
const keysIn = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The keyword that an object lacks, or those of which it lacks one; null where the error is another. */
const missingKeywords = ({ keyword, params, parentSchema, data }: ErrorObject): string | null => {
  if (keyword === 'required') return params.missingProperty;
  if (keyword !== 'minProperties') return null;
  const possible = keysOf(parentSchema as JsonSchema).filter((key) => !Object.hasOwn(data as object, key));
  return possible.length === 0 ? null : possible.join(' | ');
};

const keysOf = ({ properties = {} }: JsonSchema): readonly string[] => Object.keys(properties as object);

/** What a schema expects, in words for people. */
const describeSchema = (schema: JsonSchema): Text => {
  const { type, minimum, maximum, pattern, minItems, maxItems, maxProperties, properties, required } = schema;
  if (schema.const !== undefined) return expectWords(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) return expectWords(...schema.enum);
  if (Array.isArray(type))
    return type.includes('array') ? expectWords(...(schema.examples as string[])) : TEXT_OR_INTEGER;
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
