import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isKeyField } from '../model/levels.ts';
import type { Field } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { wrongValue } from './check-document.ts';
import { BOUNDS } from './condition.ts';
import { type JsonSchema, kindOf, possibleValues, toAccepts } from './documents.ts';
import type { Found, Written } from './read-yaml.ts';

/** A table that conditions may be over: its fields by name, and what they say of which unit a record is about. */
export interface Table {
  readonly label: Text;
  readonly fields: ReadonlyMap<string, { readonly schema: JsonSchema; readonly role: Field['role'] }>;
}

const LIMITS = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);

/** What is asked by each keyword, however that is joined. */
function* askedIn({ entries }: Written): Generator<readonly [string, Written]> {
  for (const [keyword, asked] of entries) {
    if (keyword === 'not') yield* askedIn(asked);
    else if (keyword === 'allOf' || keyword === 'anyOf') for (const part of asked.items) yield* askedIn(part);
    else yield [keyword, asked];
  }
}

/** Every field a condition names must be there, and able to hold what is asked of it. */
export const checkCondition = (condition: Written, table: Table): readonly Diagnostic[] =>
  [...askedIn(condition)].flatMap(([keyword, asked]) => {
    if (keyword === 'compare') {
      return ['sum', ...BOUNDS].flatMap((key) => asked.get(key).items.flatMap((field) => checkCount(field, table)));
    }
    if (keyword !== 'properties') return [];
    return asked.entries.flatMap(([field, assertion]) => {
      const unfit = checkField(field, assertion.key, table);
      const schema = table.fields.get(field)?.schema;
      return unfit.length > 0 || schema === undefined ? unfit : checkAssertion({ field, schema }, assertion);
    });
  });

/** A field that is named as a value, and has to be a count. */
export const checkCount = ({ data: field, at }: Written, table: Table): readonly Diagnostic[] => {
  if (typeof field !== 'string') return [];
  const unfit = checkField(field, at, table);
  const schema = table.fields.get(field)?.schema;
  if (unfit.length > 0 || schema === undefined || kindOf(schema) === 'count') return unfit;
  return [wrongValue(field, expectWords('type: integer'), at)];
};

/** A field that something is asked of has to be there, and to say something of its unit. */
export const checkField = (field: string, found: Found, { label, fields }: Table): readonly Diagnostic[] => {
  const known = fields.get(field);
  if (known !== undefined && !isKeyField(known)) return [];
  const others = [...fields].flatMap(([name, each]) => (isKeyField(each) ? [] : [name]));
  const code = known === undefined ? 'ruleset.unknown-field' : 'ruleset.key-field';
  return [diagnose(code, { field, table: label, known: others }, found)];
};

interface Asked {
  readonly field: string;
  readonly schema: JsonSchema;
}

/** A value asked of a field that it can never hold. */
export const checkValue = ({ field, schema }: Asked, { data, at }: Written): readonly Diagnostic[] => {
  const isScalar = typeof data === 'string' || Number.isInteger(data);
  // What no field can hold the meta-schema has reported; a field with a list of values says more.
  if (data === undefined || toAccepts(schema)(data) || (!isScalar && kindOf(schema) !== 'choice')) return [];
  const value = isScalar ? String(data) : JSON.stringify(data);
  return [diagnose('ruleset.impossible-value', { field, value, possible: possibleValues(schema, data) }, at)];
};

const checkAssertion = (of: Asked, assertion: Written): readonly Diagnostic[] =>
  [...askedIn(assertion)].flatMap(([keyword, asked]) => {
    if (keyword === 'const') return checkValue(of, asked);
    if (keyword === 'enum') return asked.items.flatMap((item) => checkValue(of, item));
    if (!LIMITS.has(keyword) || of.schema.type === 'integer') return [];
    return [wrongValue(keyword, expectWords(`${of.field}: { type: integer }`), asked.key)];
  });
