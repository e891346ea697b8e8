import type { OpenTable } from '../intake/open-table.ts';
import { levelOfTable } from '../model/levels.ts';
import type { Condition, Outcome, RecordValues, Value } from '../model/ruleset.ts';
import type { Column, Columns } from './columns.ts';
import { codePrint, NONE, namePrint } from './named.ts';
import type { Entry } from './read-table.ts';
import type { Reading } from './reading.ts';
import { whereOf } from './row-index.ts';
import { type NamedParents, rowParents } from './row-parents.ts';
import { subjectReader } from './subject-rows.ts';
import { packOutcome, UNTOLD } from './units.ts';
import { unreadTotals } from './unread-totals.ts';

/** A cell's meaning as a condition needs it; the same object for the same text, so that its outcome can be remembered. */
interface Weighed {
  readonly value: Value | undefined;
}

const REMEMBERED = 1 << 14;

/**
 * The outcome of a condition for the readings of its fields. Where it reads one field, the outcome is remembered by
 * the reading; combinations of several are too many to be worth it.
 */
export const weigher = (condition: Condition): ((readings: readonly (Weighed | undefined)[]) => Outcome) => {
  const { fields } = condition;
  const record: Record<string, Value | undefined> = Object.fromEntries(fields.map((field) => [field, undefined]));
  const judge = (readings: readonly (Weighed | undefined)[]): Outcome => {
    for (let at = 0; at < fields.length; at++) record[fields[at]!] = readings[at]?.value;
    return condition.outcome(record as RecordValues);
  };
  if (fields.length > 1) return judge;
  const known = new Map<Weighed | undefined, Outcome>();
  return (readings) => {
    const [reading] = readings;
    let outcome = known.get(reading);
    if (outcome === undefined) {
      outcome = judge(readings);
      if (known.size < REMEMBERED) known.set(reading, outcome);
    }
    return outcome;
  };
};

/** Takes the rows of the table of subjects. */
const subjectTaker = (table: OpenTable, columns: Columns, base: number, reading: Reading) => {
  const { ruleset, judged, codes, stated } = reading;
  const read = subjectReader(table, columns, (year) => reading.ofYear(year));
  let lastYear: number | null | undefined;
  const totals = unreadTotals(table, ruleset);
  const take = (entry: Entry): void => {
    const { code, name, year } = entry;
    if (year !== lastYear) reading.addYear(judged.id, year);
    lastYear = year;
    const row = base + entry.row;
    const says = read(entry);
    const rule = code === null ? undefined : codes.leftOut(code);
    const outerCode = says.outer.at(-1)?.code ?? null;
    const out = rule && (outerCode === null || codes.isWithin(code!, outerCode)) ? rule : undefined;
    reading.addSubject({ code, name, row, year, says, out });
    if (out !== undefined) return;
    for (const total of totals) {
      const { value } = total.read(entry.cells[total.cell] ?? '');
      if (typeof value === 'number') stated.push({ total, row, value, of: { subjectRow: row } });
    }
  };
  return { take, end: () => {} };
};

/** Takes the rows of a table of units within subjects. */
const unitTaker = (table: OpenTable, columns: Columns, base: number, reading: Reading) => {
  const { ruleset, units, references, inner, codes, stated } = reading;
  const level = levelOfTable(ruleset, table.table);
  const fold = reading.foldOf(level);
  const { fields } = ruleset.records[table.table]!;
  const weighed = reading.indicatorsOf(level).map(({ condition }) => ({
    cells: condition.fields.map((field) => fields.findIndex(({ name }) => name === field)),
    weigh: weigher(condition),
    slots: condition.fields.map((): Entry['readings'][number] => undefined),
  }));
  /** What no row lies in is known by its code. */
  const isByCode = !reading.holds(level);
  /** Of the unit at hand. */
  const outcomes: number[] = [];
  const totals = unreadTotals(table, ruleset);
  const between = columns.parents.slice(1).map((parent) => inner.indexOf(parent.level));
  const folds = inner.map((each) => reading.foldOf(each));
  const refuse = ({ row, cells, year }: Entry, { heading, cell }: Column): void => {
    reading.ofYear(year).add('record.blank-parent', { heading }, whereOf(table, row, cell, cells[cell]!));
  };
  const parents = rowParents(table, columns, (id) => reading.hasTable(id), refuse);
  let last: NamedParents | undefined;
  let reference = 0;
  let lastYear: number | null | undefined;

  const take = (entry: Entry): void => {
    const { code, name, year, readings } = entry;
    if (year !== lastYear) reading.addYear(level.id, year);
    lastYear = year;
    const named = entry.hasParents ? parents.of(entry) : undefined;
    if (named === undefined) {
      reading.refused.add(level.id, code, name, year);
      reference = UNTOLD;
    } else if (named !== last) reference = references.add(named, year, between, (at, text) => folds[at]!(text));
    last = named;
    for (let at = 0; at < weighed.length; at++) {
      const { cells, weigh, slots } = weighed[at]!;
      for (let i = 0; i < cells.length; i++) slots[i] = readings[cells[i]!];
      packOutcome(outcomes, at, weigh(slots));
    }
    const row = base + entry.row;
    const print = code !== null && isByCode ? null : name === null ? NONE : namePrint(fold(name));
    const out = code !== null && code.length >= codes.nested ? codes.leftOut(code) : undefined;
    const unit = units.add({ row, year, code, name: print, reference, outcomes }, level.id, out);
    const meant = code === null || units.code(unit) > 0 ? undefined : codes.alike(code);
    if (meant !== undefined) reading.alike.set(unit, codePrint(meant));
    for (const total of totals) {
      const { value } = total.read(entry.cells[total.cell] ?? '');
      if (typeof value === 'number') stated.push({ total, row, value, of: { unit } });
    }
  };
  const end = (): void => {
    reading.namedBy.set(table, new Set([...columns.parents.keys()].filter((at) => parents.hasNamed(at))));
  };
  return { take, end };
};

/** Takes the rows of a table as they are read; `base` is the number of its row 0 among those of all tables. */
export const rowTaker = (table: OpenTable, columns: Columns, base: number, reading: Reading) =>
  (columns.level.judged ? subjectTaker : unitTaker)(table, columns, base, reading);
