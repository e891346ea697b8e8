import { foldLabel } from '../model/fold.ts';
import { unguarded } from '../model/formula.ts';
import type { Field, Ruleset, TableName, Value } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { askedStreets } from '../register/asked-streets.ts';
import { isNamed, type Named } from '../register/parent-names.ts';
import type { Records } from '../register/read-records.ts';
import type { Street } from '../register/street.ts';
import { type FoundRecord, recordFinder } from '../register/witnesses.ts';
import { blankForm } from './blank-form.ts';
import type { Form, FormColumn } from './form.ts';
import { formLabels } from './form-columns.ts';
import type { UnitList } from './unit-list.ts';
import { withheldFields } from './withheld-fields.ts';

/** What is known of a submission that forms are filled from. */
export interface Known {
  readonly ruleset: Ruleset;
  readonly records: Records;
  readonly units: UnitList;
  /** Codes or names of the streets whose units are wanted; all where there are none. */
  readonly street: readonly string[];
}

type Texts = Readonly<Record<string, string | null>>;

/** Writes the values of a table's fields as the form has them; free text as the office wrote it. */
const valueWriter = (ruleset: Ruleset, table: TableName, language: Language) => {
  const { fields } = ruleset.records[table];
  const labels = new Map(fields.map((field) => [field.name, formLabels(field, language)]));
  const unknowns = new Set(ruleset.unknowns.map(foldLabel));
  const textOf = ({ name }: Field, found: FoundRecord): string => {
    const text = unguarded(found.text(name));
    return unknowns.has(foldLabel(text)) ? '' : text;
  };
  const written = (field: Field, value: Value | undefined): string =>
    value === undefined ? '' : (labels.get(field.name)?.get(value) ?? String(value));
  return (field: Field, values: Readonly<Record<string, Value>>, found: FoundRecord | null): string =>
    field.kind === 'text' && found !== null ? textOf(field, found) : written(field, values[field.name]);
};

export interface FilledForm {
  readonly form: Form;
  /** How many are filled in. */
  readonly records: number;
  /** Whether the table was not handed in: left blank, it would say that there are no units. */
  readonly isNew: boolean;
  /** Headings that the form lacks because of streets without units, for which a blank column would say that they have none. */
  readonly withheld: readonly string[];
}

/**
 * A form of a table with a row for each unit of the year: its code and name, the codes and names of its parents, and
 * what is known of it. Units that name no parent come first, so that no blank looks like what a merged cell left.
 */
export const filledForm = (known: Known, table: TableName, language: Language): FilledForm => {
  const { ruleset, records, units } = known;
  const { fields } = ruleset.records[table];
  const find = recordFinder(records.index, ruleset);
  const write = valueWriter(ruleset, table, language);
  const { isShown } = askedStreets(known.street, records.streets, ruleset);
  const streets = records.streets.filter(isShown);
  const listed = units.of(table).filter(({ street }) => isShown(records.streets[street]!));
  const owners = new Set(listed.map(({ street }) => records.streets[street]!));
  const { summarised, unitless } = withheldFields(table, streets, owners, records, ruleset);
  const isNew = unitless.size > 0 && !records.submitted.has(table);
  const blank = blankForm(ruleset, table, null, language);
  const isWithheld = ({ field }: FormColumn): boolean => field !== null && !isNew && unitless.has(field);
  const columns = blank.columns.filter((column) => !isWithheld(column) && !summarised.has(column.field ?? ''));
  const shown = columns.map(({ field }) => fields.find(({ name }) => name === field)!);
  const year = String(records.year);

  const rowOf = (keys: Texts, values: Readonly<Record<string, Value>>, found: FoundRecord | null): string[] =>
    shown.map((field) => {
      if (field.kind === 'year') return year;
      return field.name in keys ? (keys[field.name] ?? '') : write(field, values, found);
    });

  const streetRow = (street: Street): string[] => {
    const { code, name, district, districtCode, values, fromTable, row } = street;
    return rowOf({ code, name, district, districtCode }, values, fromTable ? find(row) : null);
  };

  const communityOf = (community: Named | number): Named => {
    if (typeof community !== 'number') return community;
    const { code, name } = find(community);
    return { code, name };
  };

  const unitRow = (row: number, street: Street, community: Named): string[] => {
    const found = find(row);
    const parents = { street: street.name, streetCode: street.code };
    const within = { community: community.name, communityCode: community.code };
    return rowOf({ code: found.code, name: found.name, ...parents, ...within }, found.values(), found);
  };

  const isOrphan = (community: Named | number): boolean => typeof community !== 'number' && !isNamed(community);

  function* rows(): Generator<string[]> {
    if (table === 'streets') {
      const silent = ({ district, districtCode }: Street) => district === null && districtCode === null;
      for (const street of streets.filter(silent)) yield streetRow(street);
      for (const street of streets.filter((each) => !silent(each))) yield streetRow(street);
      return;
    }
    for (const wantsOrphans of [true, false]) {
      for (const { street, row, community } of listed) {
        if (isOrphan(community) === wantsOrphans) yield unitRow(row, records.streets[street]!, communityOf(community));
      }
    }
  }

  return {
    form: { ...blank, columns, rows: { [Symbol.iterator]: rows } },
    records: table === 'streets' ? streets.length : listed.length,
    isNew,
    withheld: blank.columns.filter(isWithheld).map(({ heading }) => heading),
  };
};
