import { parentFields } from '../model/levels.ts';
import type { Field, FieldKind, Level, Value } from '../model/ruleset.ts';
import { toTest } from './condition.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

// Tolerant looks into data that may not have the shape it should: what is not there is empty.

export const isMapping = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

export const entriesOf = (data: unknown): readonly (readonly [string, unknown])[] =>
  isMapping(data) ? Object.entries(data) : [];

const textOf = (data: unknown): string | null => (typeof data === 'string' ? data : null);

export const textsOf = (data: unknown): readonly string[] =>
  (Array.isArray(data) ? data : []).flatMap((item) => textOf(item) ?? []);

export const valueAt = (data: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner, key) => new Map(entriesOf(inner)).get(key), data);

/** The levels of a ruleset, as far as it says them. */
export const readLevels = (main: unknown): readonly Level[] =>
  entriesOf(valueAt(main, 'levels')).map(([id, level]): Level => {
    const of = (...path: readonly string[]) => valueAt(level, ...path);
    const noun = { zh: textOf(of('noun', 'zh')) ?? id, en: textOf(of('noun', 'en')) ?? id };
    const digits = of('code', 'digits');
    const plural = textOf(of('plural')) ?? `${noun.en}s`;
    return {
      ...{ id, noun, plural },
      table: of('records') === undefined ? null : (textOf(of('table')) ?? plural),
      within: textsOf([of('within')].flat()),
      judged: of('judged') === true,
      digits: typeof digits === 'number' ? digits : null,
      endings: textsOf(of('endings')),
      marks: textsOf(of('marks')),
    };
  });

/** The texts each format accepts; the expressions are made where they are needed, which a start need not be. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  code: (text) => /^[\p{L}\p{N}_-]{1,64}$/u.test(text),
  name: (text) => /\S/.test(text),
  year: (text) => /^\d{4}$/.test(text),
};

/** How the raw text of a field is read, by its schema. A year is a number, but not one to count with. */
export const kindOf = ({ type, format, enum: values }: JsonSchema): FieldKind => {
  if (type === 'integer') return format === 'year' ? 'year' : 'count';
  if (Array.isArray(values)) return 'choice';
  return format === 'code' || format === 'name' ? format : 'text';
};

/**
 * What a field of a record says of which unit it is about: a code or name is that of a unit around it where the field is
 * called after the level of that, as `<level>Code` and `<level>`; else its own. `outer` are the levels around its own.
 */
export const roleOf = (
  field: string,
  schema: JsonSchema,
  outer: readonly Pick<Level, 'id'>[],
): Pick<Field, 'role' | 'parent'> => {
  const kind = kindOf(schema);
  if (kind === 'year') return { role: kind };
  if (kind === 'text' && schema.role === 'evidence') return { role: schema.role };
  if (kind !== 'code' && kind !== 'name') return { role: null };
  const parent = outer.find((level) => parentFields(level)[kind] === field)?.id;
  return parent === undefined ? { role: kind } : { role: `parent-${kind}`, parent };
};

/** Whether a field can hold a value at all: of its type and format, within its limits, one of its list. */
export const toAccepts = ({
  type,
  format,
  enum: values,
  minimum,
  maximum,
}: JsonSchema): ((value: unknown) => boolean) => {
  const asked = Object.entries({ enum: values, minimum, maximum }).filter(([, of]) => of !== undefined);
  const tests = asked.map(([keyword, of]) => toTest(keyword, of));
  const isOfFormat = FORMATS[String(format)] ?? (() => true);
  const isOfType = (value: unknown): value is Value =>
    type === 'integer' ? Number.isInteger(value) : typeof value === 'string' && isOfFormat(value);
  return (value) => isOfType(value) && tests.every((test) => test(value));
};

/** The values a field can hold, as far as they can be listed; for a text what was written, in quotes. */
export const possibleValues = (field: JsonSchema, written: unknown): readonly string[] => {
  if (field.type === 'integer') return [`${field.minimum ?? ''}…${field.maximum ?? ''}`];
  return kindOf(field) === 'choice' ? textsOf(field.enum) : [JSON.stringify(String(written))];
};
