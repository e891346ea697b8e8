import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { plainDigits } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';

/**
 * Checks 合计, 总计 and 小计 rows against the sums of the records above them: 小计 since the last one, the others of all
 * or, as forms with a 合计 per street have it, since the last of their kind.
 */
export class TotalsCheck {
  readonly #cells: readonly number[];
  readonly #all: number[];
  readonly #part: number[];
  readonly #sinceTotal: number[];
  readonly #table: OpenTable;

  /** `cells` are the columns of counts. */
  constructor(table: OpenTable, cells: readonly number[]) {
    this.#table = table;
    this.#cells = cells;
    this.#all = cells.map(() => 0);
    this.#part = cells.map(() => 0);
    this.#sinceTotal = cells.map(() => 0);
  }

  /** `nth` is the position in the list of columns of counts. */
  add(nth: number, count: number): void {
    this.#all[nth]! += count;
    this.#part[nth]! += count;
    this.#sinceTotal[nth]! += count;
  }

  check(texts: readonly string[], row: number, part: boolean, diagnostics: Diagnostics): void {
    this.#cells.forEach((cell, nth) => {
      const text = texts[cell] ?? '';
      const stated = plainDigits(text).replaceAll(',', '');
      const computed = (part ? this.#part : this.#all)[nth]!;
      if (!/^\d+$/.test(stated) || Number(stated) === computed) return;
      if (!part && Number(stated) === this.#sinceTotal[nth]) return;
      diagnostics.add(
        'table.total-differs',
        { heading: this.#table.headings[cell]!, stated, computed: String(computed) },
        whereOf(this.#table, row, cell, text),
      );
    });
    if (part) this.#part.fill(0);
    else this.#sinceTotal.fill(0);
  }
}
