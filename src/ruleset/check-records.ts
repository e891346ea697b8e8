import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectMendable, expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import { innerLevels, parentFields, tableLabel, tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { wrongValue } from './check-document.ts';
import { entriesOf, type JsonSchema, kindOf, roleOf, textsOf, valueAt } from './documents.ts';
import { type Found, pointerTo, type SourceDocument } from './read-yaml.ts';

const EXPECTED = {
  code: expectWords('type: string, format: code'),
  name: expectWords('type: string, format: name'),
  year: expectWords('type: integer, format: year'),
  evidence: expectWords('type: string'),
  previousOf: expectWords('type: integer'),
} as const;

interface Context {
  readonly document: SourceDocument;
  readonly level: Level;
  readonly levels: readonly Level[];
  readonly fields: ReadonlyMap<string, JsonSchema>;
}

/** What the meta-schema of a record schema cannot say: the roles of its fields, headings and labels. */
export const checkRecords = (
  level: Level,
  document: SourceDocument,
  levels: readonly Level[],
): readonly Diagnostic[] => {
  const written = entriesOf(valueAt(document.data, 'properties'));
  const fields = new Map(written.map(([name, schema]) => [name, Object.fromEntries(entriesOf(schema))]));
  const context = { document, level, levels, fields };
  return [
    ...checkRoles(context),
    ...checkHeadings(context),
    ...[...fields].flatMap(([name, schema]) => [
      ...checkLabels(name, schema, document),
      ...checkPrevious(name, schema, context),
      ...checkMendable(name, schema, context),
    ]),
  ];
};

const pointerOf = (...path: readonly (string | number)[]): string => path.reduce<string>(pointerTo, '/properties');

/** Each role is that of one field; and what a unit is called, and what it lies in, has to be said. */
const checkRoles = ({ document, level, levels, fields }: Context): readonly Diagnostic[] => {
  const outer = levels.slice(0, levels.indexOf(level));
  const owners = new Map<string, string>();
  const found = [...fields].flatMap(([name, schema]): readonly Diagnostic[] => {
    const key = document.keyAt(pointerOf(name));
    const wrong = (kind: keyof typeof EXPECTED) => [wrongValue(name, EXPECTED[kind], key)];
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
    if (owner === undefined) owners.set(role, name);
    if (owner === undefined) return [];
    const related = [document.keyAt(pointerOf(owner)).place];
    const said = role === 'evidence' ? `role: ${role}` : `format: ${role}`;
    return [diagnose('ruleset.duplicate-key', { key: said }, { ...key, related })];
  });
  if (fields.size === 0) return found;
  const { place } = document.keyAt('/properties');
  const lacking = (names: readonly string[]): Diagnostic =>
    diagnose('ruleset.missing-field', { table: tableOf(level), fields: names }, { place });
  const leading = leadingTo(level, levels).flatMap((parent) => Object.values(parentFields(parent)).toReversed());
  return [
    ...found,
    ...(owners.has('code') || owners.has('name') ? [] : [lacking(['code', 'name'])]),
    ...(leading.length > 0 && !leading.some((name) => fields.has(name)) ? [lacking(leading)] : []),
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

const checkHeadings = ({ document, fields }: Context): readonly Diagnostic[] => {
  const owners = new Map<string, { readonly field: string; readonly found: Found }>();
  for (const field of fields.keys()) owners.set(foldHeading(field), { field, found: document.keyAt(pointerOf(field)) });
  return [...fields].flatMap(([field, schema]) =>
    textsOf(schema.headings).flatMap((heading, index) => {
      const found = document.at(pointerOf(field, 'headings', index));
      const owner = owners.get(foldHeading(heading));
      if (owner === undefined) owners.set(foldHeading(heading), { field, found });
      if (owner === undefined || owner.field === field) return [];
      const related = [owner.found.place];
      return [diagnose('ruleset.ambiguous-heading', { heading, fields: [owner.field, field] }, { ...found, related })];
    }),
  );
};

/** A count of the year before is that of another count. */
const checkPrevious = (
  field: string,
  { previousOf, ...schema }: JsonSchema,
  { document, level, fields }: Context,
): readonly Diagnostic[] => {
  if (typeof previousOf !== 'string') return [];
  const pointer = pointerOf(field, 'previousOf');
  if (kindOf(schema) !== 'count') return [wrongValue(field, EXPECTED.previousOf, document.keyAt(pointer))];
  const known = [...fields].flatMap(([name, of]) => (name !== field && kindOf(of) === 'count' ? [name] : []));
  if (known.includes(previousOf)) return [];
  const slots = { field: previousOf, table: tableLabel(level), known };
  return [diagnose('ruleset.unknown-field', slots, document.at(pointer))];
};

/** Only what a unit that is counted says of itself can be mended, and only where the values to choose from are known. */
const checkMendable = (
  field: string,
  schema: JsonSchema,
  { document, level, levels }: Context,
): readonly Diagnostic[] => {
  const kind = kindOf(schema);
  const counted = innerLevels({ levels });
  const isMendable = counted.includes(level) && (kind === 'choice' || kind === 'count');
  if (schema.mendable === undefined || isMendable) return [];
  return [
    wrongValue('mendable', expectMendable(counted.map(tableLabel)), document.keyAt(pointerOf(field, 'mendable'))),
  ];
};

const checkLabels = (field: string, schema: JsonSchema, document: SourceDocument): readonly Diagnostic[] => {
  const possible = textsOf(schema.enum);
  const owners = new Map<string, { readonly value: string; readonly found?: Found }>(
    possible.map((value) => [foldLabel(value), { value }]),
  );
  return entriesOf(schema.labels).flatMap(([value, texts]) => {
    if (!possible.includes(value)) {
      const found = document.keyAt(pointerOf(field, 'labels', value));
      return [diagnose('ruleset.impossible-value', { field, value, possible }, found)];
    }
    return textsOf(texts).flatMap((label, index) => {
      const found = document.at(pointerOf(field, 'labels', value, index));
      const owner = owners.get(foldLabel(label));
      if (owner === undefined) owners.set(foldLabel(label), { value, found });
      if (owner === undefined || owner.value === value) return [];
      const related = owner.found === undefined ? [] : [owner.found.place];
      return [diagnose('ruleset.duplicate-key', { key: label }, { ...found, related })];
    });
  });
};
