import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldLabel, plainWidth } from '../model/fold.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { cellReader, unknownMarks } from '../records/normalize-cell.ts';
import type { Question } from './question.ts';

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
