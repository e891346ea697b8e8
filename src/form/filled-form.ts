import { foldLabel } from '../model/fold.ts';
import { isJudgedTable, judgedLevel, levelOfTable, outerLevels, parentFields } from '../model/levels.ts';
import type { Field, Level, Ruleset, TableName, Value } from '../model/ruleset.ts';
import { unguarded } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import { namedLevels } from '../register/columns.ts';
import { isNamed, type Named } from '../register/named.ts';
import type { ListedUnit, Register } from '../register/register.ts';
import { isOuterless } from '../register/subject-rows.ts';
import type { Subject } from '../register/subjects.ts';
import { type FoundRecord, recordFinder } from '../register/witnesses.ts';
import { labelsIn } from '../report/names.ts';
import { blankForm, type Form, type FormColumn, unmerged } from './form.ts';

/** What is known of a submission that forms are filled from. */
export interface Known {
  readonly ruleset: Ruleset;
  readonly register: Register;
  /** Codes or names of the subjects whose units are wanted; all where there are none. */
  readonly asked: readonly string[];
}

type Texts = Readonly<Record<string, string | null>>;

/** Writes the values of a table's fields as the form has them; free text as the office wrote it. */
const valueWriter = (ruleset: Ruleset, table: TableName, language: Language) => {
  const { fields } = ruleset.records[table]!;
  const labels = new Map(fields.map((field) => [field.name, labelsIn(field, language)]));
  const unknowns = new Set(ruleset.unknowns.map(foldLabel));
  return ({ name, kind }: Field, values: Readonly<Record<string, Value>>, found: FoundRecord | null): string => {
    if (kind === 'text' && found !== null) {
      const text = unguarded(found.text(name));
      return unknowns.has(foldLabel(text)) ? '' : text;
    }
    const value = values[name];
    return value === undefined ? '' : (labels.get(name)?.get(value) ?? String(value));
  };
};

/** Fields of a table that no input has a column for and that a form of it cannot have either. */
interface WithheldFields {
  /** Summary counts of subjects with units stand for them: the register would count instead. */
  readonly summarised: ReadonlySet<string>;
  /** Subjects without units and without summary counts would be those that have none, though nothing is known of them. */
  readonly unitless: ReadonlySet<string>;
}

/**
 * A column that is there, though blank, makes the register count: what is known would become unknown, and what is
 * unknown “not applicable”.
 */
const withheldFields = (
  table: TableName,
  subjects: readonly Subject[],
  owners: ReadonlySet<Subject>,
  register: Register,
  ruleset: Ruleset,
): WithheldFields => {
  const summarised = new Set<string>();
  const unitless = new Set<string>();
  for (const { of, counted, condition } of ruleset.indicators) {
    if (of !== table || isJudgedTable(ruleset, table)) continue;
    const lacking = condition.fields.filter((field) => !register.hasColumns(table, [field]));
    const hasSummary = ({ values }: Subject) =>
      counted !== undefined && (counted.met in values || counted.of in values);
    for (const field of lacking) {
      if (subjects.some((each) => owners.has(each) && hasSummary(each))) summarised.add(field);
      if (subjects.some((each) => !owners.has(each) && !hasSummary(each))) unitless.add(field);
    }
  }
  return { summarised, unitless };
};

export interface FilledForm {
  readonly form: Form;
  /** How many are filled in. */
  readonly records: number;
  /** Whether the table was not handed in: left blank, it would say that there are no units. */
  readonly isNew: boolean;
  /** Headings that the form lacks because of subjects without units, for which a blank column would say that they have none. */
  readonly withheld: readonly string[];
}

/**
 * A form of a table with a row for each unit of the year: its code and name, the codes and names of its parents, and
 * what is known of it. Units that lie further out come first, so that no blank looks like what a merged cell left.
 */
export const filledForm = (known: Known, table: TableName, language: Language): FilledForm => {
  const { ruleset, register } = known;
  const { fields } = ruleset.records[table]!;
  const find = recordFinder(register.index, ruleset);
  const write = valueWriter(ruleset, table, language);
  const { isShown } = askedSubjects(known.asked, register.subjects, ruleset);
  const subjects = register.subjects.filter(isShown);
  const { id } = levelOfTable(ruleset, table);
  const listed = register.allOf(id).filter(({ subject }) => isShown(register.subjects[subject]!));
  const owners = new Set(listed.map(({ subject }) => register.subjects[subject]!));
  const { summarised, unitless } = withheldFields(table, subjects, owners, register, ruleset);
  const isNew = unitless.size > 0 && !register.submitted.has(table);
  const blank = blankForm(ruleset, table, null, language);
  const isWithheld = ({ field }: FormColumn): boolean => field !== null && !isNew && unitless.has(field);
  const columns = blank.columns.filter((column) => !isWithheld(column) && !summarised.has(column.field ?? ''));
  const shown = columns.map(({ field }) => fields.find(({ name }) => name === field)!);
  const year = String(register.year);

  const rowOf = (keys: Texts, values: Readonly<Record<string, Value>>, found: FoundRecord | null): string[] =>
    shown.map((field) => {
      if (field.kind === 'year') return year;
      return field.name in keys ? (keys[field.name] ?? '') : write(field, values, found);
    });

  /** How the fields of a record name what a unit lies in. */
  const named = (parent: Pick<Level, 'id'>, { code, name }: Named): Texts => {
    const fields = parentFields(parent);
    return { [fields.code]: code, [fields.name]: name };
  };

  const outer = outerLevels(ruleset);
  const subjectRow = (subject: Subject): string[] => {
    const { code, name, values, fromTable, row } = subject;
    const around = outer.map((each, at) => named(each, subject.outer[at]!));
    return rowOf(Object.assign({ code, name }, ...around), values, fromTable ? find(row) : null);
  };

  const [judged, ...between] = namedLevels(ruleset, levelOfTable(ruleset, table));
  const unitRow = ({ unit, subject }: ListedUnit): string[] => {
    const found = find(register.row(unit));
    const { code, name } = found;
    const around = between.map((each) => named(each, register.within(unit, each.id)));
    const own = { code, name, ...named(judged!, register.subjects[subject]!) };
    return rowOf(Object.assign(own, ...around), found.values(), found);
  };

  /** How far in lies what a unit names, 0 of one that names only its subject. */
  const depthOf = ({ unit }: ListedUnit): number =>
    between.findLastIndex((each) => isNamed(register.within(unit, each.id))) + 1;

  function* rows(): Generator<string[]> {
    if (table === judgedLevel(ruleset).table) {
      for (const subject of subjects.filter(isOuterless)) yield subjectRow(subject);
      for (const subject of subjects.filter((each) => !isOuterless(each))) yield subjectRow(subject);
      return;
    }
    const depths = listed.map(depthOf);
    for (let depth = 0; depth <= between.length; depth++)
      for (const [at, unit] of listed.entries()) if (depths[at] === depth) yield unitRow(unit);
  }

  return {
    form: { ...blank, columns, rows: { [Symbol.iterator]: () => unmerged(columns, rows(), ruleset, table) } },
    records: table === judgedLevel(ruleset).table ? subjects.length : listed.length,
    isNew,
    withheld: blank.columns.filter(isWithheld).map(({ heading }) => heading),
  };
};
