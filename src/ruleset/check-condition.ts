import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isKeyField } from '../model/levels.ts';
import type { Field } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import { wrongValue } from './check-document.ts';
import { BOUNDS } from './condition.ts';
import {
  entriesOf,
  itemsOf,
  type JsonSchema,
  kindOf,
  possibleValues,
  textsOf,
  toAccepts,
  valueAt,
} from './documents.ts';
import { type Found, pointerTo, type SourceDocument } from './read-yaml.ts';

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

/** What is asked, each keyword with its value and where it stands, however that is joined. */
function* askedIn(condition: unknown, pointer: string): Generator<readonly [string, unknown, string]> {
  for (const [keyword, value] of entriesOf(condition)) {
    const at = pointerTo(pointer, keyword);
    if (keyword === 'not') yield* askedIn(value, at);
    else if (keyword === 'allOf' || keyword === 'anyOf') {
      for (const [index, part] of itemsOf(value).entries()) yield* askedIn(part, pointerTo(at, index));
    } else yield [keyword, value, at];
  }
}

/** Every field a condition names must be there, and able to hold what is asked of it. */
export const checkCondition = (context: Context, condition: unknown, pointer: string): readonly Diagnostic[] =>
  [...askedIn(condition, pointer)].flatMap(([keyword, value, at]) => {
    if (keyword === 'compare') {
      return ['sum', ...BOUNDS].flatMap((key) =>
        textsOf(valueAt(value, key)).flatMap((field, index) =>
          checkCount(context, field, pointerTo(pointerTo(at, key), index)),
        ),
      );
    }
    if (keyword !== 'properties') return [];
    return entriesOf(value).flatMap(([field, assertion]) => {
      const below = pointerTo(at, field);
      const unfit = checkField(context, field, context.document.keyAt(below));
      const schema = context.table.fields.get(field)?.schema;
      return unfit.length > 0 || schema === undefined
        ? unfit
        : checkAssertion(context.document, { field, schema }, assertion, below);
    });
  });

/** A field that is named as a value, and has to be a count. */
export const checkCount = (context: Context, field: string, pointer: string): readonly Diagnostic[] => {
  const found = context.document.at(pointer);
  const unfit = checkField(context, field, found);
  const schema = context.table.fields.get(field)?.schema;
  if (unfit.length > 0 || schema === undefined || kindOf(schema) === 'count') return unfit;
  return [wrongValue(field, expectWords('type: integer'), found)];
};

/** A field that something is asked of has to be there, and to say something of its unit. */
export const checkField = (
  { table: { label, fields } }: Pick<Context, 'table'>,
  field: string,
  found: Found,
): readonly Diagnostic[] => {
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
export const checkValue = ({ field, schema }: Asked, written: unknown, found: Found): readonly Diagnostic[] => {
  const isScalar = typeof written === 'string' || Number.isInteger(written);
  // What no field can hold the meta-schema has reported; a field with a list of values says more.
  if (written === undefined || toAccepts(schema)(written) || (!isScalar && kindOf(schema) !== 'choice')) return [];
  const value = isScalar ? String(written) : JSON.stringify(written);
  return [diagnose('ruleset.impossible-value', { field, value, possible: possibleValues(schema, written) }, found)];
};

const checkAssertion = (
  document: SourceDocument,
  asked: Asked,
  assertion: unknown,
  pointer: string,
): readonly Diagnostic[] =>
  [...askedIn(assertion, pointer)].flatMap(([keyword, value, at]) => {
    if (keyword === 'const') return checkValue(asked, value, document.at(at));
    if (keyword === 'enum') {
      return itemsOf(value).flatMap((item, index) => checkValue(asked, item, document.at(pointerTo(at, index))));
    }
    if (!LIMITS.has(keyword) || asked.schema.type === 'integer') return [];
    return [wrongValue(keyword, expectWords(`${asked.field}: { type: integer }`), document.keyAt(at))];
  });
