import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { plainWidth } from '../model/fold.ts';
import { plainDigits } from './normalize-cell.ts';
import { whereOf } from './row-index.ts';

/** No code of what is judged or lies around it. */
const FIGURE = /^\d{1,5}$/;
/** Behind the word of the sum or in a cell of its own: 合计（50个）, 共50个小区, 50个. */
const COUNTED = /^(?:[^\d()]{0,8}[计总]数?[:(]?(?:共|为)?|共)?(\d{1,9})个([^\d()]{0,4})\)?$/;

/**
 * How many units a row of sums says that there are: in the cell where a unit has its name, or as 50个 anywhere;
 * undefined where it does not say, or says several. `ending` is what names of such units end in; those of others are
 * counted otherwise.
 */
export const statedUnits = (texts: readonly string[], name: number, ending: string): number | undefined => {
  const found = new Set<number>();
  for (const [cell, raw] of texts.entries()) {
    const text = raw === '' ? '' : plainWidth(raw).replace(/[\s,]/gu, '');
    const counted = COUNTED.exec(text);
    if (counted !== null && ['', '单位', ending].includes(counted[2]!)) found.add(Number(counted[1]));
    else if (cell === name && FIGURE.test(text)) found.add(Number(text));
  }
  const [units] = found;
  return found.size === 1 ? units : undefined;
};

/** Sums that wait for the table's end; a table of nothing but sums waits for no more. */
const WAITING = 1000;

/** The sums of the columns of counts over some rows, and over how many counts they are. */
interface Sums {
  readonly of: readonly number[];
  readonly size: number;
}

interface Sum {
  readonly texts: readonly string[];
  readonly row: number;
  /** All records above. */
  readonly start: Sums;
  /** What it may be the sum of; the likeliest first. */
  readonly meant: Sums[];
}

const between = (start: Sums, end: Sums): Sums => ({
  of: end.of.map((sum, nth) => sum - start.of[nth]!),
  size: end.size - start.size,
});

/**
 * Checks 合计, 总计 and 小计 rows against the sums of the records: 小计 of those since the last one or of the last
 * subject, the others of all or, as forms with a 合计 per subject have it, of those since the last of their kind. A sum
 * that is none of the records above may stand above those that it sums: 小计 of those up to the next sum, the others up
 * to the next of their kind or the end.
 */
export class TotalsCheck {
  readonly #cells: readonly number[];
  readonly #all: number[];
  #size = 0;
  #sincePart: Sums;
  #sinceTotal: Sums;
  #sinceSubject: Sums;
  /** 小计 until the next sum. */
  #part: Sum | null = null;
  /** 合计 until the next of its kind. */
  #total: Sum | null = null;
  /** 合计 until the end. */
  readonly #waiting: Sum[] = [];
  readonly #table: OpenTable;

  /** The column of the units' names, in which a row may say how many there are. */
  readonly #name: number;
  readonly #ending: string;

  /** `cells` are the columns of counts, `name` that of a unit's name, `ending` what the names of such units end in. */
  constructor(table: OpenTable, cells: readonly number[], name = -1, ending = '') {
    this.#table = table;
    this.#cells = cells;
    this.#name = name;
    this.#ending = ending;
    this.#all = [...cells.map(() => 0), 0];
    this.#sincePart = this.#above();
    this.#sinceTotal = this.#sincePart;
    this.#sinceSubject = this.#sincePart;
  }

  /** `nth` is the position in the list of columns of counts. */
  add(nth: number, count: number): void {
    this.#all[nth]! += count;
    this.#size++;
  }

  /** One more unit, whatever its counts. */
  addUnit(): void {
    this.#all[this.#cells.length]!++;
    this.#size++;
  }

  /** The records below are of another subject than those above. */
  nextSubject(): void {
    this.#sinceSubject = this.#above();
  }

  check(texts: readonly string[], row: number, part: boolean, diagnostics: Diagnostics): void {
    const start = this.#above();
    this.#close(start, part, diagnostics);
    const meant = part ? this.#parts(start) : [start, between(this.#sinceTotal, start)];
    if (part) this.#sincePart = start;
    else this.#sinceTotal = start;
    const sum: Sum = { texts, row, start, meant: meant.filter(({ size }) => size > 0) };
    if (sum.meant.some((sums) => this.#differing(texts, sums).length === 0)) return;
    if (part) this.#part = sum;
    else this.#total = sum;
  }

  /** Whether a row has figures in the columns of counts. */
  hasFigures(texts: readonly string[]): boolean {
    return this.#cells.some((_, nth) => /^\d+$/.test(this.#stated(texts, nth)));
  }

  /** Whether a row has figures, and they are the sums of the records since the last 小计 or of the last subject. */
  fits(texts: readonly string[]): boolean {
    const stated = this.#cells.map((_, nth) => Number(this.#stated(texts, nth)));
    return (
      stated.some((sum) => sum > 0) &&
      this.#parts(this.#above()).some((sums) => this.#differing(texts, sums).length === 0)
    );
  }

  /** Once there are no more rows. */
  end(diagnostics: Diagnostics): void {
    const end = this.#above();
    this.#close(end, false, diagnostics);
    for (const sum of this.#waiting) {
      sum.meant.push(between(sum.start, end));
      this.#judge(sum, diagnostics);
    }
  }

  #parts(end: Sums): Sums[] {
    return [between(this.#sincePart, end), between(this.#sinceSubject, end)];
  }

  #above(): Sums {
    return { of: [...this.#all], size: this.#size };
  }

  /** Ends what the sums above may be of. */
  #close(end: Sums, part: boolean, diagnostics: Diagnostics): void {
    if (this.#part !== null) {
      this.#part.meant.push(between(this.#part.start, end));
      this.#judge(this.#part, diagnostics);
      this.#part = null;
    }
    if (part || this.#total === null) return;
    this.#total.meant.push(between(this.#total.start, end));
    if (this.#waiting.length < WAITING) this.#waiting.push(this.#total);
    else this.#judge(this.#total, diagnostics);
    this.#total = null;
  }

  #stated(texts: readonly string[], nth: number): string {
    if (nth === this.#cells.length) return String(statedUnits(texts, this.#name, this.#ending) ?? '');
    return plainDigits(texts[this.#cells[nth]!] ?? '').replaceAll(',', '');
  }

  /** The columns in which a sum is not that of the records. */
  #differing(texts: readonly string[], { of }: Sums): number[] {
    return [...of.keys()].filter((nth) => {
      const stated = this.#stated(texts, nth);
      return /^\d+$/.test(stated) && Number(stated) !== of[nth];
    });
  }

  /** Warns of a sum that fits no records, by those that it fits best. */
  #judge(sum: Sum, diagnostics: Diagnostics): void {
    const { texts, row } = sum;
    const [first = sum.start, ...others] = sum.meant.filter(({ size }) => size > 0);
    let best = { sums: first, differing: this.#differing(texts, first) };
    for (const sums of others) {
      const differing = this.#differing(texts, sums);
      if (differing.length < best.differing.length) best = { sums, differing };
    }
    for (const nth of best.differing) {
      const cell = this.#cells[nth] ?? this.#name;
      diagnostics.add(
        'table.total-differs',
        {
          heading: this.#table.headings[cell] ?? this.#ending,
          stated: this.#stated(texts, nth),
          computed: String(best.sums.of[nth]),
        },
        whereOf(this.#table, row, cell, texts[cell] ?? ''),
      );
    }
  }
}
