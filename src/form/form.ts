import { guarded } from '../model/formula.ts';
import { isKeyField } from '../model/levels.ts';
import type { FieldKind, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { headingIn, labelsIn } from '../report/lookups.ts';
import { columnNote } from './column-note.ts';

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
