import { foldHeading } from '../model/fold.ts';
import { type RecordSchema, type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';

/** Folded heading → index of its field, per table. */
export type Headings = Readonly<Record<TableName, ReadonlyMap<string, number>>>;

const headingsOf = ({ fields }: RecordSchema): Map<string, number> =>
  new Map(fields.flatMap((field, index) => field.headings.map((heading) => [foldHeading(heading), index] as const)));

export const toHeadings = ({ records }: Ruleset): Headings => ({
  streets: headingsOf(records.streets),
  communities: headingsOf(records.communities),
  compounds: headingsOf(records.compounds),
});

const namesOf = (schema: RecordSchema, ...fields: string[]): Set<string> =>
  new Set(
    schema.fields.filter(({ name }) => fields.includes(name)).flatMap(({ headings }) => headings.map(foldHeading)),
  );

const allOf = (schema: RecordSchema): Set<string> => new Set(headingsOf(schema).keys());

/**
 * Which table the headings belong to: a compound code or name → compounds; else a community one together with a
 * street one → communities; else streets. Headings that are codes or names in every table (`code`, `name`) leave
 * that to the parents, and to the fields of compounds only, beside them. Undefined when no heading is known.
 */
export const recogniseTable = (found: readonly string[], { records }: Ruleset): TableName | undefined => {
  const folded = new Set(found.map(foldHeading));
  const has = (names: ReadonlySet<string>) => [...names].some((name) => folded.has(name));
  const keys = TABLES.map((table) => namesOf(records[table], 'code', 'name'));
  const common = new Set([...keys[0]!].filter((name) => keys.every((names) => names.has(name))));
  const compoundKeys = new Set([...keys[2]!].filter((name) => !common.has(name)));
  if (has(compoundKeys)) return 'compounds';
  const community = has(namesOf(records.compounds, 'community', 'communityCode'));
  const street = has(namesOf(records.compounds, 'street', 'streetCode'));
  const others = new Set([...allOf(records.streets), ...allOf(records.communities)]);
  const ofCompounds = new Set([...allOf(records.compounds)].filter((name) => !others.has(name)));
  if (has(common) && (community || has(ofCompounds))) return 'compounds';
  if (street && (community || has(common))) return 'communities';
  const known = TABLES.some((table) => has(allOf(records[table])));
  return known ? 'streets' : undefined;
};

/** The cell of each field of the table (-1 where it has none), the headings no field knows, and fields named twice. */
export const matchColumns = (
  headings: readonly string[],
  schema: RecordSchema,
  known: ReadonlyMap<string, number>,
): { columns: number[]; ignored: string[]; twice: { field: number; cell: number }[] } => {
  const columns = schema.fields.map(() => -1);
  const ignored: string[] = [];
  const twice: { field: number; cell: number }[] = [];
  headings.forEach((heading, cell) => {
    const folded = foldHeading(heading);
    if (folded === '') return;
    const field = known.get(folded);
    if (field === undefined) ignored.push(heading);
    else if (columns[field] !== -1) twice.push({ field, cell });
    else columns[field] = cell;
  });
  return { columns, ignored, twice };
};
