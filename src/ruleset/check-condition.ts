import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isKeyField } from '../model/levels.ts';
import type { Field } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { BOUNDS } from './condition.ts';
import { kindOf, possibleValues, toAccepts } from './field.ts';
import { entriesOf, itemsOf, type JsonSchema, textsOf, valueAt } from './plain-data.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

/** A table that conditions may be over: its fields by name, and what they say of which unit a record is about. */
export interface Table {
  readonly label: Text;
  readonly fields: ReadonlyMap<string, { readonly schema: JsonSchema; readonly role: Field['role'] }>;
}

interface Context {
  readonly document: SourceDocument;
  readonly table: Table;
}

const LIMITS = new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);

/** Every field a condition names must be there, and able to hold what is asked of it. */
export const checkCondition = (context: Context, condition: unknown, pointer: string): readonly Diagnostic[] =>
  entriesOf(condition).flatMap(([keyword, value]) => {
    const at = pointerTo(pointer, keyword);
    if (keyword === 'not') return checkCondition(context, value, at);
    if (keyword === 'allOf' || keyword === 'anyOf') {
      return itemsOf(value).flatMap((part, index) => checkCondition(context, part, pointerTo(at, index)));
    }
    if (keyword === 'compare') {
      return ['sum', ...BOUNDS].flatMap((key) =>
        textsOf(valueAt(value, key)).flatMap((field, index) =>
          checkCount(context, field, pointerTo(pointerTo(at, key), index)),
        ),
      );
    }
    if (keyword !== 'properties') return [];
    return entriesOf(value).flatMap(([field, assertion]) => {
      const schema = context.table.fields.get(field)?.schema;
      const below = pointerTo(at, field);
      const unfit = checkField(context, field, below, 'key');
      return unfit.length > 0 || schema === undefined
        ? unfit
        : checkAssertion(context, { field, schema }, assertion, below);
    });
  });

/** A field that is named as a value, and has to be a count. */
export const checkCount = (context: Context, field: string, pointer: string): readonly Diagnostic[] => {
  const unfit = checkField(context, field, pointer, 'value');
  const schema = context.table.fields.get(field)?.schema;
  if (unfit.length > 0 || schema === undefined || kindOf(schema) === 'count') return unfit;
  const found = { place: context.document.placeOf(pointer), text: field };
  return [diagnose('ruleset.wrong-value', { keyword: field, expected: expectWords('type: integer') }, found)];
};

/** A field that something is asked of has to be there, and to say something of its unit. */
export const checkField = (
  { document, table: { label, fields } }: Context,
  field: string,
  pointer: string,
  as: 'key' | 'value',
): readonly Diagnostic[] => {
  const found = fields.get(field);
  if (found !== undefined && !isKeyField(found)) return [];
  const place = as === 'key' ? document.keyPlaceOf(pointer) : document.placeOf(pointer);
  const known = [...fields].flatMap(([name, each]) => (isKeyField(each) ? [] : [name]));
  const code = found === undefined ? 'ruleset.unknown-field' : 'ruleset.key-field';
  return [diagnose(code, { field, table: label, known }, { place, text: field })];
};

/** A value asked of a field that it can never hold. */
export const checkValue = (
  document: SourceDocument,
  { field, schema }: { readonly field: string; readonly schema: JsonSchema },
  value: unknown,
  pointer: string,
): readonly Diagnostic[] => {
  const isScalar = typeof value === 'string' || Number.isInteger(value);
  // What no field can hold the meta-schema has reported; a field with a list of values says more.
  if (value === undefined || toAccepts(schema)(value) || (!isScalar && kindOf(schema) !== 'choice')) return [];
  const found = { place: document.placeOf(pointer), text: document.textOf(pointer) };
  const params = {
    field,
    value: isScalar ? String(value) : JSON.stringify(value),
    possible: possibleValues(schema, value),
  };
  return [diagnose('ruleset.impossible-value', params, found)];
};

const checkAssertion = (
  context: Context,
  subject: { readonly field: string; readonly schema: JsonSchema },
  assertion: unknown,
  pointer: string,
): readonly Diagnostic[] =>
  entriesOf(assertion).flatMap(([keyword, value]) => {
    const at = pointerTo(pointer, keyword);
    const { document } = context;
    if (keyword === 'const') return checkValue(document, subject, value, at);
    if (keyword === 'enum') {
      return itemsOf(value).flatMap((item, index) => checkValue(document, subject, item, pointerTo(at, index)));
    }
    if (keyword === 'not') return checkAssertion(context, subject, value, at);
    if (keyword === 'allOf' || keyword === 'anyOf') {
      return itemsOf(value).flatMap((part, index) => checkAssertion(context, subject, part, pointerTo(at, index)));
    }
    if (!LIMITS.has(keyword) || subject.schema.type === 'integer') return [];
    const found = { place: document.keyPlaceOf(at), text: keyword };
    return [
      diagnose('ruleset.wrong-value', { keyword, expected: expectWords(`${subject.field}: { type: integer }`) }, found),
    ];
  });
