import { diagnose } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Subject } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldLabel, plainWidth } from '../model/fold.ts';
import { isJudgedTable } from '../model/levels.ts';
import type { Field, Rule, Ruleset, TableName, Value } from '../model/ruleset.ts';
import { cellReader, unknownMarks } from '../register/normalize-cell.ts';
import { headingIn } from './amend-table.ts';
import type { Answered } from './journal.ts';
import { type FileCell, textAt } from './rows.ts';

/** A value that may be chosen, and how it is written in this column. */
export interface Choice {
  readonly value: Value;
  readonly text: string;
}

/** What is asked of one cell. */
export interface Question extends FileCell {
  /** Of the unit. */
  readonly code: string | null;
  readonly name: string | null;
  /** Where it is: the names of what it lies in, outermost first, as far as the row tells; the unit itself is not among them. */
  readonly within: readonly string[];
  readonly subject: Subject | null;
  readonly heading: string;
  readonly schema: Field;
  /** Empty for a field that holds no choice. */
  readonly choices: readonly Choice[];
  /** Figures that this one is held against, such as last year's, as they stand so far. */
  readonly beside: readonly { readonly heading: string; readonly text: string }[];
  /** The rules that read the field. */
  readonly rules: readonly Rule[];
  readonly decides: boolean;
  /** What stands in the file. */
  readonly old: string;
  /** Whether that says something, and may be left so. */
  readonly isFilled: boolean;
  readonly answer: Answered | null;
}

/** What to write into the cell, or why what was typed is no answer; null where it says nothing at all. */
export type AnswerReading = { readonly text: string } | { readonly problem: Diagnostic | null };

/**
 * Reads what was typed as intake would read it from the cell. A choice may be given by its number, unless figures are
 * labels themselves; it is written as the column writes it, a count in plain digits.
 */
export const readAnswer = (
  { schema, choices, heading }: Pick<Question, 'schema' | 'choices' | 'heading'>,
  typed: string,
  { unknowns }: Pick<Ruleset, 'unknowns'>,
): AnswerReading => {
  const numbered = schema.labels.has(foldLabel(typed)) ? undefined : choices[Number(plainWidth(typed.trim())) - 1];
  if (numbered !== undefined) return { text: numbered.text };
  const { value, problem } = cellReader(schema, unknownMarks(unknowns))(typed);
  if (problem === 'record.unknown-value') {
    return { problem: diagnose(problem, { heading, known: schema.labelTexts }) };
  }
  if (problem !== undefined) return { problem: diagnose(problem, { heading }) };
  if (value === undefined) return { problem: null };
  const choice = choices.find((each) => each.value === value);
  return { text: choice?.text ?? (typeof value === 'number' ? String(value) : typed.trim()) };
};

const HAN = /\p{Script=Han}/u;

const rulesOf = (ruleset: Ruleset, table: TableName, field: string): Rule[] => {
  const isJudged = isJudgedTable(ruleset, table);
  return ruleset.rules.filter((rule) => {
    if (rule.kind === 'veto') return isJudged && rule.field === field;
    const indicator = ruleset.indicators.find(({ id }) => id === rule.id);
    if (indicator === undefined) return false;
    const isCounted = indicator.counted?.met === field || indicator.counted?.of === field;
    return (indicator.of === table && indicator.condition.fields.includes(field)) || (isJudged && isCounted);
  });
};

/** The fields on the other side of the comparisons that a field stands in. */
const besideOf = ({ indicators }: Ruleset, table: TableName, field: string): string[] => {
  const comparisons = indicators.filter(({ of }) => of === table).flatMap(({ condition }) => condition.comparisons);
  const others = comparisons.flatMap(({ sum, against }) => [
    ...(sum.includes(field) ? against : []),
    ...(against.includes(field) ? sum : []),
  ]);
  return [...new Set(others)];
};

/** Each value as the column writes it most; else by its first label in the language of the headings. */
export const choicesOf = (
  { labels, kind }: Field,
  headings: readonly string[],
  column: readonly string[],
): Choice[] => {
  if (kind !== 'choice') return [];
  const isChinese = headings.some((heading) => HAN.test(heading));
  const counts = new Map<string, number>();
  for (const text of column) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return [...new Set(labels.values())].map((value) => {
    const known = [...labels].flatMap(([label, of]) => (of === value ? [label] : []));
    const own = [...counts].filter(([text]) => labels.get(text) === value);
    const most = own.toSorted(([, a], [, b]) => b - a)[0]?.[0];
    const text = most ?? (isChinese ? known.find((label) => HAN.test(label)) : undefined) ?? String(value);
    return { value, text };
  });
};

/** All that there is to say of a cell before it is asked. `table` is the one with the answers so far, `before` without. */
export const describeCell = (
  cell: FileCell,
  table: OpenTable,
  before: OpenTable,
  ruleset: Ruleset,
  unit: Pick<Question, 'code' | 'name' | 'within' | 'subject' | 'decides' | 'answer'>,
  choices: readonly Choice[],
): Question => {
  const record = ruleset.records[cell.table]!;
  const read = (field: string): string => textAt(table, ruleset, cell.row, field).trim();
  const heading = headingIn(table, record, cell.field);
  const schema = record.fields.find(({ name }) => name === cell.field)!;
  const old = textAt(before, ruleset, cell.row, cell.field);
  return {
    ...cell,
    ...unit,
    heading,
    schema,
    choices,
    beside: besideOf(ruleset, cell.table, cell.field).map((field) => ({
      heading: headingIn(table, record, field),
      text: read(field),
    })),
    rules: rulesOf(ruleset, cell.table, cell.field),
    old,
    isFilled: 'text' in readAnswer({ schema, choices, heading }, old, ruleset),
  };
};
