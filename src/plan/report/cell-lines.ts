import type { Witness } from '../../model/assessment.ts';
import { plain } from '../../report/plain.ts';
import { type Piece, wrap } from '../../report/wrap.ts';
import type { PlanContext } from './plan-context.ts';

const LISTED = 20;

export const unitName = ({ code, name }: Pick<Witness, 'code' | 'name'>): string =>
  [code, name].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ');

/** What stands in a cell, or that there is no such column. */
export const rawText = ({ text }: Witness, { words }: PlanContext): string =>
  text === null || text.trim() === '' ? words.blank : plain(text);

export const headingText = ({ heading, field }: Witness, { headingOf }: PlanContext): string =>
  heading === null ? headingOf(field) : plain(heading);

export const cellText = (cell: Witness, context: PlanContext): string =>
  cell.heading === null
    ? context.words.absent(context.headingOf(cell.field))
    : context.words.cell(headingText(cell, context), rawText(cell, context));

/** A place and what is to be said of it, on one line where it fits. */
export const placedLines = (cell: Witness, facts: string, indent: string, context: PlanContext): string[] => {
  const { words, placeText, report } = context;
  const where: Piece = cell.place === null ? words.noPlace : { solid: placeText(cell.place) };
  const whole = wrap([where, words.separator, facts], report.width, indent);
  if (whole.length === 1) return whole;
  return [...wrap(where, report.width, indent), ...wrap(facts, report.width, `${indent}  `)];
};

/** Cells with their units, the first of many. */
export function* cellLines(cells: readonly Witness[], indent: string, context: PlanContext): Iterable<string> {
  for (const cell of cells.slice(0, LISTED)) {
    const facts = [unitName(cell), cellText(cell, context)].filter((part) => part !== '').join(context.words.separator);
    yield* placedLines(cell, facts, indent, context);
  }
  yield* moreLines(cells.length, indent, context);
}

export const firstOf = <T>(items: readonly T[]): readonly T[] => items.slice(0, LISTED);

/** How many of so many are not listed. */
export const moreLines = (count: number, indent: string, { lines, text, colors }: PlanContext): string[] =>
  count > LISTED ? lines(text.more(count - LISTED), indent).map(colors.muted) : [];
