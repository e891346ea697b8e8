import {
  isJudgedTable,
  isKeyField,
  judgedLevel,
  levelOf,
  levelOfTable,
  outerLevels,
  rulesReading,
  tableLabel,
} from '../model/levels.ts';
import type { Field, FieldKind, Indicator, Ruleset, TableName } from '../model/ruleset.ts';
import { guarded } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { headingIn, labelsIn } from '../report/names.ts';
import { asked } from '../report/reasons.ts';
import { formWords } from './form-words.ts';

/** A column of a form. */
export interface FormColumn {
  readonly heading: string;
  /** The field of the record schema that it holds; null where it is for people only and intake passes over it. */
  readonly field: string | null;
  readonly kind: FieldKind;
  /** What may be chosen, as the office writes it; empty where anything may be written. */
  readonly labels: readonly string[];
  /** Bounds of a count or a year, where there are any. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** What goes in, in the form's language. */
  readonly note: string;
}

/** A table to be filled in, blank or with what is known. */
export interface Form {
  /** Name of the sheet, or of the table in YAML. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
  /** Texts by column, '' for what is not known; counts and years in plain digits. */
  readonly rows: Iterable<readonly string[]>;
}

/** Which unit a key column is about: that of the row, one that it lies in, or one around the subjects. */
const keyNote = ({ kind, parent }: Field, table: TableName, ruleset: Ruleset, language: Language): string => {
  const words = formWords[language];
  if (kind === 'year') return words.values.year;
  const isCode = kind === 'code';
  if (parent === undefined) return isCode ? words.ownCode : words.ownName;
  const { id, noun, digits } = levelOf(ruleset, parent);
  const judged = judgedLevel(ruleset);
  const [around, subject] = [noun[language], judged.noun[language]];
  if (outerLevels(ruleset).some((level) => level.id === id)) {
    return (isCode ? words.outerCode : words.outerName)(around, subject, digits);
  }
  if (id === judged.id || !levelOfTable(ruleset, table).within.includes(judged.id)) {
    return (isCode ? words.parentCode : words.parentName)(around);
  }
  return (isCode ? words.betweenCode : words.betweenName)(around, subject);
};

/** The indicator that a summary count of a subject stands for. */
const summarised = (field: string, { indicators }: Ruleset): Indicator | undefined =>
  indicators.find(({ counted }) => counted?.met === field || counted?.of === field);

/** The rules that read a column, in words. */
const usesOf = (field: string, table: TableName, ruleset: Ruleset, language: Language): readonly string[] => {
  const words = formWords[language];
  return rulesReading(ruleset, table, field).map((rule) =>
    words.use(rule.label[language], rule.cited[language], asked(rule, language)),
  );
};

/** What goes into a column, what a blank means, and which rules read it under which clause. */
const columnNote = (
  ruleset: Ruleset,
  table: TableName,
  field: Field,
  labels: readonly string[],
  language: Language,
): string => {
  const words = formWords[language];
  const { name, kind } = field;
  if (isKeyField(field)) return keyNote(field, table, ruleset, language);
  const uses = usesOf(name, table, ruleset, language);
  const counts = isJudgedTable(ruleset, table) ? summarised(name, ruleset)?.of : undefined;
  return [
    kind === 'choice' ? words.choice(labels) : words.values[kind === 'code' || kind === 'name' ? 'text' : kind],
    ...(counts === undefined
      ? []
      : [words.summary(tableLabel(levelOfTable(ruleset, counts))[language], judgedLevel(ruleset).noun[language])]),
    ...(uses.length === 0 ? [words.unused] : [words.unknown, words.usedBy(uses)]),
  ].join('\n');
};

/** The columns of a table's form, those first that say which unit a row is about. */
export const formColumns = (ruleset: Ruleset, table: TableName, language: Language): readonly FormColumn[] => {
  const { fields } = ruleset.records[table]!;
  const ordered = [...fields.filter(isKeyField), ...fields.filter((field) => !isKeyField(field))];
  return ordered.map((field): FormColumn => {
    const { name, kind, minimum, maximum } = field;
    const labels = [...labelsIn(field, language).values()];
    return {
      ...{ heading: headingIn(field.headings, language), field: name, kind, labels },
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      note: columnNote(ruleset, table, field, labels, language),
    };
  });
};

/** What says that something is not known, and is no formula; '' where the ruleset has only the blank for it. */
export const markOf = ({ unknowns }: Ruleset): string =>
  unknowns.find((mark) => mark.trim() !== '' && guarded(mark) === mark) ?? '';

/**
 * Rows as a sheet can hold them: a blank below a filled cell may be what a merged one left. Where no code tells a unit
 * apart, what it does not lie in is marked as not known.
 */
export function* unmerged(
  columns: readonly Pick<FormColumn, 'field'>[],
  rows: Iterable<readonly string[]>,
  ruleset: Ruleset,
  table: TableName,
): Generator<readonly string[]> {
  const { fields } = ruleset.records[table]!;
  const roles = columns.map(({ field }) => fields.find(({ name }) => name === field));
  const code = roles.findIndex((field) => field?.role === 'code');
  const parents = [...new Set(roles.flatMap((field) => field?.parent ?? []))].map((parent) =>
    roles.flatMap((field, at) => (field?.parent === parent ? [at] : [])),
  );
  const mark = markOf(ruleset);
  const filled = new Set<readonly number[]>();
  for (const row of rows) {
    const isNamed = (cells: readonly number[]) => cells.some((at) => row[at] !== '');
    const open = row[code] ? [] : parents.filter((cells) => filled.has(cells) && !isNamed(cells));
    for (const cells of parents) if (isNamed(cells)) filled.add(cells);
    const marked = new Set(open.map(([first]) => first));
    yield marked.size === 0 ? row : row.map((text, at) => (marked.has(at) ? mark : text));
  }
}

/** A form with nothing filled in; with a year, that of the first record, which those below it share. */
export const blankForm = (ruleset: Ruleset, table: TableName, year: number | null, language: Language): Form => {
  const columns = formColumns(ruleset, table, language);
  const first = columns.map(({ kind }) => (kind === 'year' ? String(year) : ''));
  const hasYear = year !== null && columns.some(({ kind }) => kind === 'year');
  const { headings } = ruleset.records[table]!;
  return {
    title: headings.length === 0 ? table : headingIn(headings, language),
    columns,
    rows: hasYear ? [first] : [],
  };
};
