import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { type LeftOut, type Ruleset, TABLES, type TableName } from '../model/ruleset.ts';
import { Communities } from './communities.ts';
import { nameFolder } from './fold-name.ts';
import { leftOutTest } from './left-out.ts';
import { RefusedUnits } from './refused-units.ts';
import { RowIndex } from './row-index.ts';
import { Streets } from './streets.ts';
import type { UnitSink } from './unit-sink.ts';
import { PrintsByYear } from './units.ts';
import { StatedTotals } from './unread-totals.ts';
import { Years } from './years.ts';

/** What one reading of all tables builds up. What belongs to the year judged starts anew when a newer one comes up. */
export class Pass {
  readonly fold: (name: string) => string;
  readonly leftOut: (code: string) => LeftOut | undefined;
  readonly index: RowIndex;
  readonly refused: RefusedUnits;
  readonly prints = new PrintsByYear();
  readonly years: Years;
  readonly sink: UnitSink;
  readonly ruleset: Ruleset;
  readonly #tables: ReadonlySet<TableName>;
  streets!: Streets;
  communities!: Communities;
  stated!: StatedTotals;
  /** Of units of the year judged. */
  ofYear!: Diagnostics;
  /** Tables with records of the year judged. */
  tablesOfYear!: Set<TableName>;
  readonly tablesWithRecords = new Set<TableName>();
  /** Tables of other years only, in which units of the year judged were looked for in vain. */
  missed!: Set<TableName>;

  constructor(ruleset: Ruleset, tables: readonly OpenTable[], year: number | null, sink: UnitSink) {
    this.ruleset = ruleset;
    this.fold = nameFolder(ruleset.aliases);
    this.leftOut = leftOutTest(ruleset.leftOut);
    this.index = new RowIndex(ruleset);
    this.refused = new RefusedUnits(this.fold);
    this.#tables = new Set(tables.map(({ table }) => table));
    this.sink = sink;
    this.years = new Years(year, () => {
      this.#startYear();
      sink.reset();
    });
    this.#startYear();
  }

  #startYear(): void {
    this.ofYear = new Diagnostics();
    this.streets = new Streets(
      this.fold,
      this.leftOut,
      this.hasTable('streets'),
      this.ofYear,
      this.index,
      this.refused,
      () => this.misses('streets'),
    );
    this.communities = new Communities();
    this.stated = new StatedTotals();
    this.tablesOfYear = new Set();
    this.missed = new Set();
  }

  hasTable(name: TableName): boolean {
    return this.#tables.has(name);
  }

  /** Whether a table has records of other years only: that a unit is not found there is then told once, of the table. */
  readonly misses = (name: TableName): boolean => {
    if (!this.tablesWithRecords.has(name) || this.tablesOfYear.has(name) || this.refused.hasAny(name)) return false;
    this.missed.add(name);
    return true;
  };

  /** Tables that were submitted for the year: with records of it, or without any at all. */
  submitted(): Set<TableName> {
    return new Set(
      TABLES.filter(
        (name) => this.hasTable(name) && (this.tablesOfYear.has(name) || !this.tablesWithRecords.has(name)),
      ),
    );
  }
}
