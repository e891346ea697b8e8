import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { innerLevels, judgedLevel, levelOf, outerLevels } from '../model/levels.ts';
import type { Indicator, Level, Ruleset } from '../model/ruleset.ts';
import { nameFolder } from './fold-name.ts';
import { leftOutTest } from './left-out.ts';
import { RefusedUnits } from './refused-units.ts';
import { RowIndex } from './row-index.ts';
import type { ReadSubject } from './subject-rows.ts';
import { MOST_SUBJECTS, MOST_TEXT, References, Units } from './units.ts';
import type { UnreadTotal } from './unread-totals.ts';

/** A total in a column that is not read, as a row states it. */
export interface StatedTotal {
  readonly total: UnreadTotal;
  readonly row: number;
  readonly value: number;
  /** Of a unit its index, of a subject its row in the table of subjects. */
  readonly of: { readonly unit: number } | { readonly subjectRow: number };
}

/** What the rows of all tables say, of whatever year; which units belong together is worked out once all are read. */
export class Reading {
  readonly ruleset: Ruleset;
  readonly judged: Level;
  readonly outer: readonly Level[];
  readonly inner: readonly Level[];
  readonly index: RowIndex;
  readonly refused = new RefusedUnits((level, name) => this.foldOf(levelOf(this.ruleset, level))(name));
  readonly leftOut: ReturnType<typeof leftOutTest>;
  /** As many of each year as can be kept. */
  readonly subjects: ReadSubject[] = [];
  readonly #kept = new Map<number | null, { subjects: number; text: number }>();
  /** The first row of each year that was one too many. */
  readonly beyond = new Map<number | null, number>();
  readonly units = new Units();
  readonly references: References;
  readonly stated: StatedTotal[] = [];
  /** Units with codes that look like others, with the prints of those. */
  readonly alike: {
    readonly level: string;
    readonly year: number | null;
    readonly unit: number;
    readonly meant: number;
  }[] = [];
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
    this.index = new RowIndex(ruleset);
    this.leftOut = leftOutTest(ruleset.leftOut);
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
    const { code, name, year, says } = subject;
    const kept = this.#kept.get(year) ?? { subjects: 0, text: 0 };
    this.#kept.set(year, kept);
    if (kept.subjects > MOST_SUBJECTS || kept.text >= MOST_TEXT) {
      if (!this.beyond.has(year)) this.beyond.set(year, subject.row);
      return;
    }
    kept.subjects++;
    for (const each of [{ code, name }, ...says.outer])
      kept.text += (each.code?.length ?? 0) + (each.name?.length ?? 0);
    this.subjects.push(subject);
  }

  /** A record of a level; `year` is null where its table names none. */
  addYear(level: string, year: number | null): void {
    const years = this.#years.get(level);
    if (years === undefined) this.#years.set(level, new Set([year]));
    else years.add(year);
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
    let diagnostics = this.#diagnostics.get(year);
    if (diagnostics === undefined) {
      diagnostics = new Diagnostics();
      this.#diagnostics.set(year, diagnostics);
    }
    return diagnostics;
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
