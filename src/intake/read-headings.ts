import type { Diagnostics, Where } from '../diagnostics/diagnostics.ts';
import { foldHeading } from '../model/fold.ts';
import { fieldIndex, innerLevels, judgedLevel, parentFields, tablesOf } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Level, RecordSchema, Ruleset, TableName } from '../model/ruleset.ts';
import type { Head } from './find-headings.ts';
import { foldedHeadings, type HeadingIndex, isUnitKey, knownHeadings } from './heading-index.ts';
import type { DatedColumn, FurtherColumn, OpenTable, ReadColumns } from './open-table.ts';

const namesOf = (fields: readonly Field[], ...names: string[]): string[] =>
  fields.filter(({ name }) => names.includes(name)).flatMap(foldedHeadings);

const keysOf = (fields: readonly Field[]): string[] => fields.filter(isUnitKey).flatMap(foldedHeadings);

const allOf = (fields: readonly Field[]): string[] => fields.flatMap(foldedHeadings);

const HAN = /\p{Script=Han}/u;

/** Some headings that say whose they are, for messages: of the code of what is judged, of the names of what lies in it. */
export const exampleHeadings = (ruleset: Ruleset): readonly string[] =>
  [judgedLevel(ruleset), ...innerLevels(ruleset)].flatMap(({ table, judged, noun }) => {
    if (table === null) return [];
    const { fields } = ruleset.records[table]!;
    const { headings = [] } = fields[fieldIndex({ fields }, judged ? 'code' : 'name')] ?? {};
    return headings.find((heading) => HAN.test(heading) && heading !== noun.zh) ?? headings[0] ?? [];
  });

/** Of a heading in other words, such as 是否安全文明社区, those of the record schemas. */
const spelledOut = (heading: string, ruleset: Ruleset): string[] =>
  Object.entries(ruleset.records).flatMap(([table, { fields }]) => {
    const index = knownHeadings(ruleset).tables[table]!;
    const meaning = index.meaning(heading);
    if (meaning === undefined || meaning.kind === 'choice' || index.exact.has(foldHeading(heading))) return [];
    const field = fields[meaning.field] ?? (meaning.kind === 'dated' ? fields[meaning.before] : undefined);
    return field === undefined ? [] : foldedHeadings(field).slice(-1);
  });

/** Lines of headings that are kept with their answers, and cells of each. */
const KEPT = 256;
const KEPT_CELLS = 64;

/** The answers for lines of headings that come again and again, by what they say. */
const knownLines = remembered((_: Ruleset) => new Map<string, readonly TableName[]>());

/**
 * Which tables the headings may belong to: the code or name of a unit of the innermost level → its table; else that of
 * another level together with that of the one around it → its table; else that of the judged level. Headings that are
 * codes or names in every table (`code`, `name`) leave that to all of them: the table that knows most. Several where that
 * is no answer; none when no heading is known.
 */
export const recogniseTable = (found: readonly string[], ruleset: Ruleset): readonly TableName[] => {
  if (found.length > KEPT_CELLS) return tablesLike(found, ruleset);
  const known = knownLines(ruleset);
  const line = JSON.stringify(found);
  const answer = known.get(line) ?? tablesLike(found, ruleset);
  if (known.size < KEPT) known.set(line, answer);
  return answer;
};

