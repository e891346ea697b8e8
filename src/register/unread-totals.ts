import type { OpenTable } from '../intake/open-table.ts';
import { foldHeading } from '../model/fold.ts';
import { judgedLevel, levelOfTable } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import { cellReader, type Reading, unknownMarks } from './normalize-cell.ts';

/** A column that is not read and says how many units a subject has, in the row of the subject or of a part of it. */
export interface UnreadTotal {
  /** The summary count of the table of subjects that it would be. */
  readonly field: string;
  readonly cell: number;
  read(text: string): Reading;
}

/** Behind the words of the heading nothing may follow that makes it another thing: 小区数据. */
const END = /^(?:量|\P{Script=Han}|$)/u;

/** How the headings of the totals are compared, as texts that others may stand around. */
const foldedOf = remembered(({ headings }: Field) =>
  headings.map(foldHeading).map((heading) => ({ heading, isHan: /\p{Script=Han}/u.test(heading) })),
);

const isTotal = (heading: string, field: Field): boolean => {
  const folded = foldHeading(heading);
  return foldedOf(field).some(({ heading: known, isHan }) => {
    const at = folded.lastIndexOf(known);
    return folded === known || (at >= 0 && isHan && END.test(folded.slice(at + known.length)));
  });
};

/** The columns of a table that state totals and are not read: in other words than the ruleset knows, or in another table. */
export const unreadTotals = (
  { table, headings, columns, further = [] }: OpenTable,
  ruleset: Ruleset,
): readonly UnreadTotal[] => {
  const { levels, records } = ruleset;
  const judged = judgedLevel(ruleset);
  const fields = judged.table === null ? [] : records[judged.table]!.fields;
  const below = levels.slice(levels.indexOf(levelOfTable(ruleset, table)) + 1).map((level) => level.table);
  const wanted = new Set(
    ruleset.indicators.flatMap(({ of, counted }) => (below.includes(of) ? (counted?.of ?? []) : [])),
  );
  const totals = fields.filter(
    ({ name }, index) => wanted.has(name) && (table !== judged.table || (columns[index] ?? -1) < 0),
  );
  return headings.flatMap((heading, cell): UnreadTotal[] => {
    const isRead = columns.includes(cell) || further.some((each) => each.cell === cell);
    const field = isRead ? undefined : totals.find((total) => isTotal(heading, total));
    return field === undefined
      ? []
      : [{ field: field.name, cell, read: cellReader(field, unknownMarks(ruleset.unknowns)) }];
  });
};
