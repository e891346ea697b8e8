import type { OpenTable } from '../intake/open-table.ts';
import { foldHeading } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import { type Field, type Ruleset, TABLES } from '../model/ruleset.ts';
import { cellReader, type Reading, unknownMarks } from './normalize-cell.ts';

/** A column that is not read and says how many units a street has, in the row of the street or of a part of it. */
export interface UnreadTotal {
  /** The summary count of the streets table that it would be. */
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
  const { fields } = ruleset.records.streets;
  const below = TABLES.slice(TABLES.indexOf(table) + 1);
  const wanted = new Set(
    ruleset.indicators.flatMap(({ of, counted }) => (below.includes(of) ? (counted?.of ?? []) : [])),
  );
  const totals = fields.filter(
    ({ name }, index) => wanted.has(name) && (table !== 'streets' || (columns[index] ?? -1) < 0),
  );
  return headings.flatMap((heading, cell): UnreadTotal[] => {
    const isRead = columns.includes(cell) || further.some((each) => each.cell === cell);
    const field = isRead ? undefined : totals.find((total) => isTotal(heading, total));
    return field === undefined
      ? []
      : [{ field: field.name, cell, read: cellReader(field, unknownMarks(ruleset.unknowns)) }];
  });
};

/** What such columns say of one street: the sum of its parts, or the figure that all of them repeat. */
interface Stated {
  readonly row: number;
  readonly cell: number;
  sum: number;
  most: number;
  isRepeated: boolean;
}

/** Gathers them by street and field. */
export class StatedTotals {
  readonly #streets = new Map<number, Map<string, Stated>>();

  take(totals: readonly UnreadTotal[], street: number, cells: readonly string[], row: number): void {
    for (const { field, cell, read } of totals) {
      const { value } = read(cells[cell] ?? '');
      if (typeof value !== 'number') continue;
      const fields = this.#streets.get(street) ?? new Map<string, Stated>();
      this.#streets.set(street, fields);
      const known = fields.get(field);
      if (known === undefined) {
        fields.set(field, { row, cell, sum: value, most: value, isRepeated: true });
        continue;
      }
      known.isRepeated &&= known.most === value;
      known.sum += value;
      known.most = Math.max(known.most, value);
    }
  }

  of(
    street: number,
    field: string,
  ): { readonly total: number; readonly row: number; readonly cell: number } | undefined {
    const stated = this.#streets.get(street)?.get(field);
    return stated && { total: stated.isRepeated ? stated.most : stated.sum, row: stated.row, cell: stated.cell };
  }
}
