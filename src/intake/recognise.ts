import { foldHeading } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import { type Field, type RecordSchema, type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';

/** Folded heading → index of its field, per table. */
export type Headings = Readonly<Record<TableName, ReadonlyMap<string, number>>>;

// Remembered, here and below: a folder may hold many thousands of files, and a batch as many submissions.

/** The headings of a field as they are compared. */
export const foldedHeadings = remembered(({ headings }: Field): readonly string[] => headings.map(foldHeading));

const headingsOf = remembered(
  ({ fields }: RecordSchema): ReadonlyMap<string, number> =>
    new Map(fields.flatMap((field, index) => foldedHeadings(field).map((heading) => [heading, index] as const))),
);

export const toHeadings = remembered(
  ({ records }: Ruleset): Headings => ({
    streets: headingsOf(records.streets),
    communities: headingsOf(records.communities),
    compounds: headingsOf(records.compounds),
  }),
);

const namesOf = (schema: RecordSchema, ...fields: string[]): string[] =>
  schema.fields.filter(({ name }) => fields.includes(name)).flatMap(foldedHeadings);

const allOf = (schema: RecordSchema): string[] => [...headingsOf(schema).keys()];

/** Where the ruleset does not have the table that headings look like, what they may be instead. */
const INSTEAD: Readonly<Record<TableName, readonly TableName[]>> = {
  streets: ['communities', 'compounds'],
  communities: ['compounds', 'streets'],
  compounds: ['communities', 'streets'],
};

/** Lines of headings that are kept with their answers, and cells of each. */
const KEPT = 256;
const KEPT_CELLS = 64;

/** The answers for lines of headings that come again and again, by what they say. */
const knownLines = remembered((_: Ruleset) => new Map<string, readonly TableName[]>());

/**
 * Which tables the headings may belong to: a compound code or name → compounds; else a community one together with a
 * street one → communities; else streets. Headings that are codes or names in every table (`code`, `name`) leave that
 * to all of them: the table that knows most. Several where that is no answer; none when no heading is known.
 */
export const recogniseTable = (found: readonly string[], ruleset: Ruleset): readonly TableName[] => {
  if (found.length > KEPT_CELLS) return tablesOf(found, ruleset);
  const known = knownLines(ruleset);
  const line = JSON.stringify(found);
  const answer = known.get(line) ?? tablesOf(found, ruleset);
  if (known.size < KEPT) known.set(line, answer);
  return answer;
};

const tablesOf = (found: readonly string[], { records }: Ruleset): readonly TableName[] => {
  const shown = new Set(found.map(foldHeading));
  const has = (names: readonly string[]) => names.some((name) => shown.has(name));
  const { streets, communities, compounds } = records;
  const defined = TABLES.filter((table) => records[table].fields.length > 0);
  if (!defined.some((table) => has(allOf(records[table])))) return [];
  const keys = defined.map((table) => namesOf(records[table], 'code', 'name'));
  const common = defined.length > 1 ? keys[0]!.filter((name) => keys.every((names) => names.includes(name))) : [];
  const ownKeys = (schema: RecordSchema) => namesOf(schema, 'code', 'name').filter((name) => !common.includes(name));
  const community = has([...namesOf(compounds, 'community', 'communityCode'), ...ownKeys(communities)]);
  const street = has([
    ...[compounds, communities].flatMap((schema) => namesOf(schema, 'street', 'streetCode')),
    ...ownKeys(streets),
  ]);
  const others = new Set([...allOf(streets), ...allOf(communities)]);
  const likeCompounds = community || has(allOf(compounds).filter((name) => !others.has(name)));
  const isCompounds = has(ownKeys(compounds)) || (has(common) && likeCompounds);
  const isCommunities = street && (community || has(common));
  const like: TableName = isCompounds ? 'compounds' : isCommunities ? 'communities' : 'streets';
  const first = [like, ...INSTEAD[like]].find((table) => defined.includes(table))!;
  if (!has(common) || has(ownKeys(compounds))) return [first];
  const known = (table: TableName) => {
    const fields = headingsOf(records[table]);
    return new Set([...shown].flatMap((heading) => fields.get(heading) ?? [])).size;
  };
  const most = Math.max(...defined.map(known));
  const knowing = defined.filter((table) => known(table) === most);
  return knowing.includes(first) && !(street && knowing.includes('streets')) ? [first] : knowing;
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
