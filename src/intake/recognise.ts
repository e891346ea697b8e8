import { foldHeading } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import { type RecordSchema, type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';
import { foldedHeadings, type HeadingIndex, type Headings } from './heading-index.ts';
import type { DatedColumn, FurtherColumn, OpenTable } from './open-table.ts';

const namesOf = (schema: RecordSchema, ...fields: string[]): string[] =>
  schema.fields.filter(({ name }) => fields.includes(name)).flatMap(foldedHeadings);

const allOf = (schema: RecordSchema): string[] => schema.fields.flatMap(foldedHeadings);

/** Of a heading in other words, such as 是否安全文明社区, those of the record schemas. */
const spelledOut = (heading: string, records: Ruleset['records'], headings: Headings): string[] =>
  TABLES.flatMap((table) => {
    const meaning = headings[table].meaning(heading);
    if (meaning === undefined || meaning.kind === 'choice' || headings[table].exact.has(foldHeading(heading)))
      return [];
    const { fields } = records[table];
    const field = fields[meaning.field] ?? (meaning.kind === 'dated' ? fields[meaning.before] : undefined);
    return field === undefined ? [] : foldedHeadings(field).slice(-1);
  });

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
export const recogniseTable = (
  found: readonly string[],
  ruleset: Ruleset,
  headings: Headings,
): readonly TableName[] => {
  if (found.length > KEPT_CELLS) return tablesOf(found, ruleset, headings);
  const known = knownLines(ruleset);
  const line = JSON.stringify(found);
  const answer = known.get(line) ?? tablesOf(found, ruleset, headings);
  if (known.size < KEPT) known.set(line, answer);
  return answer;
};

const tablesOf = (found: readonly string[], { records }: Ruleset, headings: Headings): readonly TableName[] => {
  const shown = new Set(found.flatMap((heading) => [foldHeading(heading), ...spelledOut(heading, records, headings)]));
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
    const { exact } = headings[table];
    return new Set([...shown].flatMap((heading) => exact.get(heading) ?? [])).size;
  };
  const most = Math.max(...defined.map(known));
  const knowing = defined.filter((table) => known(table) === most);
  return knowing.includes(first) && !(street && knowing.includes('streets')) ? [first] : knowing;
};

export interface MatchedColumns {
  /** The cell of each field of the table; -1 where it has none. */
  readonly columns: readonly number[];
  readonly further: readonly FurtherColumn[];
  readonly dated: readonly DatedColumn[];
  readonly unused: NonNullable<OpenTable['unused']>;
  readonly twice: readonly { readonly field: number; readonly cell: number }[];
}

/** Questions about headings that are asked at most. */
const ASKED = 100;

/**
 * Columns of single values are taken where there are several of a field, or one whose label is not a word for yes or no
 * elsewhere: 达标 alone may mean anything.
 */
const areChoices = (columns: readonly (Required<FurtherColumn> & { readonly isCommon: boolean })[]): boolean =>
  new Set(columns.map(({ value }) => value)).size > 1 || columns.some(({ isCommon }) => !isCommon);

/** What the headings of a table are. */
export const matchColumns = (
  headings: readonly string[],
  { fields }: RecordSchema,
  index: HeadingIndex,
): MatchedColumns => {
  const columns = fields.map(() => -1);
  const dated: DatedColumn[] = [];
  const choices: (Required<FurtherColumn> & { readonly isCommon: boolean })[] = [];
  const again: typeof choices = [];
  const unknown: number[] = [];
  const twice: { field: number; cell: number }[] = [];
  /** What has a column: a field, a value of it, or its figure of a year. */
  const taken = new Set<string>();
  const isTaken = (...key: readonly (string | number)[]): boolean => {
    const text = JSON.stringify(key);
    return taken.has(text) || !taken.add(text);
  };
  headings.forEach((heading, cell) => {
    if (foldHeading(heading) === '') return;
    const meaning = index.meaning(heading);
    if (meaning === undefined) {
      unknown.push(cell);
      return;
    }
    const { field } = meaning;
    switch (meaning.kind) {
      case 'field':
        if (isTaken(field)) twice.push({ field, cell });
        else columns[field] = cell;
        break;
      case 'dated': {
        const { year, before } = meaning;
        if (isTaken(field, before, year)) twice.push({ field: field < 0 ? before : field, cell });
        else dated.push({ cell, year, field, before });
        break;
      }
      case 'choice': {
        const { value, isCommon } = meaning;
        const list = isTaken(field, value) ? again : choices;
        list.push({ cell, field, value, isCommon });
        break;
      }
      default:
        meaning satisfies never;
    }
  });
  const further = choices.filter(({ field }) => areChoices(choices.filter((other) => other.field === field)));
  const chosen = new Set(further.map(({ field }) => field));
  const left = [...choices, ...again].filter(({ field }) => !chosen.has(field));
  const rest = [...unknown, ...left.map(({ cell }) => cell)];
  const wanted = columns.flatMap((cell, field) => (cell < 0 && !chosen.has(field) ? [field] : []));
  const unused = rest
    .toSorted((a, b) => a - b)
    .map((cell, nth) => ({ cell, like: nth < ASKED ? index.like(headings[cell]!, wanted) : [] }));
  return {
    columns,
    further: further.map(({ cell, field, value }) => ({ cell, field, value })),
    dated,
    unused,
    twice: [...twice, ...again.filter(({ field }) => chosen.has(field))].toSorted((a, b) => a.cell - b.cell),
  };
};