const tablesLike = (found: readonly string[], ruleset: Ruleset): readonly TableName[] => {
  const { records } = ruleset;
  const shown = new Set(found.flatMap((heading) => [foldHeading(heading), ...spelledOut(heading, ruleset)]));
  const has = (names: readonly string[]) => names.some((name) => shown.has(name));
  const defined = tablesOf(ruleset).filter((table) => records[table]!.fields.length > 0);
  if (!defined.some((table) => has(allOf(records[table]!.fields)))) return [];
  const keys = defined.map((table) => keysOf(records[table]!.fields));
  const common = defined.length > 1 ? keys[0]!.filter((name) => keys.every((names) => names.includes(name))) : [];

  const levels = [judgedLevel(ruleset), ...innerLevels(ruleset)];
  const [judged, innermost] = [levels[0]!, levels.at(-1)!];
  const fieldsOf = ({ table }: Level): readonly Field[] => (table === null ? [] : records[table]!.fields);
  const ownKeys = (level: Level) => keysOf(fieldsOf(level)).filter((name) => !common.includes(name));
  /** Whether a unit of a level is named, by its own record or by that of a unit in it. */
  const isNamed = (level: Level): boolean => {
    const { code, name } = parentFields(level);
    const inside = levels.slice(levels.indexOf(level) + 1).flatMap((inner) => namesOf(fieldsOf(inner), name, code));
    return has([...inside, ...ownKeys(level)]);
  };
  const isAroundNamed = ({ within: [around] }: Level): boolean =>
    levels.some((level) => level.id === around && isNamed(level));
  const others = new Set(levels.slice(0, -1).flatMap((level) => allOf(fieldsOf(level))));
  const hasOwn = (level: Level) => has(allOf(fieldsOf(level)).filter((name) => !others.has(name)));
  const isOf = (level: Level): boolean => {
    if (level === judged) return true;
    if (level !== innermost) return isAroundNamed(level) && (isNamed(level) || has(common));
    return has(ownKeys(level)) || (has(common) && (isAroundNamed(level) || hasOwn(level)));
  };
  const at = levels.findLastIndex(isOf);
  // Where the ruleset does not have that table, the next one further in, else further out.
  const first = [...levels.slice(at), ...levels.slice(0, at).reverse()].flatMap(({ table }) =>
    table !== null && defined.includes(table) ? [table] : [],
  )[0]!;
  if (!has(common) || has(ownKeys(innermost))) return [first];
  const known = (table: TableName) => {
    const { exact } = knownHeadings(ruleset).tables[table]!;
    return new Set([...shown].flatMap((heading) => exact.get(heading) ?? [])).size;
  };
  const most = Math.max(...defined.map(known));
  const knowing = defined.filter((table) => known(table) === most);
  const mayBeJudged = isNamed(judged) && judged.table !== null && knowing.includes(judged.table);
  return knowing.includes(first) && !mayBeJudged ? [first] : knowing;
};

interface MatchedColumns {
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

/** Headings of one field that are named; the rest is counted. */
const LISTED = 100;

/** Which table the headings are of and where its fields stand; says what is wrong or left out. Undefined for no table. */
export const readHeadings = (
  head: Head,
  asked: TableName | null,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
  start: Where,
  at: (row: number, cell: number) => Where,
): ReadColumns | undefined => {
  const tables = head.weight === 0 ? [] : asked === null ? recogniseTable(head.headings, ruleset) : [asked];
  const [table] = tables;
  if (table === undefined || tables.length > 1) {
    const found = head.headings.filter((heading) => heading.trim() !== '').slice(0, 20);
    if (table === undefined) diagnostics.add('table.no-headings', { found, known: exampleHeadings(ruleset) }, start);
    else diagnostics.add('table.ambiguous', { tables, found, known: exampleHeadings(ruleset) }, at(head.row, 0));
    return undefined;
  }
  const schema = ruleset.records[table]!;
  const { twice, ...matched } = matchColumns(head.headings, schema, knownHeadings(ruleset).tables[table]!);
  for (const { field, cell } of twice.slice(0, LISTED)) {
    const heading = head.headings[cell]!;
    diagnostics.add(
      'table.duplicate-heading',
      { field: schema.fields[field]!.name, heading },
      { ...at(head.row, cell), text: heading },
    );
  }
  if (twice.length > LISTED) {
    const more = { code: 'table.duplicate-heading', more: twice.length - LISTED };
    diagnostics.add('diagnostics.more', more, at(head.row, twice[LISTED]!.cell));
  }
  const stray = head.above.filter(({ kind }) => kind === 'stray');
  if (stray.length > 0) diagnostics.add('table.rows-above', { rows: stray.length }, at(stray[0]!.row, 0));
  for (const { row, kind } of head.above) {
    if (kind === 'separator') diagnostics.add('csv.separator-line', {}, at(row, 0));
    else if (kind !== 'stray')
      diagnostics.add(kind === 'blank' ? 'table.blank-rows' : 'table.above-headings', {}, at(row, 0));
  }
  return { table, ...matched };
};
