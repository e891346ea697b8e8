import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectMendable, expectWords } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import { innerLevels, parentFields, tableLabel, tableOf } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { kindOf, roleOf } from './field.ts';
import { entriesOf, type JsonSchema, textsOf, valueAt } from './plain-data.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

const EXPECTED = {
  code: expectWords('type: string, format: code'),
  name: expectWords('type: string, format: name'),
  year: expectWords('type: integer, format: year'),
  evidence: expectWords('type: string'),
  previousOf: expectWords('type: integer'),
} as const;

/** What the meta-schema of a record schema cannot say: the roles of its fields, headings and labels. */
export const checkRecords = (
  level: Level,
  document: SourceDocument,
  levels: readonly Level[],
): readonly Diagnostic[] => [
  ...checkRoles(level, document, levels),
  ...checkHeadings(document),
  ...entriesOf(valueAt(document.data, 'properties')).flatMap(([field]) => [
    ...checkLabels(field, document),
    ...checkPrevious(field, level, document),
    ...checkMendable(field, level, document, levels),
  ]),
];

const schemaOf = (document: SourceDocument, field: string): JsonSchema =>
  Object.fromEntries(entriesOf(valueAt(document.data, 'properties', field)));

/** Each role is that of one field; and what a unit is called, and what it lies in, has to be said. */
const checkRoles = (level: Level, document: SourceDocument, levels: readonly Level[]): readonly Diagnostic[] => {
  const outer = levels.slice(0, levels.indexOf(level));
  const fields = entriesOf(valueAt(document.data, 'properties')).map(([name]) => name);
  const owners = new Map<string, string>();
  const found = fields.flatMap((name): readonly Diagnostic[] => {
    const schema = schemaOf(document, name);
    const place = document.keyPlaceOf(`/properties/${name}`);
    const wrong = (kind: keyof typeof EXPECTED) => [
      diagnose('ruleset.wrong-value', { keyword: name, expected: EXPECTED[kind] }, { place, text: name }),
    ];
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
    const key = role === 'evidence' ? `role: ${role}` : `format: ${role}`;
    const related = [document.keyPlaceOf(`/properties/${owner}`)];
    return [diagnose('ruleset.duplicate-key', { key }, { place, related, text: name })];
  });
  if (fields.length === 0) return found;
  const lacking = (names: readonly string[]): readonly Diagnostic[] => [
    diagnose(
      'ruleset.missing-field',
      { table: tableOf(level), fields: names },
      { place: document.keyPlaceOf('/properties') },
    ),
  ];
  const leading = leadingTo(level, levels).flatMap((parent) => Object.values(parentFields(parent)).toReversed());
  return [
    ...found,
    ...(owners.has('code') || owners.has('name') ? [] : lacking(['code', 'name'])),
    ...(leading.length > 0 && !leading.some((name) => fields.includes(name)) ? lacking(leading) : []),
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

const checkHeadings = (document: SourceDocument): readonly Diagnostic[] => {
  const owners = new Map<string, { readonly field: string; readonly pointer: string | null }>();
  const names = entriesOf(valueAt(document.data, 'properties'));
  for (const [field] of names) owners.set(foldHeading(field), { field, pointer: null });
  return names.flatMap(([field, schema]) =>
    textsOf(valueAt(schema, 'headings')).flatMap((heading, index) => {
      const pointer = `/properties/${field}/headings/${index}`;
      const owner = owners.get(foldHeading(heading));
      if (owner === undefined) owners.set(foldHeading(heading), { field, pointer });
      if (owner === undefined || owner.field === field) return [];
      const other =
        owner.pointer === null ? document.keyPlaceOf(`/properties/${owner.field}`) : document.placeOf(owner.pointer);
      const found = { place: document.placeOf(pointer), related: [other], text: heading };
      return [diagnose('ruleset.ambiguous-heading', { heading, fields: [owner.field, field] }, found)];
    }),
  );
};

/** A count of the year before is that of another count. */
const checkPrevious = (field: string, level: Level, document: SourceDocument): readonly Diagnostic[] => {
  const { previousOf, ...schema } = schemaOf(document, field);
  if (typeof previousOf !== 'string') return [];
  const pointer = `/properties/${field}/previousOf`;
  if (kindOf(schema) !== 'count') {
    const found = { place: document.keyPlaceOf(pointer), text: 'previousOf' };
    return [diagnose('ruleset.wrong-value', { keyword: field, expected: EXPECTED.previousOf }, found)];
  }
  const known = entriesOf(valueAt(document.data, 'properties'))
    .map(([name]) => name)
    .filter((name) => name !== field && kindOf(schemaOf(document, name)) === 'count');
  if (known.includes(previousOf)) return [];
  const found = { place: document.placeOf(pointer), text: previousOf };
  return [diagnose('ruleset.unknown-field', { field: previousOf, table: tableLabel(level), known }, found)];
};

/** Only what a unit that is counted says of itself can be mended, and only where the values to choose from are known. */
const checkMendable = (
  field: string,
  level: Level,
  document: SourceDocument,
  levels: readonly Level[],
): readonly Diagnostic[] => {
  const schema = schemaOf(document, field);
  const kind = kindOf(schema);
  const counted = innerLevels({ levels });
  const isMendable = counted.includes(level) && (kind === 'choice' || kind === 'count');
  if (schema.mendable === undefined || isMendable) return [];
  const place = document.keyPlaceOf(`/properties/${field}/mendable`);
  const expected = expectMendable(counted.map(tableLabel));
  return [diagnose('ruleset.wrong-value', { keyword: 'mendable', expected }, { place, text: 'mendable' })];
};

const checkLabels = (field: string, document: SourceDocument): readonly Diagnostic[] => {
  const schema = valueAt(document.data, 'properties', field);
  const possible = textsOf(valueAt(schema, 'enum'));
  const owners = new Map(possible.map((value) => [foldLabel(value), { value, pointer: '' }]));
  const base = `/properties/${field}/labels`;
  return entriesOf(valueAt(schema, 'labels')).flatMap(([value, texts]) => {
    if (!possible.includes(value)) {
      const found = { place: document.keyPlaceOf(pointerTo(base, value)), text: value };
      return [diagnose('ruleset.impossible-value', { field, value, possible }, found)];
    }
    return textsOf(texts).flatMap((label, index) => {
      const pointer = pointerTo(pointerTo(base, value), index);
      const owner = owners.get(foldLabel(label));
      if (owner === undefined) owners.set(foldLabel(label), { value, pointer });
      if (owner === undefined || owner.value === value) return [];
      const related = owner.pointer === '' ? [] : [document.placeOf(owner.pointer)];
      return [
        diagnose('ruleset.duplicate-key', { key: label }, { place: document.placeOf(pointer), related, text: label }),
      ];
    });
  });
};
