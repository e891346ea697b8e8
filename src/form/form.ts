import type { FieldKind } from '../model/ruleset.ts';

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
  /** Lines of text above the headings, a cell each, as intake passes over them. */
  readonly above: readonly string[];
  readonly columns: readonly FormColumn[];
  /** Texts by column, '' for what is not known; counts and years in plain digits. */
  readonly rows: Iterable<readonly string[]>;
}
