import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectMendable, expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import { innerLevels, parentFields, tableLabel, tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { wrongValue } from './check-document.ts';
import { entriesOf, type JsonSchema, kindOf, roleOf, textsOf } from './documents.ts';
import type { Found, Written } from './read-yaml.ts';

const EXPECTED = {
  code: expectWords('type: string, format: code'),
  name: expectWords('type: string, format: name'),
  year: expectWords('type: integer, format: year'),
  evidence: expectWords('type: string'),
  previousOf: expectWords('type: integer'),
} as const;

/** A field of a record: its schema, as it is written and as it is read. */
interface FieldSchema {
  readonly name: string;
  readonly at: Written;
  readonly schema: JsonSchema;
}

interface Context {
  readonly level: Level;
  readonly levels: readonly Level[];
  /** `properties`. */
  readonly whole: Written;
  readonly fields: readonly FieldSchema[];
}

/** What the meta-schema of a record schema cannot say: the roles of its fields, headings and labels. */
export const checkRecords = (level: Level, document: Written, levels: readonly Level[]): readonly Diagnostic[] => {
  const whole = document.get('properties');
  const fields = whole.entries.map(([name, at]) => ({ name, at, schema: Object.fromEntries(entriesOf(at.data)) }));
  const context = { level, levels, whole, fields };
  return [
    ...checkRoles(context),
    ...checkHeadings(fields),
    ...fields.flatMap((field) => [
      ...checkLabels(field),
      ...checkPrevious(field, context),
      ...checkMendable(field, context),
    ]),
  ];
};

/** Each role is that of one field; and what a unit is called, and what it lies in, has to be said. */
const checkRoles = ({ level, levels, whole, fields }: Context): readonly Diagnostic[] => {
  const outer = levels.slice(0, levels.indexOf(level));
  const owners = new Map<string, Written>();
  const found = fields.flatMap(({ name, at, schema }): readonly Diagnostic[] => {
    const wrong = (kind: keyof typeof EXPECTED) => [wrongValue(name, EXPECTED[kind], at.key)];
    const { role } = roleOf(name, schema, outer);
    // What is called after a level names a unit of it.
    const called = outer
      .map(parentFields)
      .flatMap(({ name: own, code }) => (own === name ? 'name' : code === name ? 'code' : []))[0];
    if (called !== undefined && role !== `parent-${called}`) return wrong(called);
    if (schema.format === 'year' && role !== 'year') return wrong('year');
    if (schema.role === 'evidence' && role !== 'evidence') return wrong('evidence');
    if (role === null || called !== undefined) return [];
    const owner = owners.get(role);
    if (owner === undefined) owners.set(role, at);
    if (owner === undefined) return [];
    const key = role === 'evidence' ? `role: ${role}` : `format: ${role}`;
    return [diagnose('ruleset.duplicate-key', { key }, { ...at.key, related: [owner.key.place] })];
  });
  if (fields.length === 0) return found;
  const { place } = whole.key;
  const lacking = (names: readonly string[]): Diagnostic =>
    diagnose('ruleset.missing-field', { table: tableOf(level), fields: names }, { place });
  const leading = leadingTo(level, levels).flatMap((parent) => Object.values(parentFields(parent)).toReversed());
  return [
    ...found,
    ...(owners.has('code') || owners.has('name') ? [] : [lacking(['code', 'name'])]),
    ...(leading.length > 0 && !fields.some(({ name }) => leading.includes(name)) ? [lacking(leading)] : []),
  ];
};

/** The levels by which a unit that is counted is known to lie in one that is judged: that itself, or one with a table. */
const leadingTo = (level: Level, levels: readonly Level[]): readonly Level[] => {
  const judged = levels.findIndex((each) => each.judged);
  if (judged < 0) return [];
  return levels
    .slice(judged, levels.indexOf(level))
    .filter(({ id, judged: is, table }) => level.within.includes(id) && (is || table !== null));
};

const checkHeadings = (fields: readonly FieldSchema[]): readonly Diagnostic[] => {
  const owners = new Map<string, { readonly field: string; readonly found: Found }>();
  for (const { name, at } of fields) owners.set(foldHeading(name), { field: name, found: at.key });
  return fields.flatMap(({ name: field, at }) =>
    at.get('headings').items.flatMap(({ data: heading, at: found }) => {
      if (typeof heading !== 'string') return [];
      const owner = owners.get(foldHeading(heading));
      if (owner === undefined) owners.set(foldHeading(heading), { field, found });
      if (owner === undefined || owner.field === field) return [];
      const related = [owner.found.place];
      return [diagnose('ruleset.ambiguous-heading', { heading, fields: [owner.field, field] }, { ...found, related })];
    }),
  );
};

/** A count of the year before is that of another count. */
const checkPrevious = ({ name: field, at, schema }: FieldSchema, { level, fields }: Context): readonly Diagnostic[] => {
  const { data: previous, at: found, key } = at.get('previousOf');
  if (typeof previous !== 'string') return [];
  if (kindOf(schema) !== 'count') return [wrongValue(field, EXPECTED.previousOf, key)];
  const counts = fields.filter(({ name, schema: of }) => name !== field && kindOf(of) === 'count');
  const known = counts.map(({ name }) => name);
  if (known.includes(previous)) return [];
  return [diagnose('ruleset.unknown-field', { field: previous, table: tableLabel(level), known }, found)];
};

/** Only what a unit that is counted says of itself can be mended, and only where the values to choose from are known. */
const checkMendable = ({ at, schema }: FieldSchema, { level, levels }: Context): readonly Diagnostic[] => {
  const kind = kindOf(schema);
  const counted = innerLevels({ levels });
  const isMendable = counted.includes(level) && (kind === 'choice' || kind === 'count');
  if (schema.mendable === undefined || isMendable) return [];
  return [wrongValue('mendable', expectMendable(counted.map(tableLabel)), at.get('mendable').key)];
};

const checkLabels = ({ name: field, at, schema }: FieldSchema): readonly Diagnostic[] => {
  const possible = textsOf(schema.enum);
  const owners = new Map<string, { readonly value: string; readonly found?: Found }>(
    possible.map((value) => [foldLabel(value), { value }]),
  );
  return at.get('labels').entries.flatMap(([value, labels]) => {
    if (!possible.includes(value)) {
      return [diagnose('ruleset.impossible-value', { field, value, possible }, labels.key)];
    }
    return labels.items.flatMap(({ data: label, at: found }) => {
      if (typeof label !== 'string') return [];
      const owner = owners.get(foldLabel(label));
      if (owner === undefined) owners.set(foldLabel(label), { value, found });
      if (owner === undefined || owner.value === value) return [];
      const related = owner.found === undefined ? [] : [owner.found.place];
      return [diagnose('ruleset.duplicate-key', { key: label }, { ...found, related })];
    });
  });
};
