import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { innerLevels, judgedLevel, levelOf, outerLevels } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Indicator, Level, Ruleset } from '../model/ruleset.ts';
import { type Codes, codesOf } from './codes.ts';
import { nameFolder } from './fold-name.ts';
import { fingerprint, NONE, namePrint } from './named.ts';
import { RowIndex } from './row-index.ts';
import type { ReadSubject } from './subject-rows.ts';
import { References, Room, Units } from './units.ts';
import type { UnreadTotal } from './unread-totals.ts';

/** A total in a column that is not read, as a row states it. */
export interface StatedTotal {
  readonly total: UnreadTotal;
  readonly row: number;
  readonly value: number;
  /** Of a unit its index, of a subject its row in the table of subjects. */
  readonly of: { readonly unit: number } | { readonly subjectRow: number };
}

/** The year of a row; null where its table names none, undefined where the row could not be read that far. */
type RowYear = number | null | undefined;

/**
 * Units whose own rows were refused: that other rows refer to them is no further fault. Only prints are kept: one that
 * is equal by chance hides nothing but a further error, and there is no verdict before all errors are gone.
 */
class RefusedUnits {
  readonly #fold: (level: string, name: string) => string;
  readonly #prints = new Set<number>();

  constructor(fold: (level: string, name: string) => string) {
    this.#fold = fold;
  }

  add(level: string, code: string | null, name: string | null, year?: RowYear): void {
    for (const print of this.#printsOf(level, code, name, year)) this.#prints.add(print);
  }

  /** Whether any row of a level was refused that may be of a year. */
  hasAny(level: string, year: number | null): boolean {
    return this.has(level, null, null, year);
  }

  /** The same of a unit. */
  has(level: string, code: string | null, name: string | null, year: number | null): boolean {
    if (this.#prints.size === 0) return false;
    const isUnit = code !== null || name !== null;
    return [undefined, null, year].some((each) =>
      this.#printsOf(level, code, name, each)
        .slice(isUnit ? 1 : 0)
        .some((print) => this.#prints.has(print)),
    );
  }

  /** The first is that of the level. */
  #printsOf(level: string, code: string | null, name: string | null, year: RowYear): number[] {
    const prints = [fingerprint(`${year} ${level}`)];
    if (code !== null) prints.push(fingerprint(`${year} ${level} code ${code}`));
    if (name !== null) prints.push(fingerprint(`${year} ${level} name ${this.#fold(level, name)}`));
    return prints;
  }
}

/** What the rows of all tables say, of whatever year; which units belong together is worked out once all are read. */
export class Reading {
  readonly ruleset: Ruleset;
  readonly judged: Level;
  readonly outer: readonly Level[];
  readonly inner: readonly Level[];
  readonly index = new RowIndex();
  readonly refused = new RefusedUnits((level, name) => this.foldOf(levelOf(this.ruleset, level))(name));
  readonly codes: Codes;
  /** As many of each year as can be kept. */
  readonly subjects: ReadSubject[] = [];
  readonly #rooms = new Map<number | null, Room>();
  /** The first row of each year that was one too many. */
  readonly beyond = new Map<number | null, number>();
  readonly units = new Units((row) => {
    const { name } = this.index.named(row);
    return name === null ? NONE : namePrint(this.foldOf(this.index.find(row).columns.level)(name));
  });
  readonly references: References;
  readonly stated: StatedTotal[] = [];
  /** Units with codes that look like others, and the prints of those. */
  readonly alike = new Map<number, number>();
  /** The levels, by position among those that a table may name, of which some row names a unit. */
  readonly namedBy = new Map<OpenTable, ReadonlySet<number>>();
  /** The years that rows name. */
  readonly seen = new Set<number>();
  readonly #years = new Map<string, Set<number | null>>();
  readonly #diagnostics = new Map<number | null, Diagnostics>();
  readonly #tables: ReadonlySet<string>;

  constructor(ruleset: Ruleset, tables: readonly OpenTable[]) {
    this.ruleset = ruleset;
    this.judged = judgedLevel(ruleset);
    this.outer = outerLevels(ruleset);
    this.inner = innerLevels(ruleset);
    this.codes = codesOf(ruleset);
    this.references = new References(this.inner.length);
    const names = new Set(tables.map(({ table }) => table));
    this.#tables = new Set(ruleset.levels.flatMap(({ id, table }) => (table !== null && names.has(table) ? [id] : [])));
  }

  foldOf(level: Level): (name: string) => string {
    return nameFolder(this.ruleset, level);
  }

  /** Whether units of other levels may lie in those of a level. */
  holds({ id }: Level): boolean {
    return this.ruleset.levels.some(({ within }) => within.includes(id));
  }

  /** The indicators over the units of a level, in their order. */
  indicatorsOf({ table }: Level): readonly Indicator[] {
    return this.ruleset.indicators.filter(({ of }) => of === table);
  }

  /** Whether a table of a level was handed in that can be read. */
  hasTable(level: string): boolean {
    return this.#tables.has(level);
  }

  addSubject(subject: ReadSubject): void {
    const { code, name, year, row, says } = subject;
    const room = getOrInsert(this.#rooms, year, () => new Room());
    if (room.isFull) {
      getOrInsert(this.beyond, year, () => row);
      return;
    }
    room.take(code, name, ...says.outer.flatMap((each) => [each.code, each.name]));
    this.subjects.push(subject);
  }

  /** A record of a level; `year` is null where its table names none. */
  addYear(level: string, year: number | null): void {
    getOrInsert(this.#years, level, () => new Set()).add(year);
    if (year !== null) this.seen.add(year);
  }

  /** The years of the records of a level. */
  years(level: string): ReadonlySet<number | null> {
    return this.#years.get(level) ?? new Set();
  }

  hasYear(level: string, year: number | null): boolean {
    const years = this.years(level);
    return years.has(null) || (year !== null && years.has(year));
  }

  /** What is said of units of one year only. */
  ofYear(year: number | null): Diagnostics {
    return getOrInsert(this.#diagnostics, year, () => new Diagnostics());
  }

  /** A level was submitted for the year: with records of it, or without any at all. */
  isSubmitted(level: string, year: number | null): boolean {
    return this.hasTable(level) && (this.hasYear(level, year) || this.years(level).size === 0);
  }

  /** Whether a table has records of other years only. */
  isOfOtherYears(level: string, year: number | null): boolean {
    return this.years(level).size > 0 && !this.hasYear(level, year) && !this.refused.hasAny(level, year);
  }
}
