import { diagnose } from '../diagnostics/diagnostics.ts';
import { expectWords, MENDABLE } from '../diagnostics/expectations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldHeading, foldLabel } from '../model/fold.ts';
import type { TableName } from '../model/ruleset.ts';
import { kindOf } from './field.ts';
import { entriesOf, textsOf, valueAt } from './plain-data.ts';
import { pointerTo, type SourceDocument } from './read-yaml.ts';

/** The fields that say what a unit is and where it belongs are read in one way, wherever a table has them. */
const STRUCTURE: Readonly<Record<TableName, Readonly<Record<string, keyof typeof EXPECTED>>>> = {
  streets: { code: 'code', name: 'name', district: 'name', districtCode: 'code', year: 'year' },
  communities: { code: 'code', name: 'name', street: 'name', streetCode: 'code', year: 'year' },
  compounds: {
    ...{ code: 'code', name: 'name', community: 'name', communityCode: 'code' },
    ...{ street: 'name', streetCode: 'code', year: 'year' },
  },
};

const EXPECTED = {
  code: expectWords('type: string, format: code'),
  name: expectWords('type: string, format: name'),
  year: expectWords('type: integer, format: year'),
} as const;

const KEY = ['code', 'name'];
const STREET = ['streetCode', 'street'];
const COMMUNITY = ['communityCode', 'community'];

/**
 * What the meta-schema of a record schema cannot say: structure, headings and labels. `declared` are the tables of the
 * ruleset.
 */
export const checkRecords = (
  table: TableName,
  document: SourceDocument,
  declared: ReadonlySet<TableName>,
): readonly Diagnostic[] => [
  ...checkStructure(table, document),
  ...checkKeys(table, document, declared),
  ...checkHeadings(document),
  ...entriesOf(valueAt(document.data, 'properties')).flatMap(([field]) => [
    ...checkLabels(field, document),
    ...checkMendable(table, field, document),
  ]),
];

const checkStructure = (table: TableName, document: SourceDocument): readonly Diagnostic[] => {
  const fields = valueAt(document.data, 'properties');
  return Object.entries(STRUCTURE[table]).flatMap(([name, kind]) => {
    const field = valueAt(fields, name);
    if (field === undefined || kindOf(Object.fromEntries(entriesOf(field))) === kind) return [];
    const place = document.keyPlaceOf(`/properties/${name}`);
    return [diagnose('ruleset.wrong-value', { keyword: name, expected: EXPECTED[kind] }, { place, text: name })];
  });
};

/** One field of each group is needed: by code or by name, and for a unit its street, or the community that has one. */
const checkKeys = (
  table: TableName,
  document: SourceDocument,
  declared: ReadonlySet<TableName>,
): readonly Diagnostic[] => {
  const fields = new Set(entriesOf(valueAt(document.data, 'properties')).map(([name]) => name));
  if (fields.size === 0) return [];
  const parents = [...STREET, ...(table === 'compounds' && declared.has('communities') ? COMMUNITY : [])];
  return [KEY, ...(table === 'streets' ? [] : [parents])]
    .filter((group) => group.every((name) => !fields.has(name)))
    .map((group) =>
      diagnose('ruleset.missing-field', { table, fields: group }, { place: document.keyPlaceOf('/properties') }),
    );
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

/** Only what a unit says of itself can be mended, and only where the values to choose from are known. */
const checkMendable = (table: TableName, field: string, document: SourceDocument): readonly Diagnostic[] => {
  const schema = Object.fromEntries(entriesOf(valueAt(document.data, 'properties', field)));
  const kind = kindOf(schema);
  if (schema.mendable === undefined || (table !== 'streets' && (kind === 'choice' || kind === 'count'))) return [];
  const place = document.keyPlaceOf(`/properties/${field}/mendable`);
  return [diagnose('ruleset.wrong-value', { keyword: 'mendable', expected: MENDABLE }, { place, text: 'mendable' })];
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
